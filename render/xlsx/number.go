package xlsx

import (
	"cmp"
	"regexp"
	"strings"
	"sync"
)

// Figure is a cell with a figure to reckon with: a number where it is one, as near to how it is
// written as a format shows it, else words.
func Figure(written string, style Style) Cell {
	number, format, ok := asNumber(usualSigns().Replace(written))
	switch {
	case ok:
		style.Format = format
		return Cell{Number: number, Style: style}
	case written != "":
		style.Format = wordFormat
	}
	return Cell{Text: Words(written), Style: style}
}

// usualSigns are those of a number in place of narrow spaces and the minus of typesetters.
func usualSigns() *strings.Replacer {
	var pairs []string
	for _, space := range []string{"\u00a0", "\u202f", "\u2009"} {
		pairs = append(pairs, space+"%", " %", space, ".")
	}
	return strings.NewReplacer(append(pairs, "−", "-")...)
}

// vietnamese is a number as it is written in Vietnam: its sign, its whole part, perhaps with a dot
// after thousands, what is behind the comma, and its sign of a percentage.
var vietnamese = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(-?)([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?( ?%)?$`)
})

// twoWays is what a count in English looks like as well: "1,050".
var twoWays = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^-?[1-9][0-9]{0,2},[0-9]{3}$`) })

// How many digits of a number Excel keeps, and how many of a whole one it shows without a format.
const (
	mostDigits  = 15
	mostGeneral = 11
)

// asNumber is a figure as a number and the format that shows it as it is written, where commas
// and dots stand as in Vietnam: "07", "5 %", "1.050", "98,5".
func asNumber(written string) (number, format string, ok bool) {
	parts := vietnamese().FindStringSubmatch(written)
	if parts == nil || twoWays().MatchString(written) {
		return "", "", false
	}
	sign, shown, decimals, percent := parts[1], parts[2], parts[3], parts[4]
	whole := strings.ReplaceAll(shown, ".", "")
	nought := strings.Trim(whole+decimals, "0") == ""
	if len(whole)+len(decimals) > mostDigits || nought && sign != "" {
		return "", "", false
	}
	switch {
	case shown != whole:
		format = "#,##0"
	case len(whole) > 1 && whole[0] == '0':
		format = strings.Repeat("0", len(whole))
	case decimals+percent != "", len(whole) > mostGeneral:
		format = "0"
	}
	if decimals != "" {
		format += "." + strings.Repeat("0", len(decimals))
	}
	if percent != "" {
		whole, decimals = hundredth(whole, decimals)
	}
	number = sign + cmp.Or(strings.TrimLeft(whole, "0"), "0") + "." + strings.TrimRight(decimals, "0")
	return strings.TrimSuffix(number, "."), format + percent, true
}

// hundredth moves the point of a number by two places.
func hundredth(whole, decimals string) (string, string) {
	whole = "00" + whole
	return whole[:len(whole)-2], whole[len(whole)-2:] + decimals
}
