package layout

import (
	"strings"

	"phuluc2b/fonts"
)

// Lines breaks a paragraph into lines of at most that width, set in the family. It breaks at
// spaces only, not at hyphens: "2394/QĐ-UBND" stays whole. A word wider than a line is broken
// where the line is full. The result has at least one line.
func (p Paragraph) Lines(family *fonts.Family, width Length) []string {
	face := family.Face(p.Style.Bold, p.Style.Italic)
	// A text of n units at size s is n*s/em twips wide: compare in whole numbers.
	room := int(width) * face.Em / int(p.Style.Size)
	var lines []string
	start, used := 0, 0 // of the line: its first byte, the units of it so far
	space := 0          // its last run of spaces that may become a break
	for i, r := range p.Text {
		if r == ' ' { // spaces at the end of a line may exceed the width
			if i > start && p.Text[i-1] != ' ' {
				space = i
			}
			used += face.RuneWidth(r)
			continue
		}
		if used+face.RuneWidth(r) > room && i > start {
			end, next := i, i
			if space > start {
				end, next = space, space+leadingSpaces(p.Text[space:])
			}
			lines = append(lines, p.Text[start:end])
			start, used = next, face.Width(p.Text[next:i])
		}
		used += face.RuneWidth(r)
	}
	return append(lines, strings.TrimRight(p.Text[start:], " "))
}

func leadingSpaces(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// noBreak is a blank at which no line breaks. It is as wide as another, and whoever reads the
// text back takes it for one.
const noBreak = "\u00a0"

// Searchable is a text as it is drawn, with ordinary blanks: who searches a file types these.
func Searchable(s string) string { return strings.ReplaceAll(s, noBreak, " ") }

// withoutOrphan keeps the last two words of a paragraph together, where its last line would be
// one word alone.
func (p Paragraph) withoutOrphan(family *fonts.Family, width Length) Paragraph {
	lines := p.Lines(family, width)
	last := lines[len(lines)-1]
	before, broken := strings.CutSuffix(strings.TrimSuffix(strings.TrimRight(p.Text, " "), last), " ")
	if len(lines) == 1 || !broken || strings.Contains(last, " ") || !family.Face(p.Style.Bold, p.Style.Italic).Has('\u00a0') {
		return p
	}
	kept := Paragraph{p.Style, strings.TrimRight(before, " ") + noBreak + last}
	if again := kept.Lines(family, width); len(again) == len(lines) && strings.Contains(again[len(again)-1], noBreak) {
		return kept
	}
	return p
}

// LineHeight is the distance of two lines of the style, set in the family.
func (s *Style) LineHeight(family *fonts.Family) Length {
	face := family.Face(s.Bold, s.Italic)
	return Length((face.LineHeight()*int(s.Size) + face.Em - 1) / face.Em)
}

// Above is the blank space above a paragraph of the style, below one of the previous style
// (nil for none) whose own space is there already: of the two the larger counts, as in Word.
func (s *Style) Above(previous *Style) Length {
	if previous == nil {
		return s.Before
	}
	return max(0, s.Before-previous.After)
}

// Height is the room that paragraphs take between edges so far apart: their lines and the
// blank space above and below them.
func Height(family *fonts.Family, paragraphs []Paragraph, width Length) Length {
	var height Length
	var previous *Style
	for _, p := range paragraphs {
		height += p.Style.Above(previous) + p.Style.After
		height += Length(len(p.Lines(family, width))) * p.Style.LineHeight(family)
		previous = p.Style
	}
	return height
}
