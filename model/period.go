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

// periodNames is what is to know of a period.
type periodNames struct {
	period Period
	title  string // in a title line, before the year
	name   string // in running text
	order  int    // among those that count from the start of the year, from 1; 0: counts from elsewhere
}

// periods lists all, in the order in which they follow each other.
func periods() []periodNames {
	return []periodNames{
		{PeriodQuarter1, "QUÝ I NĂM", "quý I", 1},
		{PeriodHalfYear, "6 THÁNG ĐẦU NĂM", "6 tháng đầu năm", 2},
		{PeriodQuarter3, "QUÝ III NĂM", "quý III", 0},
		{PeriodFullYear, "NĂM", "cả năm", 3},
	}
}

// Periods lists the periods of a year, in the order in which they follow each other.
func Periods() []Period {
	var all []Period
	for _, p := range periods() {
		all = append(all, p.period)
	}
	return all
}

func (p Period) names() periodNames {
	for _, known := range periods() {
		if known.period == p {
			return known
		}
	}
	return periodNames{}
}

// Title is the period as a title line names it: "QUÝ I NĂM 2022".
func (p Period) Title(year int) string { return fmt.Sprintf("%s %d", p.names().title, year) }

// Order is the place of the period among those of its year that count from the same day, from
// 1; 0 for one that counts from another day.
func (p Period) Order() int { return p.names().order }

// Next is the period of the report that follows, and its year.
func (p Period) Next(year int) (Period, int) {
	all := Periods()
	for i, known := range all[:len(all)-1] {
		if known == p {
			return all[i+1], year
		}
	}
	return all[0], year + 1
}
