package tree

import (
	"testing"

	"phuluc2b/model/diag"
)

// Each mistake is told with what to type instead, where it was made.
func TestMistakes(t *testing.T) {
	const none = `để "" nếu chưa có số liệu; giải thích thì viết ở ghi_chu: { so_lieu = "", ghi_chu = "…" }`
	const line = "lời ghi thì thêm dấu # ở đầu dòng; không cần thì xóa dòng này"
	tests := []struct{ text, message, hint, place string }{
		{`"1.1.1": 24`, "dấu : ở chỗ của dấu =", `viết "1.1.1" = 24`, ":"},
		{`"1.1.1" = 24;`, "thừa dấu ; ở cuối", "viết 24", ";"},
		{`"1.1.1" = 2O`, "thừa chữ sau giá trị", "viết 20, bằng số 0, không phải chữ O", "O"},
		{`"1.1.1" = 59 nhiệm vụ # a = 1`, "thừa chữ sau giá trị", "viết 59", " n"},
		{`"1.1.1" = 3,5`, "thừa chữ sau giá trị", `viết "3,5"`, ","},
		{`"1.1.1" = 5 %`, "thừa chữ sau giá trị", `viết "5 %"`, " %"},
		{`"1.1.1" = -`, "chỗ này cần một chữ số", none, "-"},
		{`"1.1.1" = N/A`, "chỗ này cần một giá trị", none, "N"},
		{`"1.1.1" = không có`, "chỗ này cần một giá trị", "viết 0 nếu số liệu là không, " + none, "không"},
		{`"1.1.1" =`, "chỗ này cần một giá trị", `viết giá trị sau dấu =; chưa có số liệu thì viết ""`, "="},
		{`"1.1.1" 59 # năm`, `thiếu dấu = sau "1.1.1"`, `viết "1.1.1" = 59`, "5"},
		{`"1.1.1"`, `thiếu dấu = sau "1.1.1"`, `viết "1.1.1" = rồi số liệu; chưa có số liệu thì viết ""`, `"`},
		{`loai "báo cáo"`, "thiếu dấu = sau loai", `viết loai = "báo cáo"`, `"`},
		{`cơ_quan = "UBND"`, "tên khóa “cơ_quan” có dấu tiếng Việt hoặc khoảng trắng", "viết co_quan", "cơ_quan"},
		{`đơn vị = 1`, "tên khóa “đơn vị” có dấu tiếng Việt hoặc khoảng trắng", "viết don_vi", "đơn vị"},
		{`ĐVSN = "đơn vị"`, "tên khóa “ĐVSN” có dấu tiếng Việt hoặc khoảng trắng mà thiếu ngoặc kép", `viết "ĐVSN"`, "ĐVSN"},
		{"ngay = 2/12/2021", "ngày viết sai", `viết 2021-12-02 hoặc "02/12/2021"`, "2/12/2021"},
		{"ngay = 31/2/2021", "ngày viết sai, hoặc không có thật", "viết năm-tháng-ngày, đủ hai chữ số, không có ngoặc kép, ví dụ 2021-12-02", "/"},
		{"a = \"UBND # x\n", "thiếu dấu ngoặc kép đóng ở cuối dòng", `viết đủ hai dấu ngoặc kép: "…"`, `"UBND # x`},
		{"a = \"\"\"UBND\nb = 1\n", "thiếu dấu ngoặc kép đóng", `viết đủ hai dấu ngoặc kép: "…"`, `"""UBND`},
		{"a = [ 1,\n b = 2\n", "dấu [ mở ở đây chưa đóng", "thêm ] vào chỗ cần đóng", "["},
		{"a = [ 1 ", "dấu [ mở ở đây chưa đóng", "thêm ] vào chỗ cần đóng", "["},
		{"a = [ 1\n[b]\nc = 2\n", "dấu [ mở ở đây chưa đóng", "thêm ] vào chỗ cần đóng", "["},
		{"a = { b = 1\nc = 2\n", "dấu { mở ở đây chưa đóng", "thêm } vào chỗ cần đóng", "{"},
		{"[a\nb = 2\n", "dấu [ mở ở đây chưa đóng", "viết [a]", "["},
		{"a\u00a0= 1", "ký tự “\u00a0” (U+00A0) không dùng được ở đây", `xóa ký tự này rồi gõ lại bằng bàn phím: dấu = thường, dấu ngoặc thẳng "…", khoảng trắng thường`, "\u00a0"},
		{"= 1", "thiếu tên trước dấu =", "viết: tên = giá trị", "="},

		// names
		{`1.2" = 1012 # năm`, "dấu ngoặc kép quanh tên khóa viết sai", `viết "1.2" = 1012`, `"`},
		{"\"1.2 = 1012 # năm\n", "thiếu dấu ngoặc kép đóng ở cuối dòng", `viết "1.2" = 1012`, `"1.2 = 1012 # năm`},
		{"“1.2” = 1012", "ký tự ““” (U+201C) không dùng được ở đây", `viết "1.2" = 1012`, "“"},
		{`"1.2" ＝ 1012`, "ký tự “＝” (U+FF1D) không dùng được ở đây", `viết "1.2" = 1012`, "＝"},
		{`"1.2" := 5`, "dấu := ở chỗ của dấu =", `viết "1.2" = 5`, ":"},
		{`"1.2" == 5`, "dấu == ở chỗ của dấu =", `viết "1.2" = 5`, "="},
		{`"1.2" => 5`, "dấu => ở chỗ của dấu =", `viết "1.2" = 5`, ">"},
		{`1.2: 24`, "dấu : ở chỗ của dấu =", `viết "1.2" = 24`, ":"},
		{`1.2 24`, "thiếu dấu = sau 1.2", `viết "1.2" = 24`, "2"},
		{`"1.2" - 24`, `thiếu dấu = sau "1.2"`, `viết "1.2" = 24`, "-"},
		{`"1.1.1": 59,`, "dấu : ở chỗ của dấu =", `viết "1.1.1" = 59`, ":"},
		{"1.2\tHồ sơ đã giải quyết\t1012", "thiếu dấu = sau 1.2", `viết "1.2" = 1012`, "H"},
		{"1.2;Hồ sơ;1012", "thiếu dấu = sau 1.2", `viết "1.2" = 1012`, ";"},
		{"1.2\tHồ sơ\t59\t1012", "thiếu dấu = sau 1.2", `viết "1.2" = rồi số liệu`, "H"},
		{"----------", "dòng này không có dạng tên = giá trị", line, "-"},
		{"; lời ghi", "dòng này không có dạng tên = giá trị", line, ";"},
		{"Đây là số liệu", "dòng này không có dạng tên = giá trị", line, "Đ"},
		{"1.2 ngày", "thiếu dấu = sau 1.2", `viết "1.2" = rồi số liệu`, "n"},

		// names of tables
		{"[số_liệu]", "tên bảng “số_liệu” có dấu tiếng Việt hoặc khoảng trắng", "viết [so_lieu]", "[số_liệu]"},
		{"[so lieu] # ba", "tên bảng “so lieu” có dấu tiếng Việt hoặc khoảng trắng", "viết [so_lieu]", "[so lieu]"},
		{"[so_liệu]", "tên bảng “so_liệu” có dấu tiếng Việt hoặc khoảng trắng", "viết [so_lieu]", "[so_liệu]"},
		{"so_lieu\n", "dòng này không có dạng tên = giá trị", "viết [so_lieu] nếu là tên bảng, hoặc so_lieu = rồi giá trị", "so_lieu"},
		{"so_lieu]", "tên bảng viết sai", "viết [so_lieu]", "so_lieu]"},
		{"{so_lieu}", "tên bảng viết sai", "viết [so_lieu]", "{so_lieu}"},
		{"(so_lieu)", "tên bảng viết sai", "viết [so_lieu]", "(so_lieu)"},
		{"[so_lieu]:", "tên bảng viết sai", "viết [so_lieu]", "[so_lieu]:"},

		// text without quotes, or with too many
		{"co_quan = UBND xã Sơn Giang", "chữ không có dấu ngoặc kép", `viết co_quan = "UBND xã Sơn Giang"`, "UBND xã Sơn Giang"},
		{"mau = phu-luc-3-xa", "chữ không có dấu ngoặc kép", `viết mau = "phu-luc-3-xa"`, "phu-luc-3-xa"},
		{"ky = quy-1 # ba", "chữ không có dấu ngoặc kép", `viết ky = "quy-1"`, "quy-1"},
		{"ky = 6-thang", "chữ không có dấu ngoặc kép", `viết ky = "6-thang"`, "6-thang"},
		{"co_quan = “UBND xã”", "ký tự ““” (U+201C) không dùng được ở đây", `viết co_quan = "UBND xã"`, "“"},
		{`co_quan = "UBND xã "Sơn Giang""`, "có dấu ngoặc kép ở trong chữ", `viết co_quan = 'UBND xã "Sơn Giang"' với dấu nháy đơn bao ngoài, hoặc viết \" cho mỗi dấu ở trong`, "S"},
		{`a = [ { ten = "Hồ sơ "x"" } ]`, "dấu ngoặc kép trong dòng này thừa hoặc thiếu", `mỗi đoạn chữ có đúng hai dấu ngoặc kép bao ngoài; ở trong chữ thì viết \"`, "x"},
		{"so = …", "chỗ này cần một giá trị", "viết giá trị sau dấu =; chưa có thì xóa dòng này", "…"},
		{"nam =", "chỗ này cần một giá trị", "viết giá trị sau dấu =; chưa có thì xóa dòng này", "="},

		// in braces
		{"a = { số_liệu = 5 }", "tên khóa “số_liệu” có dấu tiếng Việt hoặc khoảng trắng", "viết so_lieu", "số_liệu"},
		{"a = { b = 1, lũy_kế = true }", "tên khóa “lũy_kế” có dấu tiếng Việt hoặc khoảng trắng", "viết luy_ke", "lũy_kế"},
		{"a = { so_lieu: 5, b = 1 }", "dấu : ở chỗ của dấu =", "viết so_lieu = 5", ":"},
		{"a = { so_lieu 5 }", "thiếu dấu = sau so_lieu", "viết so_lieu = 5", "5"},
		{"a = { so_lieu = 5; b = 1 }", "dấu ; ở chỗ của dấu phẩy", "viết dấu phẩy thay cho dấu ;", ";"},
		{"a = { so_lieu = 5 b = 1 }", "thiếu dấu phẩy hoặc dấu ngoặc đóng", "ngăn các phần trong […] và {…} bằng dấu phẩy, và đóng ngoặc", "b"},
		{"a = { so_lieu = 5 % }", "thiếu dấu phẩy hoặc dấu ngoặc đóng", `viết "5 %"`, "%"},
		{"a = { rong = 24,5 }", "số thập phân không có ngoặc kép viết bằng dấu chấm", "viết 24.5", "24,5"},
		{"so_lieu = 1\na = { so_lieu = 1, so_lieu = 2 }", "khóa này đã có ở trên", "xóa một trong hai chỗ", "so_lieu"},
		{"a = [\n { b = “1”, c = 2 },\n { b = 2 },\n]", "ký tự ““” (U+201C) không dùng được ở đây", `viết b = "1"`, "“"},
		{"a = [\n { b = 1, c = báo cáo },\n { b = 2 },\n]", "chữ không có dấu ngoặc kép", `viết c = "báo cáo"`, "báo cáo"},
		{"a = [\n { b = 1, c = 2,\n { b = 2 },\n]", "dấu { mở ở đây chưa đóng", "thêm } ở cuối dòng này", "{"},
		{"a = [\n { b = 1 }\n { b = 2 },\n]", "thiếu dấu phẩy hoặc dấu ngoặc đóng", "thêm dấu phẩy ở cuối dòng này", "}"},
		{"a =\n { b = 1 },\n { b = 2 },\n]", "chỗ này cần một giá trị", "viết a = [", ""},

		// figures
		{`"1.2" = 0712`, "số viết không có ngoặc kép thì không được bắt đầu bằng số 0", `viết "0712" trong ngoặc kép, hoặc 712`, "0712"},
		{`"1.2" = 99999999999999999999`, "số quá lớn", `viết "99999999999999999999"`, "99999999999999999999"},
		{`a = { cac_ma = [99999999999999999999] }`, "số quá lớn", "viết nhiều nhất 18 chữ số", "99999999999999999999"},
		{`"1.2" = l012`, "chỗ này cần một giá trị", "viết 1012, bằng số 1, không phải chữ l", "l"},
		{`"1.2" = 10l2`, "thừa chữ sau giá trị", "viết 1012, bằng số 1, không phải chữ l", "l"},
		{`"1.2" = 1 012`, "thừa chữ sau giá trị", `viết 1012 hoặc "1.012"; dòng nhận hai giá trị thì viết [1, 12]`, " 0"},
		{`"1.2" = 1'012`, "thừa chữ sau giá trị", "viết 1012", "'"},
		{`"1.2" = 7 8`, "thừa chữ sau giá trị", "viết một số; dòng nhận hai giá trị thì viết [7, 8]", " 8"},
		{`"1.2" = 12 / 15`, "thừa chữ sau giá trị", "viết một số; dòng nhận hai giá trị thì viết [12, 15]", " /"},
		{`"1.2" = 1012 (tăng 5 so với 2020)`, "thừa chữ sau giá trị", `viết { so_lieu = 1012, ghi_chu = "tăng 5 so với 2020" }`, " ("},
		{`"1.2" = 1012.`, "số viết sai", "viết 1012", "1012."},
		{`"1.2" = 1.012.345`, "số viết sai", `viết 1012345 hoặc "1.012.345"`, "1.012.345"},
		{`"1.2" = 1,012`, "thừa chữ sau giá trị", `viết 1012, hoặc "1,012" nếu dấu phẩy là dấu thập phân`, ","},
		{`"1.2" = 5-7 hồ sơ`, "chỗ này không phải một số", "viết một số; lời giải thích thì viết ở ghi_chu", "5-7"},
		{`"1.2" = 1012 "1.9" = 3`, "thừa chữ sau giá trị", `xuống dòng trước "1.9": mỗi dòng một khóa`, ` "`},
		{`"1.2" = "07";`, "thừa dấu ; ở cuối", `viết "07"`, ";"},

		// days
		{"ngay = 20.03.2026", "ngày viết sai", `viết 2026-03-20 hoặc "20/03/2026"`, "20.03.2026"},
		{"ngay = 20-03-2026", "ngày viết sai", `viết 2026-03-20 hoặc "20/03/2026"`, "20-03-2026"},
		{"ngay = 2026-3-20", "ngày viết sai", `viết 2026-03-20 hoặc "20/03/2026"`, "2026-3-20"},
		{"ngay = ngày 20 tháng 3 năm 2026", "ngày viết sai", `viết 2026-03-20 hoặc "20/03/2026"`, "ngày 20 tháng 3 năm 2026"},
		{"ngay = 20/3/26", "ngày viết sai", `viết 2026-03-20 hoặc "20/03/2026"`, "20/3/26"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			var findings diag.List
			if file := Decode(diag.NewSource("a.toml", []byte(test.text)), &findings); file != nil || len(findings) == 0 {
				t.Fatal("no finding")
			}
			f := findings[0]
			if f.Message != test.message || f.Hint != test.hint || f.Place.Text() != test.place {
				t.Errorf("%s (%s) at %q", f.Message, f.Hint, f.Place.Text())
			}
		})
	}

	// Files that stop anywhere are told as well, at a place that is there.
	for _, test := range tests {
		for end := range test.text {
			var findings diag.List
			Decode(diag.NewSource("a.toml", []byte(test.text[:end])), &findings)
			for _, f := range findings {
				if f.Place.Start > f.Place.End || f.Place.End > end {
					t.Errorf("%q: %s at %d to %d", test.text[:end], f.Message, f.Place.Start, f.Place.End)
				}
			}
		}
	}
}

func TestMeant(t *testing.T) {
	for written, want := range map[string]string{
		"59 nhiệm vụ": "viết 59", "07 (bảy)": `viết "07"`, "1.050 hồ sơ": `viết "1.050"`, "3,5 điểm": `viết "3,5"`,
		"95,5 % hồ sơ": `viết "95,5 %"`, "24;": "viết 24", "2O": "viết 20, bằng số 0, không phải chữ O", "1OO": "viết 100, bằng số 0, không phải chữ O",
		"": "", "năm chín": "", "59 nhiệm vụ, 3 việc": "", "5l": "viết 5, hoặc 51 nếu chữ l là số 1", "O": "", "10-12": "", "57/58": "viết một số; dòng nhận hai giá trị thì viết [57, 58]",
		"1 050": `viết 1050 hoặc "1.050"; dòng nhận hai giá trị thì viết [1, 50]`, "I012": "viết 1012, bằng số 1, không phải chữ I", "1O1l": "",
		"1012 (tăng 5)": `viết { so_lieu = 1012, ghi_chu = "tăng 5" }`, "1.0": "", "1.012.": `viết "1.012"`, "1'012'345": "viết 1012345",
	} {
		if got := Meant(written, false).File; got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
	if got := Meant("1 050", true).File; got != `viết 1050 hoặc "1.050"` {
		t.Errorf("where there is one value: %q", got)
	}
	for _, written := range []string{"-", "–", "N/A", "n/a", "…", "...", "chưa có", "Không", "không có", "Không có số liệu"} {
		if Meant(written, false).File == "" {
			t.Errorf("%q says nothing", written)
		}
	}
}
