package check

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// isSymbol reports whether a text is TYPE-BODY, as BC-UBND or QĐ-TTg (NĐ 30/2020, Phụ lục I,
// II.3): capitals, then words of letters and digits, the first with a capital.
func isSymbol(s string) bool {
	kind, body, _ := strings.Cut(s, "-")
	first, _ := utf8.DecodeRuneInString(body)
	if kind == "" || strings.ContainsFunc(kind, func(r rune) bool { return !unicode.IsUpper(r) }) || !unicode.IsUpper(first) {
		return false
	}
	for word := range strings.SplitSeq(strings.NewReplacer("&", "-", ".", "-").Replace(body), "-") {
		if word == "" || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
			return false
		}
	}
	return true
}

// isNumber reports whether a text is the number of a document: digits, and letters behind them.
func isNumber(s string) bool {
	letters := strings.TrimLeft(s, "0123456789")
	return letters != s && !strings.ContainsFunc(letters, func(r rune) bool { return !unicode.IsLetter(r) })
}

// header: number and symbol are well formed; the date is not before the period begins, nor more than
// a year after it ends, by the calendar (E19).
func (c *checker) header(rule *model.Rule) {
	r := c.annex.Report
	if r.Symbol != "" && !isSymbol(r.Symbol) {
		hint := orAccept("viết chữ tắt của loại văn bản, gạch nối, chữ tắt của cơ quan, ví dụ BC-UBND", "; nếu đúng thì ", model.HeaderSubject, rule.Name)
		c.report(rule, []string{model.HeaderSubject}, diag.Finding{Place: r.Places.Symbol,
			Message: fmt.Sprintf("ký hiệu “%s” không đúng dạng", r.Symbol),
			Hint:    hint.File, Cell: hint.Cell})
	}
	if !isNumber(r.Number) && strings.Trim(r.Number, " .…_") != "" && !strings.Contains(r.Number, "/") { // what is told elsewhere
		hint := orAccept("viết số của báo cáo bằng chữ số, ví dụ 476 hoặc 12A", "; nếu đúng thì ", model.HeaderSubject, rule.Name)
		c.report(rule, []string{model.HeaderSubject}, diag.Finding{Place: r.Places.Number,
			Message: fmt.Sprintf("số văn bản “%s” không đúng dạng", r.Number), Hint: hint.File, Cell: hint.Cell})
	}
	if why := dateFault(r); why != "" {
		hint := orAccept("sửa ngay, ky hoặc nam", "; nếu đúng thì ", model.HeaderSubject, rule.Name)
		c.report(rule, []string{model.HeaderSubject}, diag.Finding{Place: r.Places.Date,
			Message: fmt.Sprintf("ngày %s %s", writeDay(r.Date), why),
			Related: []diag.Related{
				{Place: r.Places.Period, Message: fmt.Sprintf("ky = %s", r.Period)},
				{Place: r.Places.Year, Message: fmt.Sprintf("nam = %d", r.Year)},
			},
			Hint: hint.File, Cell: "sửa ngày, kỳ hoặc năm của báo cáo"})
	}
}

// dateFault says what is wrong with the date of a report; "" when nothing is, or when the
// date or the period is not known.
func dateFault(r model.Report) string {
	begin, end, ok := r.Period.Days(r.Year)
	switch {
	case r.Date.IsZero() || !ok:
		return ""
	case r.Date.Before(begin):
		return "ở trước kỳ báo cáo, bắt đầu ngày " + writeDay(begin)
	case r.Date.After(end.AddDate(1, 0, 0)):
		return "ở sau kỳ báo cáo hơn một năm, kỳ kết thúc ngày " + writeDay(end)
	}
	return ""
}

func writeDay(date time.Time) string { return date.Format("02/01/2006") }
