package tree

import (
	"testing"

	"phuluc2b/model/diag"
)

// Each mistake is told with what to type instead, where it was made.
func TestMistakes(t *testing.T) {
	const none = `để "" nếu chưa có số liệu; giải thích thì viết ở ghi_chu: { so_lieu = "", ghi_chu = "…" }`
	for _, test := range []struct{ text, message, hint, place string }{
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
		{"ngay = 2/12/2021", "ngày viết sai", `viết 2021-12-02 hoặc "02/12/2021"`, "/"},
		{"ngay = 31/2/2021", "ngày viết sai, hoặc không có thật", "viết năm-tháng-ngày, đủ hai chữ số, không có ngoặc kép, ví dụ 2021-12-02", "/"},
		{"a = \"UBND # x\n", "thiếu dấu ngoặc kép đóng ở cuối dòng", `viết đủ hai dấu ngoặc kép: "…"`, `"UBND # x`},
		{"a = \"\"\"UBND\nb = 1\n", "thiếu dấu ngoặc kép đóng", `viết đủ hai dấu ngoặc kép: "…"`, `"""UBND`},
		{"a = [ 1,\n b = 2\n", "dấu [ mở ở đây chưa đóng", "thêm ] vào chỗ cần đóng", "["},
		{"a = [ 1 ", "dấu [ mở ở đây chưa đóng", "thêm ] vào chỗ cần đóng", "["},
		{"a = [ 1\n[b]\nc = 2\n", "dấu [ mở ở đây chưa đóng", "thêm ] vào chỗ cần đóng", "["},
		{"a = { b = 1\nc = 2\n", "dấu { mở ở đây chưa đóng", "thêm } vào chỗ cần đóng", "{"},
		{"[a\nb = 2\n", "dấu [ mở ở đây chưa đóng", "thêm ] vào chỗ cần đóng", "["},
		{"a = [\n { b = 1 }\n { b = 2 }\n]", "thiếu dấu phẩy hoặc dấu ngoặc đóng", "ngăn các phần trong […] và {…} bằng dấu phẩy, và đóng ngoặc", "{"},
		{"a\u00a0= 1", "ký tự “\u00a0” (U+00A0) không dùng được ở đây", `xóa ký tự này rồi gõ lại bằng bàn phím: dấu = thường, dấu ngoặc thẳng "…", khoảng trắng thường`, "\u00a0"},
		{"= 1", "thiếu tên trước dấu =", "viết: tên = giá trị", "="},
	} {
		t.Run(test.text, func(t *testing.T) {
			var findings diag.List
			if values, _ := Decode(diag.NewSource("a.toml", []byte(test.text)), &findings); values != nil || len(findings) == 0 {
				t.Fatal("no finding")
			}
			f := findings[0]
			if f.Message != test.message || f.Hint != test.hint || f.Place.Text() != test.place {
				t.Errorf("%s (%s) at %q", f.Message, f.Hint, f.Place.Text())
			}
		})
	}
}

func TestMeant(t *testing.T) {
	for written, want := range map[string]string{
		"59 nhiệm vụ": "viết 59", "07 (bảy)": `viết "07"`, "1.050 hồ sơ": `viết "1.050"`, "3,5 điểm": `viết "3,5"`,
		"95,5 % hồ sơ": `viết "95,5 %"`, "24;": "viết 24", "2O": "viết 20, bằng số 0, không phải chữ O", "1OO": "viết 100, bằng số 0, không phải chữ O",
		"": "", "năm chín": "", "59 nhiệm vụ, 3 việc": "", "1 050": "", "5l": "viết 5", "O": "",
	} {
		if got := Meant(written); got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
	for _, written := range []string{"-", "–", "N/A", "n/a", "…", "...", "chưa có", "Không", "không có", "Không có số liệu"} {
		if Meant(written) == "" {
			t.Errorf("%q says nothing", written)
		}
	}
}
