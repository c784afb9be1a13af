package collect

import (
	"slices"
	"strings"
	"unicode"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// names are some of the units, the first few by name: "A, B, C và 3 đơn vị nữa".
func (sum *Sum) names(units model.Set, most int) string { return named(sum.Units, units, most) }

// briefly is names for a note: it leaves out what all are called alike.
func (sum *Sum) briefly(units model.Set, most int) string {
	alike := calledAlike(sum.Units)
	brief := make([]string, len(sum.Units))
	for i, name := range sum.Units {
		brief[i] = strings.TrimPrefix(name, alike)
	}
	return named(brief, units, most)
}

func named(all []string, units model.Set, most int) string {
	names := make([]string, len(units))
	for n, i := range units {
		names[n] = all[i]
	}
	return diag.Few(names, most, ", ", "đơn vị")
}

// calledAlike is the words with which all units begin, but for those of a name of their own:
// "UBND xã ".
func calledAlike(units []string) string {
	if len(units) < 2 {
		return ""
	}
	alike := ""
	for word := range strings.SplitAfterSeq(units[0], " ") {
		letters := []rune(word)
		own := len(letters) > 1 && unicode.IsUpper(letters[0]) && !unicode.IsUpper(letters[1])
		if own || !strings.HasSuffix(word, " ") || slices.ContainsFunc(units, func(name string) bool { return !strings.HasPrefix(name, alike+word) }) {
			break
		}
		alike += word
	}
	return alike
}
