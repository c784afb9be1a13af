package model

import (
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
func (r Report) PeriodTitle() string { return r.Period.Title(r.Year) }

// TitleLines is the title with the period in its place.
func (a *Annex) TitleLines() []string {
	lines := make([]string, len(a.Form.Title))
	for i, line := range a.Form.Title {
		lines[i] = strings.ReplaceAll(line, "{ky}", a.Report.PeriodTitle())
	}
	return lines
}

// Reference is the line that cites the report. The places of a number and a date that are
// not known yet stay open (NĐ 30/2020, Phụ lục III, mẫu 2.1).
func (a *Annex) Reference() string {
	r := a.Report
	number := r.Number
	if number == "" {
		number = "…"
	}
	return strings.NewReplacer(
		"{loai}", r.Type, "{so}", number, "{ky_hieu}", r.Symbol,
		"{ngay}", writeDate(r.Date, a.Form.LongDate), "{co_quan}", r.Issuer).Replace(a.Form.Reference)
}

// writeDate follows "ngày". In the long form a 0 leads days below 10 and the months 1 and 2
// (NĐ 30/2020, Phụ lục I, II.4).
func writeDate(date time.Time, long bool) string {
	if date.IsZero() {
		return "… tháng … năm …"
	}
	day, month, year := date.Day(), date.Month(), date.Year()
	if !long {
		return fmt.Sprintf("%02d/%02d/%d", day, month, year)
	}
	if month <= 2 {
		return fmt.Sprintf("%02d tháng %02d năm %d", day, month, year)
	}
	return fmt.Sprintf("%02d tháng %d năm %d", day, month, year)
}

// Day is the date of the report or, while it is not known, the first day of its year: the
// date that the files carry, so that they do not depend on the clock.
func (r Report) Day() time.Time {
	if !r.Date.IsZero() {
		return r.Date
	}
	return time.Date(r.Year, time.January, 1, 0, 0, 0, 0, time.UTC)
}
