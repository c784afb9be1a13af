package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviation is a short form in the words of a document, which is not empty, and what it stands for.
type Abbreviation struct{ Short, Long string }

// Piece is a stretch of a text: an abbreviation with what it stands for or, without, what is
// between two.
type Piece struct{ Text, Long string }

// Pieces cuts a text at the abbreviations of the document, which are whole words; nil if it has
// none. Longer ones go before those that they begin with.
func (d *Document) Pieces(text string) []Piece {
	var begins [256]bool // a byte begins an abbreviation
	for _, a := range d.Abbreviations {
		begins[a.Short[0]] = true
	}
	var pieces []Piece
	from := 0
	for at := 0; at < len(text); at++ {
		if !begins[text[at]] {
			continue
		}
		if a := d.abbreviation(text, at); a.Short != "" {
			if from < at {
				pieces = append(pieces, Piece{Text: text[from:at]})
			}
			pieces = append(pieces, Piece{a.Short, a.Long})
			from = at + len(a.Short)
			at = from - 1
		}
	}
	if pieces != nil && from < len(text) {
		pieces = append(pieces, Piece{Text: text[from:]})
	}
	return pieces
}

// abbreviation is the longest that stands at an offset of a text, as a whole word; none if it is
// empty.
func (d *Document) abbreviation(text string, at int) (found Abbreviation) {
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); inWord(before) {
		return found
	}
	for _, a := range d.Abbreviations {
		rest, ok := strings.CutPrefix(text[at:], a.Short)
		if after, _ := utf8.DecodeRuneInString(rest); ok && !inWord(after) && len(a.Short) > len(found.Short) {
			found = a
		}
	}
	return found
}

func inWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
