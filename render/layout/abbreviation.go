package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviation is a short form in the words of a document, and what it stands for.
type Abbreviation struct{ Short, Long string }

// Piece is a stretch of a text: an abbreviation with what it stands for or, without, what is
// between two.
type Piece struct{ Text, Long string }

// Pieces cuts a text at the abbreviations of the document, which are whole words; nil if it has
// none. Longer ones go before those that they begin with.
func (d *Document) Pieces(text string) []Piece {
	var pieces []Piece
	from, inside := 0, false // the end of the last abbreviation; whether a word goes on
	for at, r := range text {
		if !inside && at >= from {
			if a := d.abbreviation(text[at:]); a.Short != "" {
				if from < at {
					pieces = append(pieces, Piece{Text: text[from:at]})
				}
				pieces = append(pieces, Piece{a.Short, a.Long})
				from = at + len(a.Short)
			}
		}
		inside = inWord(r)
	}
	if pieces != nil && from < len(text) {
		pieces = append(pieces, Piece{Text: text[from:]})
	}
	return pieces
}

// abbreviation is the longest that a text begins with, as a whole word; "" for none.
func (d *Document) abbreviation(text string) (found Abbreviation) {
	for _, a := range d.Abbreviations {
		if len(a.Short) > len(found.Short) && strings.HasPrefix(text, a.Short) {
			if after, _ := utf8.DecodeRuneInString(text[len(a.Short):]); !inWord(after) {
				found = a
			}
		}
	}
	return found
}

func inWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
