package model

import "fmt"

// Period is the part of a year that a report covers.
type Period string

const (
	PeriodQuarter1 Period = "quy-1"
	PeriodHalfYear Period = "6-thang"
	PeriodQuarter3 Period = "quy-3"
	PeriodFullYear Period = "nam"
)

// periodFacts is what is to know of a period.
type periodFacts struct {
	period      Period
	title       string // in a title line, before the year
	name        string // in running text
	first, last int    // of its months, by the calendar
}

// periods lists all, those that end later behind, of those that end together the shortest first.
func periods() []periodFacts {
	return []periodFacts{
		{"thang-1", "THÁNG 1 NĂM", "tháng 1", 1, 1},
		{"thang-2", "THÁNG 2 NĂM", "tháng 2", 2, 2},
		{"thang-3", "THÁNG 3 NĂM", "tháng 3", 3, 3},
		{PeriodQuarter1, "QUÝ I NĂM", "quý I", 1, 3},
		{"thang-4", "THÁNG 4 NĂM", "tháng 4", 4, 4},
		{"thang-5", "THÁNG 5 NĂM", "tháng 5", 5, 5},
		{"thang-6", "THÁNG 6 NĂM", "tháng 6", 6, 6},
		{"quy-2", "QUÝ II NĂM", "quý II", 4, 6},
		{PeriodHalfYear, "6 THÁNG ĐẦU NĂM", "6 tháng đầu năm", 1, 6},
		{"thang-7", "THÁNG 7 NĂM", "tháng 7", 7, 7},
		{"thang-8", "THÁNG 8 NĂM", "tháng 8", 8, 8},
		{"thang-9", "THÁNG 9 NĂM", "tháng 9", 9, 9},
		{PeriodQuarter3, "QUÝ III NĂM", "quý III", 7, 9},
		{"9-thang", "9 THÁNG ĐẦU NĂM", "9 tháng đầu năm", 1, 9},
		{"thang-10", "THÁNG 10 NĂM", "tháng 10", 10, 10},
		{"thang-11", "THÁNG 11 NĂM", "tháng 11", 11, 11},
		{"thang-12", "THÁNG 12 NĂM", "tháng 12", 12, 12},
		{"quy-4", "QUÝ IV NĂM", "quý IV", 10, 12},
		{PeriodFullYear, "NĂM", "cả năm", 1, 12},
	}
}

// defaultPeriods are those of a form that names none: the reports of administrative reform.
func defaultPeriods() []Period {
	return []Period{PeriodQuarter1, PeriodHalfYear, PeriodQuarter3, PeriodFullYear}
}

// Periods lists all periods that a form may have, by their end.
func Periods() []Period {
	var all []Period
	for _, p := range periods() {
		all = append(all, p.period)
	}
	return all
}

func (p Period) facts() periodFacts {
	for _, known := range periods() {
		if known.period == p {
			return known
		}
	}
	return periodFacts{}
}

// Title is the period as a title line names it: "QUÝ I NĂM 2022".
func (p Period) Title(year int) string { return fmt.Sprintf("%s %d", p.facts().title, year) }

// Name is the period in running text: "quý I".
func (p Period) Name() string { return p.facts().name }

// Months are the first and the last month of the period, by the calendar.
func (p Period) Months() (first, last int) {
	f := p.facts()
	return f.first, f.last
}
