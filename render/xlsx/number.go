package xlsx

import (
	"cmp"
	"strings"
)

// Figure is a cell with a figure: a number where that shows it as it is written, else words.
func Figure(written string, style Style) Cell {
	number, format, ok := asNumber(written)
	switch {
	case ok:
		style.Format = format
		return Cell{Number: number, Style: style}
	case written != "":
		style.Format = wordFormat
	}
	return Cell{Text: Words(written), Style: style}
}

// asNumber is a figure as a number and the format that shows it as it is written: "07", "5 %",
// 1050. What a format would show by the habits of another country, 98,5 and 1.050, stays text.
func asNumber(written string) (number, format string, ok bool) {
	s, negative := strings.CutPrefix(written, "-")
	s, percent := strings.CutSuffix(s, "%")
	digits := strings.TrimSuffix(s, " ")
	if !percent {
		digits = s
	}
	if digits == "" || strings.Trim(digits, "0123456789") != "" || len(digits) > mostDigits || negative && strings.Trim(digits, "0") == "" {
		return "", "", false
	}
	leading := len(digits) > 1 && digits[0] == '0'
	number = strings.TrimLeft(digits, "0")
	switch {
	case percent && leading, negative && leading:
		return "", "", false
	case percent:
		number, format = hundredth(digits), "0"+s[len(digits):]+"%"
	case leading:
		format = strings.Repeat("0", len(digits))
	}
	if number == "" {
		number = "0"
	}
	if negative {
		number = "-" + number
	}
	return number, format, true
}

// mostDigits is how many of a number Excel keeps.
const mostDigits = 15

// hundredth is a whole number moved by two places.
func hundredth(digits string) string {
	for len(digits) < 3 {
		digits = "0" + digits
	}
	whole, rest := strings.TrimLeft(digits[:len(digits)-2], "0"), strings.TrimRight(digits[len(digits)-2:], "0")
	return strings.TrimSuffix(cmp.Or(whole, "0")+"."+rest, ".")
}
