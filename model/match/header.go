package match

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

// RuleHeading names findings about the words above the table.
const RuleHeading = "dau-phu-luc"

// Header is what the text above the table of a document says of the report: plain text by key
// of [bao_cao], "" for a place that is open. What is not found is left out.
type Header map[string]string

// ReadHeader finds the report and the period in the paragraphs of a document. What it finds
// and does not understand, and a report that it does not find, is in the findings.
func ReadHeader(f *model.Form, name string, paragraphs []string) (Header, diag.List) {
	h := newHeaderReader(f, name, paragraphs)
	if h.reference(); f.Reference == "" {
		h.report("", "điền loai, ky_hieu, co_quan vào [bao_cao] của tệp số liệu", "biểu mẫu %s không có dòng “Kèm theo …” nên văn bản không cho biết báo cáo", f.ID)
	}
	h.period()
	return h.found, h.findings
}

func newHeaderReader(f *model.Form, name string, paragraphs []string) *headerReader {
	h := &headerReader{form: f, name: name, found: Header{}}
	for _, p := range paragraphs {
		h.paragraphs = append(h.paragraphs, tabular.OneLine(p))
	}
	return h
}

// hereInstead is for who has the annex open to type into it.
const hereInstead = "xem lại thông tin báo cáo ở dòng trên bảng, rồi viết lại ở đó nếu cần"

type headerReader struct {
	form       *model.Form
	name       string
	paragraphs []string // each on one line
	found      Header
	findings   diag.List
}

func (h *headerReader) report(line, hint, format string, args ...any) {
	src := diag.NewSource(h.name, []byte(line))
	h.findings = append(h.findings, diag.Finding{Severity: diag.Fault, Rule: RuleHeading, Place: src.At(0, len(line)), Hint: hint, Cell: hereInstead, Message: fmt.Sprintf(format, args...)})
}

// unread marks the last finding as one about a key, of which the document says something else
// than it is known to say.
func (h *headerReader) unread(key, words string) {
	f := &h.findings[len(h.findings)-1]
	if f.UnreadKeys == nil {
		f.UnreadKeys = map[string]string{}
	}
	f.UnreadKeys[key] = words
}

// period finds the period and the year in the title, by the words of the form's own.
func (h *headerReader) period() {
	words := strings.Fields(tabular.Plain(strings.ReplaceAll(wholeYears(strings.Join(h.form.Title, " ")), "{ky}", " kykykyky ")))
	at := slices.Index(words, "kykykyky")
	if at < 0 {
		return
	}
	before, after := strings.Join(words[:at], " "), strings.Join(words[at+1:], " ")
	text := tabular.Plain(wholeYears(strings.Join(h.paragraphs, "\n")))
	found := map[[2]string]string{}
	for rest := text; before != "" && len(found) < 8; {
		i := strings.Index(rest, before)
		if i < 0 {
			break
		}
		rest = rest[i+len(before):]
		said := rest[:min(len(rest), 120)]
		if end := strings.Index(said, after); after != "" && end >= 0 {
			said = said[:end]
		}
		if period, year, ok := readPeriod(strings.ToValidUTF8(said, "")); ok {
			found[[2]string{period, year}] = said
		}
	}
	h.settle(found, before != "" && strings.Contains(text, before))
}

// yearPair is two years of which the second is cut short, "2021-22", or a year and another number.
var yearPair = tabular.Pattern(`\d{4} *[-–/] *\d\d\b`)

// wholeYears spells both years of a pair.
func wholeYears(s string) string {
	return yearPair().ReplaceAllStringFunc(s, func(pair string) string {
		first, second := pair[:4], pair[:2]+pair[len(pair)-2:]
		if second <= first {
			return pair
		}
		return first + " " + second
	})
}

// settle takes a period that is the only one found.
func (h *headerReader) settle(found map[[2]string]string, titled bool) {
	const hint = "điền ky và nam vào tệp số liệu"
	switch {
	case len(found) > 1:
		h.report("", hint, "văn bản có nhiều tên kỳ báo cáo khác nhau")
		h.unread("ky", "")
		h.unread("nam", "")
	case len(found) == 0 && titled:
		h.report("", hint, "không đọc được kỳ báo cáo trong tên phụ lục")
		h.unread("ky", "")
		h.unread("nam", "")
	case len(found) == 0:
		h.report("", hint, "không tìm thấy tên phụ lục nên không biết kỳ báo cáo")
	}
	if len(found) != 1 {
		return
	}
	for key := range found {
		if !slices.Contains(h.form.Periods, model.Period(key[0])) {
			h.report("", hint, "biểu mẫu %s không có kỳ “%s”", h.form.ID, key[0])
			f := &h.findings[len(h.findings)-1]
			f.Subject = key[0]
			if name := model.Period(key[0]).Name(); name != "" { // there is no month 13
				f.Spoken = "biểu mẫu không có kỳ " + name
			}
			h.unread("ky", key[0])
			h.unread("nam", key[1])
			return
		}
		h.found["ky"], h.found["nam"] = key[0], key[1]
	}
}

// ReviseHeader compares what a document's heading says with the annex: the keys of [bao_cao]
// that differ. Text that is what the annex itself gives says nothing new, whatever its
// patterns; a place that is open in the document leaves the annex as it is.
func ReviseHeader(a *model.Annex, name string, paragraphs []string) ([]model.Correction, diag.List) {
	said := map[string]bool{}
	for _, p := range paragraphs {
		said[strings.ToLower(tabular.OneLine(p))] = true
	}
	titled := true
	for _, line := range a.TitleLines() {
		titled = titled && said[strings.ToLower(tabular.OneLine(line))]
	}
	cited := said[strings.ToLower(tabular.OneLine(a.Reference()))]
	if titled && cited {
		return nil, nil
	}
	h := newHeaderReader(a.Form, name, paragraphs)
	if !cited {
		h.reference()
	}
	if told := len(h.findings); !titled {
		h.period()
		known := slices.ContainsFunc(h.findings[told:], func(f diag.Finding) bool { return f.UnreadKeys["ky"] != "" })
		if h.found["ky"] == "" && !known && strings.Contains(tabular.Plain(strings.Join(h.paragraphs, "\n")), tabular.Plain(a.Report.PeriodTitle())) {
			h.findings = h.findings[:told] // other words of the title were changed
		}
	}
	h.stillSaid(a)
	var corrections []model.Correction
	for _, f := range model.HeaderFields() {
		now, found := h.found[f.Key]
		switch was := f.Stored(a.Report); {
		case !found || SameHeader(f.Key, now, was):
		case now == "":
			h.report("", "bỏ "+f.Key+" trong tệp số liệu nếu đúng là chưa có", "%s để trống trong văn bản; tệp số liệu vẫn giữ %s", strings.ToLower(f.Label), was)
		default:
			corrections = append(corrections, model.Correction{Key: f.Key, Value: now})
		}
	}
	return corrections, h.findings
}

// stillSaid takes back that the date or the office was not read where the document says it as
// it was, in words of the form that are read in no other way.
func (h *headerReader) stillSaid(a *model.Annex) {
	for _, f := range h.findings {
		for _, field := range model.HeaderFields() {
			line := strings.ToLower(tabular.OneLine(string(f.Place.Source.Text)))
			if was := field.Shown(a.Report); slices.Contains([]string{"ngay", "co_quan"}, field.Key) && was != "" && strings.Contains(line, strings.ToLower(was)) {
				delete(f.UnreadKeys, field.Key)
			}
		}
	}
}

// YearOf reports that the head of the column with the figures speaks of another year than the
// report.
func (t *Table) YearOf(year string) diag.List {
	years := fourDigits().FindAllString(t.figures, -1)
	if year == "" || len(years) == 0 || slices.Contains(years, year) {
		return nil
	}
	return diag.List{{Severity: diag.Fault, Rule: "cot", Place: t.place, Message: fmt.Sprintf("cột số liệu là của năm %s, báo cáo là của năm %s", strings.Join(years, ", "), year),
		Remedy: diag.Remedy{Do: diag.ReviewColumn, Args: []string{"Năm " + year}}}}
}

var fourDigits = tabular.Pattern(`\b(?:19|20)\d{2}\b`)

// SameHeader reports whether two values of a key mean the same.
func SameHeader(key, a, b string) bool {
	if key == "so" {
		a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	}
	return strings.EqualFold(tabular.OneLine(a), tabular.OneLine(b))
}
