package xlsx

import (
	"strconv"
	"strings"
)

// column is a column as a formula calls it: "A", "AB".
func column(n int) string {
	name := ""
	for n++; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

func (p Place) String() string { return column(p.Column) + strconv.Itoa(p.Row+1) }

// fixed is the place in a formula that does not move: "$D$12".
func (p Place) fixed() string { return "$" + column(p.Column) + "$" + strconv.Itoa(p.Row+1) }

func (r Range) String() string { return r.From.String() + ":" + r.To.String() }

// quoted is the name of a sheet in a formula.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// longestName is how many letters the name of a sheet has at most.
const longestName = 31

// SheetName is a text as the name of a sheet, without what Excel does not take in one.
func SheetName(text string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, text)
	letters := []rune(strings.Trim(strings.Join(strings.Fields(name), " "), "'"))
	if len(letters) > longestName {
		letters = letters[:longestName]
	}
	return strings.Trim(string(letters), "' ")
}
