package workflow_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
	"phuluc2b/render/ooxml"
)

// Forms of other kinds, each as an office would send it: the form that is read out of each reads
// without faults, and prints the blank annex with the same words, spans and order.
func TestFormsOfOtherKinds(t *testing.T) {
	for _, test := range []struct {
		name, sketch string
		ids          string // of the rows
		kinds        string // their first letters: d, s, t, m, i (diem), c
		reference    string
		title        string // the last line
		columns      string
	}{
		{
			name: "department",
			sketch: `Phụ lục I
				BIỂU TỔNG HỢP KẾT QUẢ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH
				CỦA CÁC SỞ, NGÀNH QUÝ … NĂM 20…
				(Kèm theo Báo cáo số ……/BC-SNV ngày … tháng … năm … của Sở Nội vụ)
				| *TT* v | *Nội dung* v | *Kết quả* | < | *Ghi chú* v |
				| ^ | ^ | *Đơn vị tính* | *Số liệu* | ^ |
				| *I* | *Chỉ đạo, điều hành* | | | |
				| 1 | Số kế hoạch đã ban hành | Văn bản | | |
				| 2 | Tổng số cuộc kiểm tra | Cuộc | | |
				| Trong đó v | Kiểm tra định kỳ | Cuộc | | |
				| ^ | Kiểm tra đột xuất | Cuộc | | |
				| 3 | Có ban hành kế hoạch tuyên truyền | Không = 0 // Có = 1 | | |
				| *II* | *Thủ tục hành chính* | | | |
				| 1 | Tỷ lệ hồ sơ giải quyết đúng hạn | % | | |
				| 2 | Điểm đánh giá của tỉnh | Điểm | | |`,
			ids: "1 1.1 1.2 1.2.a 1.2.b 1.3 2 2.1 2.2", kinds: "dssssmdti",
			reference: "(Kèm theo {loai} số {so}/{ky_hieu} ngày {ngay} của {co_quan})", title: "CỦA CÁC SỞ, NGÀNH {ky}",
			columns: "stt chi_tieu don_vi so_lieu ghi_chu",
		},
		{
			name: "ward, numbered through, nothing bold",
			sketch: `PHỤ LỤC SỐ 02
				SỐ LIỆU VỀ TIẾP CÔNG DÂN 6 THÁNG ĐẦU NĂM 2026
				(Ban hành kèm theo Công văn số 15/UBND-VP ngày 03/6/2026 của UBND phường Trần Phú)
				| STT | Chỉ tiêu | Đơn vị | Kết quả |
				| 01 | Số lượt tiếp công dân | Lượt | |
				| 02 | Số đơn thư nhận được | Đơn | |
				| 03 | Số đơn đã xử lý | Đơn | |
				| 04 | Tỷ lệ xử lý đúng hạn | % | |`,
			ids: "1 2 3 4", kinds: "ssst",
			reference: "(Ban hành kèm theo {loai} số {so}/{ky_hieu} ngày {ngay} của {co_quan})", title: "SỐ LIỆU VỀ TIẾP CÔNG DÂN {ky}",
			columns: "stt chi_tieu don_vi so_lieu",
		},
		{
			name: "party cell, letters and Roman numerals, no units",
			sketch: `Biểu số 01/TKĐV
				THỐNG KÊ ĐẢNG VIÊN CỦA CHI BỘ NĂM 2026
				| STT | Nội dung | Số lượng | Ghi chú |
				| *A* | *ĐẢNG VIÊN* | | |
				| *I* | *Đảng viên đầu kỳ* | | |
				| 1 | Đảng viên chính thức | | |
				| a | Nam | | |
				| b | Nữ | | |
				| 2 | Đảng viên dự bị | | |
				| *II* | *Đảng viên tăng trong kỳ* | | |
				| 1 | Kết nạp mới | | |
				| 2 | Chuyển đến | | |
				| *B* | *TỔ CHỨC ĐẢNG* | | |
				| 1 | Số tổ đảng | | |`,
			ids: "1 1.1 1.1.1 1.1.1.1 1.1.1.2 1.1.2 1.2 1.2.1 1.2.2 2 2.1", kinds: "dddsssdssds",
			title: "THỐNG KÊ ĐẢNG VIÊN CỦA CHI BỘ {ky}", columns: "stt chi_tieu so_lieu ghi_chu",
		},
		{
			name: "budget, heads of two levels",
			sketch: `Phụ lục 3
				TÌNH HÌNH THỰC HIỆN DỰ TOÁN THU, CHI NGÂN SÁCH NĂM 2026
				(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 01 năm 2026 của UBND xã Sơn Giang)
				| STT v | Nội dung v | Đơn vị tính v | Dự toán | < | Thực hiện | < |
				| ^ | ^ | ^ | Tỉnh giao | Xã giao | Số tiền | So với dự toán (%) |
				| *A* | *Tổng thu ngân sách* | | | | | |
				| I | Thu nội địa | triệu đồng | | | | |
				| 1 | Thuế giá trị gia tăng | triệu đồng | | | | |
				| 2 | Lệ phí trước bạ | triệu đồng | | | | |
				| II | Thu bổ sung | triệu đồng | | | | |
				| *B* | *Tổng chi ngân sách* | | | | | |
				| I | Chi đầu tư | triệu đồng | | | | |`,
			ids: "1 1.1 1.1.1 1.1.2 1.2 2 2.1", kinds: "diiiidi",
			reference: "(Kèm theo {loai} số {so}/{ky_hieu} ngày {ngay} của {co_quan})", title: "TÌNH HÌNH THỰC HIỆN DỰ TOÁN THU, CHI NGÂN SÁCH {ky}",
			columns: "stt chi_tieu don_vi them them so_lieu them",
		},
		{
			name: "landscape, seven columns",
			sketch: `ngang
				Phụ lục IV
				KẾT QUẢ CHUYỂN ĐỔI SỐ QUÝ II NĂM 2026
				(Kèm theo Báo cáo số    /BC-UBND ngày    /    /2026 của UBND xã …)
				| STT | Chỉ tiêu | ĐVT | Cùng kỳ năm trước | Kỳ báo cáo | So sánh (%) | Ghi chú |
				| 1 | Hạ tầng số | | | | | |
				| 1.1 | Số trạm BTS | Trạm | =r | =r | =r | |
				| 1.2 | Tỷ lệ hộ có cáp quang | % | =r | =r | =r | |
				| 2 | Chính quyền số | | | | | |
				| 2.1 | Số hồ sơ trực tuyến | Hồ sơ | =r | =r | =r | |`,
			ids: "1 1.1 1.2 2 2.1", kinds: "dstds",
			reference: "(Kèm theo {loai} số {so}/{ky_hieu} ngày {ngay} của {co_quan})", title: "KẾT QUẢ CHUYỂN ĐỔI SỐ {ky}",
			columns: "stt chi_tieu don_vi ky_truoc so_lieu them ghi_chu",
		},
		{
			name: "letters",
			sketch: `Mẫu số 05
				BÁO CÁO CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2026
				| Mục | Tên chỉ tiêu | Đơn vị tính | Số lượng |
				| A | Số văn bản đến | Văn bản | |
				| B | Số văn bản đi | Văn bản | |
				| a) | Bản giấy | Văn bản | |
				| b) | Bản điện tử | Văn bản | |
				| C | Số mét giá tài liệu | m | |
				| D | Số người làm văn thư | Người | |
				| E | Số máy tính | Chiếc | |
				| G | Số máy quét | Chiếc | |
				| H | Số máy in | Chiếc | |
				| I | Số kho lưu trữ | Kho | |`,
			ids: "1 2 2.1 2.2 3 4 5 6 7 8", kinds: "ssssisssss",
			title: "BÁO CÁO CÔNG TÁC VĂN THƯ, LƯU TRỮ {ky}", columns: "stt chi_tieu don_vi so_lieu",
		},
		{
			name: "no STT at all",
			sketch: `Phụ lục 5
				SỐ LIỆU VỀ Y TẾ XÃ THÁNG … NĂM …
				| Chỉ tiêu | Đơn vị tính | Thực hiện |
				| *Khám, chữa bệnh* | | |
				| Số lượt khám | Lượt | |
				| Số ca chuyển tuyến | Ca | |
				| *Tiêm chủng* | | |
				| Số trẻ được tiêm đủ | Trẻ | |`,
			ids: "1 1.1 1.2 2 2.1", kinds: "dssds",
			title: "SỐ LIỆU VỀ Y TẾ XÃ {ky}", columns: "chi_tieu don_vi so_lieu",
		},
		{
			name: "Word's own numbers",
			sketch: `Phụ lục VI
				KẾT QUẢ GIẢM NGHÈO NĂM 2026
				(Kèm theo Báo cáo số 7/BC-UBND ngày 1/12/2026 của UBND xã Hương Khê)
				| STT | Chỉ tiêu | Đơn vị tính | Số liệu | Ghi chú |
				| #0 | *Hộ nghèo* | | | |
				| #1 | Số hộ nghèo đầu kỳ | Hộ | | |
				| #2 | Số hộ thoát nghèo | Hộ | | |
				| #2 | Số hộ nghèo mới | Hộ | | |
				| #0 | *Hộ cận nghèo* | | | |
				| #1 | Số hộ cận nghèo | Hộ | | |`,
			ids: "1 1.1 1.1.1 1.1.2 2 2.1", kinds: "dsssds",
			reference: "(Kèm theo {loai} số {so}/{ky_hieu} ngày {ngay} của {co_quan})", title: "KẾT QUẢ GIẢM NGHÈO {ky}",
			columns: "stt chi_tieu don_vi so_lieu ghi_chu",
		},
		{
			name: "numbers typed before the labels",
			sketch: `Phụ lục 7
				THỐNG KÊ GIÁO DỤC NĂM HỌC VÀ NĂM 2026
				| Nội dung | Đơn vị tính | Số liệu |
				| *1. Mầm non* | | |
				| a) Số trường | Trường | |
				| b) Số trẻ | Trẻ | |
				| - Trong đó: trẻ 5 tuổi | Trẻ | |
				| *2. Tiểu học* | | |
				| a) Số trường | Trường | |`,
			ids: "1 1.1 1.2 1.2.1 2 2.1", kinds: "dsssds",
			title: "THỐNG KÊ GIÁO DỤC NĂM HỌC VÀ {ky}", columns: "chi_tieu don_vi so_lieu",
		},
		{
			name: "labels of two lines, several rows to an STT, dashes",
			sketch: `Phụ lục 8
				Biểu số 02
				SỐ LIỆU HỘ TỊCH QUÝ IV NĂM 2026
				| STT | Nội dung | Đơn vị tính | Mã số | Số liệu | Ghi chú |
				| 1 | Khai sinh | Trường hợp | 01 | | |
				| | - Đăng ký mới | Trường hợp | 02 | | |
				| | - Đăng ký lại | Trường hợp | 03 | | |
				| 2 | Khai tử | Trường hợp | 04 | | |
				| 3 v | Kết hôn trong nước | Trường hợp | 05 | | |
				| ^ | Kết hôn có yếu tố nước ngoài | Trường hợp | 06 | | |
				| *Cộng* | *Tổng cộng* | Trường hợp | 07 | | |`,
			ids: "1 1.1 1.2 2 2.a 2.b 2.c", kinds: "sssssss",
			title: "SỐ LIỆU HỘ TỊCH {ky}", columns: "stt chi_tieu don_vi them so_lieu ghi_chu",
		},
		{
			name: "two years, a head that nobody foresaw",
			sketch: `Phụ lục 9
				HOẠT ĐỘNG VĂN HÓA, THỂ THAO NĂM 2026
				| Hoạt động | Năm 2024 | Năm 2025 | Năm 2026 |
				| Số buổi biểu diễn | | | |
				| Tỷ lệ gia đình văn hóa (%) | | | |
				| Kinh phí (triệu đồng) | | | |`,
			ids: "1 2 3", kinds: "sti",
			title: "HOẠT ĐỘNG VĂN HÓA, THỂ THAO {ky}", columns: "chi_tieu them ky_truoc so_lieu",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			work, _ := open()
			d := sketched(t, test.sketch)
			drafted, findings := work.Form(d, workflow.FormOrder{ID: "thu"})
			form := readDraft(t, drafted, findings)
			ids, kinds, columns := "", "", ""
			for _, r := range form.Rows {
				ids += " " + r.ID
				kinds += map[model.Kind]string{model.KindHeading: "d", model.KindCount: "s", model.KindPercent: "t", model.KindCode: "m", model.KindScore: "i", model.KindText: "c"}[r.Kind]
			}
			for _, c := range form.Columns {
				columns += " " + string(c.Role)
			}
			title := form.Title[len(form.Title)-1]
			for _, pair := range [][2]string{{ids[1:], test.ids}, {kinds, test.kinds}, {columns[1:], test.columns}, {form.Reference, test.reference}, {title, test.title}} {
				if pair[0] != pair[1] {
					t.Errorf("%q, want %q", pair[0], pair[1])
				}
			}
			sameBold(t, form, d)
			sameBlank(t, form, d, drafted.Form)
			givesFigures(t, form)
		})
	}
}

// sameBold compares which rows of a table are bold, but for tables in which none is and which have
// levels: those are set by them.
func sameBold(t *testing.T, form *model.Form, d *workflow.Document) {
	t.Helper()
	table, groups := d.Tables[len(d.Tables)-1], form.Groups()
	bold := func(row int) bool {
		for _, c := range table.Rows[row].Cells {
			if notes := table.Notes[c]; notes != nil && notes.Look == "b" {
				return true
			}
		}
		return false
	}
	first, some := len(table.Rows)-len(form.Rows), false
	for i := range form.Rows {
		some = some || bold(first+i)
	}
	if !some && len(groups) > 1 {
		return
	}
	for i, r := range form.Rows {
		if r.Strong(groups[r.ID]) != bold(first+i) {
			t.Errorf("row %s is bold: %v, want %v", r.ID, !bold(first+i), bold(first+i))
		}
	}
}

// sameBlank compares the table of a document with the blank annex of a form, cell by cell: where
// cells begin, how far they reach, what they say but for blanks and the STT of Word.
func sameBlank(t *testing.T, form *model.Form, d *workflow.Document, text []byte) {
	t.Helper()
	work, faults := workflow.Open(family(t), form.Source)
	if work == nil {
		t.Fatal(faults)
	}
	made, err := work.Render(model.Blank(form), []render.Format{render.DOCX}, render.Options{}, workflow.Comparison{})
	if err != nil {
		t.Fatal(err)
	}
	blank, err := workflow.ReadDocument("blank.docx", made.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	got, want := cellsOf(blank.Tables[0]), cellsOf(d.Tables[len(d.Tables)-1])
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("cell %d: %q, want %q\n%s", i, at(got, i), at(want, i), text)
		}
	}
}

// givesFigures fills a form in and reads it out of the document again, with its figures.
func givesFigures(t *testing.T, form *model.Form) {
	t.Helper()
	own, _ := workflow.Open(family(t), form.Source)
	data := fmt.Sprintf("mau = %q\n[bao_cao]\nloai = \"báo cáo\"\nso = 12\nky_hieu = \"BC-UBND\"\nngay = 2026-01-05\nco_quan = \"UBND xã A\"\nky = %q\nnam = 2026\n[so_lieu]\n", form.ID, form.Periods[0])
	for i, r := range form.Rows {
		if written := map[model.Kind]string{model.KindCount: fmt.Sprint(100 + i), model.KindPercent: fmt.Sprintf("%d,5", i), model.KindCode: "1", model.KindScore: "1.234,5", model.KindText: "có"}[r.Kind]; written != "" {
			data += fmt.Sprintf("%q = %q\n", r.ID, written)
		}
	}
	annex, faults := own.Read(diag.NewSource("thu-so-lieu.toml", []byte(data)))
	if annex == nil {
		t.Fatal(rulesOf(faults))
	}
	made, err := own.Render(annex, []render.Format{render.DOCX}, render.Options{NoSource: true}, workflow.Comparison{})
	if err != nil {
		t.Fatal(err)
	}
	filled, err := workflow.ReadDocument("filled.docx", made.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	work, _ := open()
	drafted, findings := work.Form(filled, workflow.FormOrder{ID: "thu", Data: true})
	for _, f := range findings {
		if f.Severity == diag.Fault && (f.Rule != "dau-phu-luc" || form.Reference != "") {
			t.Errorf("%s: %s", f.Rule, f.Message)
		}
	}
	again, faults := workflow.Open(family(t), diag.NewSource("thu.toml", drafted.Form))
	if again == nil {
		t.Fatal(rulesOf(faults))
	}
	for i, r := range again.Own.Rows {
		if w := form.Rows[i]; r.ID != w.ID || r.Number != w.Number || r.Block != w.Block || inWords(r.Label) != inWords(w.Label) || inWords(r.Unit) != inWords(w.Unit) {
			t.Errorf("%+v, want %+v", r, w)
		}
	}
	if form.Reference == "" { // the document does not say of which report it is
		drafted.Data = bytes.Replace(drafted.Data, []byte("[bao_cao]\n"), []byte("[bao_cao]\nloai = \"báo cáo\"\nky_hieu = \"BC\"\nco_quan = \"A\"\n"), 1)
	}
	back, faults := again.Check(diag.NewSource("thu-so-lieu.toml", drafted.Data), nil)
	if back == nil {
		t.Fatalf("%v\n%s", rulesOf(faults), drafted.Data)
	}
	for _, r := range form.Rows {
		if got, want := back.Figures[r.ID].Written(), annex.Figures[r.ID].Written(); got != want {
			t.Errorf("%s is %q, want %q", r.ID, got, want)
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func cellsOf(table *ooxml.Table) []string {
	var all []string
	for i, row := range table.Rows {
		for j, c := range row.Cells {
			if !c.Owns(i, j) {
				continue
			}
			words := strings.Join(strings.Fields(c.Text()), " ")
			if notes := table.Notes[c]; words == "" && notes != nil {
				words = notes.Number
			}
			all = append(all, fmt.Sprintf("%d,%d %dx%d %s", i, j, c.RowSpan, c.ColumnSpan, words))
		}
	}
	return all
}
