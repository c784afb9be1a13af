package diag

import "strings"

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
