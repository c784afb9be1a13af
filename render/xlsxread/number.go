package xlsxread

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"time"
)

// shown is what a cell shows of a number.
type shown struct {
	text    string
	date    bool // it is a date or a time
	rounded bool // of fewer digits than the number has
	scaled  bool // in thousands or millions
	words   bool // the format has no place for digits
}

// mostDigits is how many digits of a number Excel shows: what is behind them is the noise of
// binary fractions.
const mostDigits = 15

// hugest is where a number is no figure of anybody any more.
const hugest = 1e21

// number is a number as a cell shows it, with a comma and dots as in Vietnam. It is not ok for
// what is no number.
func number(stored, code string, from1904 bool) (s shown, ok bool) {
	x, err := strconv.ParseFloat(strings.TrimSpace(stored), 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		return shown{}, false
	}
	f := formatFor(code, x)
	switch {
	case math.Abs(x) >= hugest:
		return shown{text: strconv.FormatFloat(x, 'E', -1, 64)}, true
	case f.date:
		return shown{text: date(x, from1904), date: true}, true
	}
	exact, _ := new(big.Rat).SetString(strconv.FormatFloat(x, 'e', mostDigits-1, 64))
	if f.general {
		if f.unsigned && f.before+f.after != "" {
			exact.Abs(exact)
		}
		return shown{text: f.before + decimal(exact, 0, maxDecimals, false) + f.after}, true
	}
	return f.apply(exact), true
}

// isNought reports whether a number is 0, not only to as many digits as are shown.
func isNought(stored string) bool {
	x, err := strconv.ParseFloat(strings.TrimSpace(stored), 64)
	return err == nil && x == 0
}

// maxDecimals is how many a number of 15 digits may have.
const maxDecimals = 340

// decimal writes a number with at least and at most so many decimals.
func decimal(n *big.Rat, least, most int, grouped bool) string {
	whole, rest, _ := strings.Cut(n.FloatString(most), ".")
	for len(rest) > least && strings.HasSuffix(rest, "0") {
		rest = rest[:len(rest)-1]
	}
	if grouped {
		whole = group(whole)
	}
	if rest != "" {
		whole += "," + rest
	}
	if strings.Trim(whole, "-0,") == "" {
		whole = strings.TrimPrefix(whole, "-")
	}
	return whole
}

func group(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return sign + digits
}

// apply shows a number by a format with places for digits.
func (f format) apply(n *big.Rat) shown {
	scaled := new(big.Rat).Set(n)
	for range f.percents {
		scaled.Mul(scaled, big.NewRat(100, 1))
	}
	for range f.thousands {
		scaled.Quo(scaled, big.NewRat(1000, 1))
	}
	if f.unsigned {
		scaled.Abs(scaled)
	}
	if n.Sign() == 0 && f.dashed() {
		return shown{text: "0"}
	}
	again, _ := new(big.Rat).SetString(scaled.FloatString(f.mostDecimals))
	if f.places == 0 || again.Sign() == 0 && f.leastWhole+f.leastDecimals == 0 { // "#" shows no nought
		return shown{text: f.before + f.after, words: true}
	}
	text := decimal(scaled, f.leastDecimals, f.mostDecimals, f.grouped)
	digits, sign := strings.TrimPrefix(text, "-"), ""
	if digits != text {
		sign = "-"
	}
	whole, _, _ := strings.Cut(digits, ",")
	for range f.leastWhole - len(whole) {
		digits = "0" + digits
	}
	return shown{text: sign + f.before + digits + f.after, rounded: again.Cmp(scaled) != 0, scaled: f.thousands > 0}
}

// dashed reports whether a format shows a dash for nought, as in accounts.
func (f format) dashed() bool {
	text := strings.TrimSpace(f.before + f.after)
	return text != "" && strings.Trim(text, "-–—") == "" && f.leastWhole+f.leastDecimals == 0
}

// date is a day, a time or both: days are counted from the end of 1899, or from 1904 on.
func date(x float64, from1904 bool) string {
	const farthest = 2958466 // the first day of the year 10000
	if x < 0 || x >= farthest {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case x < 60:
		start = start.AddDate(0, 0, 1) // Excel has a 29th of February 1900
	}
	days, part := math.Modf(x)
	t := start.AddDate(0, 0, int(days)).Add(time.Duration(math.Round(part*86400)) * time.Second)
	switch {
	case days == 0 && !from1904:
		return t.Format("15:04")
	case part > 0:
		return t.Format("02/01/2006 15:04")
	}
	return t.Format("02/01/2006")
}
