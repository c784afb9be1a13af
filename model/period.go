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
	var all []periodFacts
	for month := 1; month <= 12; month++ {
		number := fmt.Sprint(month)
		all = append(all, periodFacts{Period("thang-" + number), "THÁNG " + number + " NĂM", "tháng " + number, month, month})
		if month%3 == 0 {
			quarter := month / 3
			roman := []string{"I", "II", "III", "IV"}[quarter-1]
			all = append(all, periodFacts{Period(fmt.Sprintf("quy-%d", quarter)), "QUÝ " + roman + " NĂM", "quý " + roman, month - 2, month})
		}
		switch month {
		case 6, 9:
			all = append(all, periodFacts{Period(number + "-thang"), number + " THÁNG ĐẦU NĂM", number + " tháng đầu năm", 1, month})
		case 12:
			all = append(all, periodFacts{PeriodFullYear, "NĂM", "cả năm", 1, month})
		}
	}
	return all
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
