package diag

import (
	"strings"
	"unicode"
)

// tabStop is how far a tab of a source line is expanded when it is shown.
const tabStop = 4

// runeWidth is the number of terminal columns that r takes: none for a mark that stands on
// the letter before it, two for East Asian letters.
func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana),
		r >= 0xff01 && r <= 0xff60, r >= 0x1f300 && r <= 0x1faff:
		return 2
	}
	return 1
}

// Width is the number of terminal columns that s takes.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// Wrap breaks text into lines of at most that many terminal columns, at spaces and at its own
// line breaks; a word that is wider than a line is cut. There is always one line.
func Wrap(text string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && Width(line)+1+Width(word) <= width {
				line += " " + word
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			cut, rest := split(word, width)
			for rest != "" {
				lines = append(lines, cut)
				cut, rest = split(rest, width)
			}
			line = cut
		}
		lines = append(lines, line)
	}
	return lines
}

// split cuts off the letters of a word that fit a line, one at least, with their marks.
func split(word string, width int) (line, rest string) {
	used := 0
	for i, r := range word {
		if used += runeWidth(r); used > width && i > 0 {
			return word[:i], word[i:]
		}
	}
	return word, ""
}
