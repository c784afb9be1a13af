package infer

import (
	"strings"
	"unicode/utf8"

	"phuluc2b/model/tabular"
)

// numeral is how an STT counts. Those that are listed first stand further out; a decimal has a
// depth besides.
type numeral int

const (
	bold       numeral = iota // no STT, but a row that is set apart
	upperOuter                // A or I, whichever the table has first
	upperInner
	decimal
	lowerLetter
	lowerRoman
	dash
	plus
	bullet
	none
)

// number is an STT taken apart.
type number struct {
	numeral numeral
	depth   int    // of a decimal: 1.2.1 has three
	text    string // without signs around it
	letter  bool   // it is A, B, C, of which some are Roman numerals too
	roman   bool
}

var (
	decimalNumber = tabular.Pattern(`^(?:\d{1,3}|[A-ZĐ]|[IVXLC]{1,6})(?:[.,-](?:\d{1,3}|[a-zđ]))*$`)
	digitLetter   = tabular.Pattern(`^\d{1,3}[a-zđ]$`)
	romanNumber   = tabular.Pattern(`^(?:X{0,3})(?:IX|IV|V?I{0,3})$`)
)

// dashes are those that people type.
const dashes = "-–—−"

// cellNumber is the STT of a cell, as it is printed.
func cellNumber(c tabular.Cell) string {
	if text := tabular.OneLine(c.Text); text != "" {
		return text
	}
	return c.Number
}

// parseNumber takes an STT apart. It is not ok for words.
func parseNumber(s string) (n number, ok bool) {
	s = strings.TrimSpace(s)
	if bullets := strings.Trim(s, dashes+"+*•·▪○●"); bullets == "" && s != "" {
		switch {
		case strings.Contains(s, "+"):
			return number{numeral: plus, text: s}, true
		case strings.ContainsAny(s, dashes):
			return number{numeral: dash, text: s}, true
		}
		return number{numeral: bullet, text: s}, true
	}
	text := strings.Trim(s, " ().:/-[]")
	upper := strings.ToUpper(text)
	roman := text != "" && romanNumber().MatchString(upper)
	letter := utf8.RuneCountInString(text) == 1 && strings.ToUpper(text) != strings.ToLower(text)
	n = number{text: text, letter: letter, roman: roman}
	switch {
	case (letter || roman) && text == upper:
		n.numeral = upperOuter // which of the two is settled in the table
	case roman && text == strings.ToLower(text) && !letter:
		n.numeral = lowerRoman
	case letter:
		n.numeral = lowerLetter
	case digitLetter().MatchString(text):
		n.numeral, n.depth = decimal, 2
	case decimalNumber().MatchString(text):
		n.numeral, n.depth = decimal, 1+strings.Count(text, ".")+strings.Count(text, ",")+strings.Count(text, "-")
	default:
		return number{}, false
	}
	return n, true
}

// ladder finds how deep rows stand by the way that their STT count: one that counts like a row
// further up stands beside it, another below.
type ladder struct {
	rungs []rung
	outer string // the numerals of upperOuter: "letter", "roman"; "" before the first
}

type rung struct {
	numeral numeral
	depth   int
	text    string // of the last STT
	upper   string // of upperOuter and upperInner: which of the two
}

// place is how deep a row stands, from 0.
func (l *ladder) place(n number) int {
	r := rung{numeral: n.numeral, depth: n.depth, text: n.text}
	if n.numeral == upperOuter {
		r.upper = l.upperCase(n)
		if l.outer == "" {
			l.outer = r.upper
		}
		if r.upper != l.outer {
			r.numeral = upperInner
		}
	}
	if n.numeral == lowerLetter && n.roman && !l.follows(n.text, lowerLetter, "") && (n.text == "i" || l.follows(n.text, lowerRoman, "")) {
		r.numeral = lowerRoman
	}
	for i, known := range l.rungs {
		if known.numeral == r.numeral && known.depth == r.depth {
			l.rungs = append(l.rungs[:i], r)
			return i
		}
	}
	for len(l.rungs) > 0 {
		last := l.rungs[len(l.rungs)-1]
		if last.numeral < r.numeral || last.numeral == r.numeral && last.depth < r.depth {
			break
		}
		l.rungs = l.rungs[:len(l.rungs)-1]
	}
	l.rungs = append(l.rungs, r)
	return len(l.rungs) - 1
}

// upperCase tells letters from Roman numerals: C, D, I, V, X and L may be both.
func (l *ladder) upperCase(n number) string {
	switch {
	case !n.roman:
		return "letter"
	case !n.letter:
		return "roman"
	case l.follows(n.text, upperOuter, "letter") || l.follows(n.text, upperInner, "letter"):
		return "letter"
	}
	return "roman"
}

// follows reports whether a letter is the one after the last on a rung.
func (l *ladder) follows(text string, on numeral, upper string) bool {
	for _, r := range l.rungs {
		if r.numeral != on || r.upper != upper {
			continue
		}
		if on == lowerRoman {
			return true
		}
		const alphabet = "abcdđefghiklmnopqrstuvxy"
		before, after := strings.Index(alphabet, strings.ToLower(r.text)), strings.Index(alphabet, strings.ToLower(text))
		return r.text != "" && before >= 0 && after > before && after-before <= 3 // đ takes two bytes, and lists leave it out
	}
	return false
}
