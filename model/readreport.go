package model

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// mostWords bounds a text of the header, in letters: it stands on one line of the annex.
const mostWords = 200

func headerKeys() []string {
	var keys []string
	for _, f := range HeaderFields() {
		keys = append(keys, f.Key)
	}
	return keys
}

// reportLostHeader reports keys of [bao_cao] that stand at the top of the file: the line above
// them is missing, or is no table's.
func reportLostHeader(t *tree.Table) bool {
	var lost []string
	for _, key := range headerKeys() {
		if _, there := t.Values[key]; there {
			lost = append(lost, key)
		}
	}
	report, there := t.Values[HeaderSubject]
	if _, isTable := report.(map[string]any); len(lost) == 0 || isTable {
		return false
	}
	for _, key := range append(lost, HeaderSubject) {
		t.Has(key)
	}
	first := lost[0]
	for _, key := range lost {
		if t.KeyAt(key).Start < t.KeyAt(first).Start {
			first = key
		}
	}
	if there {
		t.Sub(HeaderSubject) // says what it should be
		return true
	}
	t.Faultf("thieu-bang", t.KeyAt(first), "viết [bao_cao] trên một dòng riêng, ngay trên dòng này", "thiếu dòng [bao_cao] phía trên %d dòng thông tin báo cáo", len(lost))
	return true
}

func readReport(t *tree.Table, form *Form) Report {
	periods, examples := Periods(), defaultPeriods()
	if form != nil {
		periods, examples = form.Periods, form.Periods
	}
	fields := headerFields(examples)
	for _, f := range fields {
		t.Label(f.Key, f.Label)
		if f.Need != "" {
			t.Need(f.Key, f.Need)
		}
	}
	r := Report{
		Type:   t.Line("loai"),
		Number: readReportNumber(t),
		Symbol: t.Line("ky_hieu"),
		Date:   t.Date("ngay"),
		Issuer: t.Line("co_quan"),
		Period: tree.Choice(t, "ky", periods...),
		Year:   readYear(t),
	}
	r.Places.Type, r.Places.Number, r.Places.Symbol, r.Places.Date = t.At("loai"), t.At("so"), t.At("ky_hieu"), t.At("ngay")
	r.Places.Issuer, r.Places.Period, r.Places.Year = t.At("co_quan"), t.At("ky"), t.At("nam")
	for _, f := range fields {
		if f.text {
			t.NotEmpty(f.Key)
		}
		if n := utf8.RuneCountInString(f.Stored(r)); n > mostWords {
			t.Keyf("gioi-han", t.At(f.Key), f.Key, diag.Advice{File: fmt.Sprintf("viết ngắn lại, nhiều nhất %d chữ cái", mostWords)}, "dài %d chữ cái", n)
		}
	}
	if strings.Contains(r.Number, "/") {
		t.Keyf("sai-gia-tri", t.At("so"), "so", diag.Advice{File: "chỉ viết số, ví dụ so = 476; ký hiệu viết ở ky_hieu", Cell: "chỉ viết số, ví dụ 476; ký hiệu viết ở ô Ký hiệu văn bản"}, "“%s” có cả ký hiệu", tree.Short(r.Number))
	}
	t.Done()
	return r
}

// readYear is the year of the report; 0 while it is not known.
func readYear(t *tree.Table) int {
	if !t.Has("nam") {
		return 0
	}
	at := t.At("nam")
	want := diag.Advice{File: "viết năm bằng bốn chữ số, ví dụ nam = 2021", Cell: "viết năm bằng bốn chữ số, ví dụ 2021"}
	year, ok := t.Values["nam"].(int64)
	if !ok || year < 1945 || year > 9999 {
		if found := regexp.MustCompile(`^["']?(?:năm )?(\d{4})(?:\.0)?["']?$`).FindStringSubmatch(at.Text()); found != nil {
			want = diag.Advice{File: "viết nam = " + found[1], Cell: "viết " + found[1]}
		}
		t.Misused(at, "nam", want)
		return 0
	}
	return int(year)
}

// readReportNumber is the number as it is printed: a 0 leads one below 10 (NĐ 30/2020, Phụ lục
// I, II.3), text is printed as written.
func readReportNumber(t *tree.Table) string {
	want := diag.Advice{File: "viết số của báo cáo, từ 1 trở lên; chưa có số thì bỏ dòng này", Cell: "viết số của báo cáo, từ 1 trở lên; chưa có số thì để trống"}
	if !t.Has("so") {
		return ""
	}
	if s, ok := t.Values["so"].(string); ok {
		if strings.TrimSpace(s) == "" {
			t.Keyf("sai-gia-tri", t.At("so"), "so", want, "để trống")
		}
		return t.Line("so")
	}
	n, ok := t.Values["so"].(int64)
	if !ok || n < 1 {
		t.Misused(t.At("so"), "so", want)
	}
	return fmt.Sprintf("%02d", n)
}
