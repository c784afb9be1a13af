package model

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"phuluc2b/model/diag"
)

// Report is the document that the annex goes with.
type Report struct {
	Type   string // "báo cáo"
	Number string // as printed: "476", "07"; "" while it is not known
	Symbol string // "BC-UBND"
	Date   time.Time
	Issuer string // "UBND huyện Hương Khê"
	Period Period
	Year   int

	Places struct{ Type, Number, Symbol, Date, Issuer, Period, Year diag.Place }
}

// PeriodTitle is the period as a title names it: "NĂM 2021", "QUÝ I NĂM 2022".
func (r Report) PeriodTitle() string {
	return cmp.Or(r.Period.Title(r.Year), open)
}

// open stands where something of the report is not known yet (NĐ 30/2020, Phụ lục III, mẫu 2.1).
const open = "…"

// TitleLines is the title with the period in its place.
func (a *Annex) TitleLines() []string {
	lines := make([]string, len(a.Form.Title))
	for i, line := range a.Form.Title {
		lines[i] = strings.ReplaceAll(line, "{ky}", a.Report.PeriodTitle())
	}
	return lines
}

// Reference is the line that cites the report. The places of what is not known yet stay open.
func (a *Annex) Reference() string {
	r := a.Report
	return strings.NewReplacer(
		"{loai}", cmp.Or(r.Type, open), "{so}", cmp.Or(r.Number, open), "{ky_hieu}", cmp.Or(r.Symbol, open),
		"{ngay}", a.Form.WriteDate(r.Date), "{co_quan}", cmp.Or(r.Issuer, open)).Replace(a.Form.Reference)
}

// WriteDate follows "ngày". In the long form a 0 leads days below 10 and the months 1 and 2
// (NĐ 30/2020, Phụ lục I, II.4).
func (f *Form) WriteDate(date time.Time) string {
	if date.IsZero() {
		return "… tháng … năm …"
	}
	day, month, year := date.Day(), date.Month(), date.Year()
	if !f.LongDate {
		return fmt.Sprintf("%02d/%02d/%d", day, month, year)
	}
	if month <= 2 {
		return fmt.Sprintf("%02d tháng %02d năm %d", day, month, year)
	}
	return fmt.Sprintf("%02d tháng %d năm %d", day, month, year)
}

// Day is the date of the report or, while it is not known, the first day of its year: the
// date that the files carry, so that they do not depend on the clock. A report of which nothing
// is known has none.
func (r Report) Day() time.Time {
	if !r.Date.IsZero() || r.Year == 0 {
		return r.Date
	}
	return time.Date(r.Year, time.January, 1, 0, 0, 0, 0, time.UTC)
}
