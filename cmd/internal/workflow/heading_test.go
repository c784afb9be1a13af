package workflow_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/model/tree"
)

const (
	byForm      = "by a form"
	asForm      = "as a form" // a guess is marked there
	titleBegin  = "KẾT QUẢ CẢI CÁCH HÀNH CHÍNH "
	cited       = "(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A)"
	headingForm = `mau = "thu-nghiem"
nhan = "Phụ lục"
tieu_de = ["KẾT QUẢ CẢI CÁCH HÀNH CHÍNH {ky}"]
kem_theo = "(Kèm theo {loai} số {so}/{ky_hieu} ngày {ngay} của {co_quan})"
ky = ["quy-1", "quy-2", "6-thang", "thang-9", "quy-3", "9-thang", "quy-4", "nam"]
cot = [ { khoa = "stt", tieu_de = "STT", rong = 12 }, { khoa = "chi_tieu", tieu_de = "Chỉ tiêu" }, { khoa = "so_lieu", tieu_de = "Số liệu", rong = 20 }, { khoa = "ghi_chu", tieu_de = "Ghi chú", rong = 20 } ]
dong = [ { ma = "1", stt = "1", ten = "Số cuộc kiểm tra", loai = "so_dem" }, { ma = "2", stt = "2", ten = "Số văn bản", loai = "so_dem" } ]
`
)

// What an odd heading says is read as it is, by a form and into one, or told. In a truth "?" is what
// nobody can know.
func TestOddHeadings(t *testing.T) {
	periods := map[string]string{
		"QUÝ I NĂM 2026": "quy-1 2026", "Quý 3/2026": "quy-3 2026", "QUÍ IV NĂM 2026": "quy-4 2026", "QUÝ 02 NĂM 2026": "quy-2 2026", "QUÝ THỨ III NĂM 2026": "quy-3 2026",
		"QUÝ BA NĂM 2026": "quy-3 2026", "Quý I, năm 2026": "quy-1 2026", "QUÝ I-NĂM 2026": "quy-1 2026", "Qúy III năm 2026": "quy-3 2026", "06 THÁNG NĂM 2026": "6-thang 2026",
		"CHÍN THÁNG ĐẦU NĂM 2026": "9-thang 2026", "THÁNG 09/2026": "thang-9 2026", "CẢ NĂM 2026": "nam 2026", "QUÝ I NĂM 2026 SO VỚI QUÝ I NĂM 2025": "quy-1 2026",
		"QUÝ I NĂM 2026 SO VỚI CÙNG KỲ NĂM 2025": "quy-1 2026", "NĂM 2026 (24 CHỈ TIÊU)": "nam 2026", "NĂM 2026 - 12 CHỈ TIÊU": "nam 2026", "NĂM 2026\n- 12 CHỈ TIÊU": "nam 2026", "NĂM 2026 (TỪ 15/12/2025 ĐẾN 14/12/2026)": "nam 2026",
		"QUÝ III NĂM 2026 VÀ 9 THÁNG ĐẦU NĂM 2026": "? ?", "QUÝ I NĂM 2026, QUÝ II NĂM 2026": "? ?", "QUÝ I NĂM 2026 ĐẾN QUÝ III NĂM 2026": "? ?", "NĂM 2025 VÀ 6 THÁNG ĐẦU NĂM 2026": "? ?",
		"THÁNG 9/2026 - 10/2026": "? ?", "QUÝ I/2026 - II/2026": "? ?", "QUÝ III VÀ 9 THÁNG NĂM 2026": "? ?", "6 THÁNG CUỐI NĂM 2026": "? ?", "BA THÁNG ĐẦU NĂM 2026": "? ?", "NỬA ĐẦU NĂM 2026": "? ?", "ĐẦU NĂM 2026": "? ?", "ĐỢT 1 NĂM 2026": "? ?",
		"THÁNG CHÍN NĂM 2026": "? ?", "QUÝ l NĂM 2026": "? ?", "QUÝ IIII NĂM 2026": "? ?", "HỌC KỲ I NĂM 2026": "? ?", "12 THÁNG NĂM 2026": "? ?", "ĐẾN HẾT QUÝ III NĂM 2026": "? ?",
		"NĂM 2025-2026": "? ?", "NĂM 2025-26": "? ?", "NĂM 2025/2026": "? ?", "QUÝ I NĂM 2026A": "? ?", "QUÝ I NĂM 20266": "? ?", "NĂM 2025, ƯỚC NĂM 2026": "? ?",
	}
	for title, truth := range periods {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			said := strings.Fields(truth)
			readsHeading(t, titleBegin+title, cited, map[string]string{"ky": said[0], "nam": said[1], "so": "476", "ngay": "2021-12-02", "co_quan": "UBND xã A"})
		})
	}
	known := [4]string{"476", "BC-UBND", "2021-12-02", "UBND xã A"}
	with := func(i int, value string) [4]string {
		all := known
		all[i] = value
		return all
	}
	for line, truth := range map[string][4]string{
		cited: known,
		"(Kèm theo báo cáo số: 476/BC - UBND, ngày 2.12.2021, của UBND xã A.)":                                                  known,
		"[Kèm theo báo cáo số 476/BC-UBND ngày 02 tháng 12 năm 2021 của UBND xã A]":                                             known,
		"(Kèm theo báo cáo số 476/BC-UBND của UBND xã A ngày 02/12/2021)":                                                       known,
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/21 của UBND xã A)":                                                         known,
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A; thay báo cáo trước)":                                   known,
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A thay thế báo cáo số 400/BC-UBND ngày 01/12/2021)":       known,
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A\nĐơn vị tính: người":                                    known,
		cited + "\n(Mẫu kèm theo Công văn số 5/BNV-CCHC ngày 02/01/2021 của Bộ Nội vụ)":                                         known,
		"(Kèm theo báo cáo số 0476/BC-UBND ngày 02/12/2021 của UBND xã A)":                                                      with(0, "0476"),
		"(Kèm theo báo cáo số 12b/BC-UBND ngày 02/12/2021 của UBND xã A)":                                                       with(0, "12b"),
		"(Kèm theo báo cáo số O7/BC-UBND ngày 02/12/2021 của UBND xã A)":                                                        {"?", "?", known[2], known[3]},
		"(Kèm theo báo cáo số 47б/BC-UBND ngày 02/12/2021 của UBND xã A)":                                                       {"?", "?", known[2], known[3]},
		"(Kèm theo báo cáo số 476/BC-UВND ngày 02/12/2021 của UBND xã A)":                                                       {"?", "?", known[2], known[3]},
		"(Kèm theo báo cáo số 476/BC-UBND ngày 01-02/12/2021 của UBND xã A)":                                                    with(2, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND ngày 12/02/2021 (02/12/2021) của UBND xã A)":                                          with(2, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND từ ngày 01 tháng 12 năm 2021 đến ngày 02 tháng 12 năm 2021 của UBND xã A)":            with(2, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A năm 2021)":                                              known,
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A thực hiện Kế hoạch số 5/KH-UBND ngày 01/01/2021)":       with(3, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 và báo cáo số 477/BC-UBND ngày 03/12/2021 của UBND xã A)":             {"?", "?", "?", "?"},
		"(Kèm theo báo cáo số 1/BC-A ngày 02 tháng 12 năm 2021 và báo cáo số 2/BC-A ngày 03 tháng 12 năm 2021 của UBND xã A)":   {"?", "?", "?", "?"},
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/20 21 của UBND xã A)":                                                      with(2, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02 tháng 12 năm 20211 của UBND xã A)":                                            with(2, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A, thay báo cáo 400/BC-UBND)":                             with(3, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A ký ngày 03/12/2021)":                                    with(3, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND xã A (Đơn vị tính: đồng)":                                    known,
		"(Kèm theo báo cáo của UBND xã A số 476/BC-UBND ngày 02/12/2021)":                                                       with(3, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND của UBND xã A theo Kế hoạch số 5/KH-UBND ngày 01/01/2021)":                            with(2, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND của UBND xã A thay thế báo cáo 400/BC-UBND ngày 01/12/2021)":                          with(2, "?"),
		"(Kèm theo báo cáo số 476/BC-UBND của UBND xã A ngày 02/12/2021 và báo cáo số 9/BC-UBND của UBND xã B ngày 03/12/2021)": {"?", "?", "?", "?"},
		"(Kèm theo báo cáo số 476/BC-UBND của UBND xã A và báo cáo số 477/BC-UBND ngày 03/12/2021)":                             {"?", "?", "?", "?"},
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			loai := "báo cáo"
			if truth[0] == "?" {
				loai = "?"
			}
			readsHeading(t, titleBegin+"NĂM 2021", line, map[string]string{"ky": "nam", "nam": "2021", "loai": loai, "so": truth[0], "ky_hieu": truth[1], "ngay": truth[2], "co_quan": truth[3]})
		})
	}
}

// readsHeading reads a document by a form, and as a form.
func readsHeading(t *testing.T, title, line string, truth map[string]string) {
	t.Helper()
	sketch := "Phụ lục\n" + title + "\n" + line + "\n|STT|Chỉ tiêu|Số liệu|Ghi chú|\n|1|Số cuộc kiểm tra|7||\n|2|Số văn bản|12||\n"
	work, faults := workflow.Open(family(t), diag.NewSource("thu-nghiem.toml", []byte(headingForm)))
	if work == nil {
		t.Fatal(rulesOf(faults))
	}
	data, findings := work.Import(sketched(t, sketch), work.Own, match.Choice{})
	saysOrTells(t, byForm, data, truth, slices.ContainsFunc(findings, aboutHeading))
	own, _ := workflow.Open(family(t))
	drafted, findings := own.Form(sketched(t, sketch), workflow.FormOrder{ID: "thu", Data: true})
	marked := slices.ContainsFunc(strings.Split(string(drafted.Form), "\n"), func(l string) bool {
		return strings.Contains(l, "# xem lại") && (strings.HasPrefix(l, "tieu_de") || strings.HasPrefix(l, "kem_theo"))
	})
	saysOrTells(t, asForm, drafted.Data, truth, marked || slices.ContainsFunc(findings, aboutHeading))
}

func aboutHeading(f diag.Finding) bool { return f.Rule == match.RuleHeading }

// saysOrTells compares [bao_cao] with what is true.
func saysOrTells(t *testing.T, how string, data []byte, truth map[string]string, told bool) {
	t.Helper()
	var faults diag.List
	file := tree.Decode(diag.NewSource("a.toml", data), &faults)
	if file == nil {
		t.Fatalf("%s: %v\n%s", how, rulesOf(faults), data)
	}
	report, _ := file.Values[model.HeaderSubject].(map[string]any)
	for key, want := range truth {
		got := ""
		if v, there := report[key]; there {
			got, _, _ = strings.Cut(fmt.Sprint(v), " 00:00:00 ") // of a date
		}
		if got == want || told && (got == "" || how == asForm) {
			continue
		}
		t.Errorf("%s: %s is %q, want %q; told: %v", how, key, got, want, told)
	}
}

// Two years in the words of a form itself are none of a period.
func TestYearsOfForm(t *testing.T) {
	t.Parallel()
	for _, years := range []string{"2021-25", "2021-2025", "2021/25"} {
		form := strings.Replace(headingForm, "{ky}", years+" {ky}", 1)
		work, faults := workflow.Open(family(t), diag.NewSource("thu-nghiem.toml", []byte(form)))
		if work == nil {
			t.Fatal(rulesOf(faults))
		}
		sketch := "Phụ lục\n" + titleBegin + years + " NĂM 2022\n" + cited + "\n|STT|Chỉ tiêu|Số liệu|Ghi chú|\n|1|Số cuộc kiểm tra|7||\n|2|Số văn bản|12||\n"
		data, findings := work.Import(sketched(t, sketch), work.Own, match.Choice{})
		saysOrTells(t, years, data, map[string]string{"ky": "nam", "nam": "2022"}, slices.ContainsFunc(findings, aboutHeading))
		if slices.ContainsFunc(findings, aboutHeading) {
			t.Errorf("%s: %v", years, rulesOf(findings))
		}
	}
}
