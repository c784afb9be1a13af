package pdf

import (
	"fmt"
	"math/bits"
	"unicode"
	"unicode/utf8"

	"phuluc2b/fonts"
	"phuluc2b/render/paginate"
)

// lastRune is the highest code point of a letter: a font has no more codes.
const lastRune = '\uFFFF'

// letterSet is a set of code points up to lastRune, one bit for each.
type letterSet [(lastRune + 1) / 64]uint64

func (l *letterSet) has(r rune) bool { return l[r/64]&(1<<(r%64)) != 0 }

func (l *letterSet) add(r rune) { l[r/64] |= 1 << (r % 64) }

// line adds the letters of a line. It refuses those that the face does not have, for which a
// reader draws a box, and those of Unicode category C (format marks, private use).
func (l *letterSet) line(line paginate.Line, face *fonts.Face) error {
	if !utf8.ValidString(line.Text) {
		return fmt.Errorf("pdf: %q is not UTF-8", line.Text)
	}
	for _, text := range []string{line.Text, line.Gap} {
		for _, r := range text {
			switch {
			case r >= lastRune-1:
				return fmt.Errorf("pdf: cannot write %q (%U) in %q", r, r, text)
			case l.has(r): // most are
			case !face.Has(r) || unicode.Is(unicode.C, r):
				return fmt.Errorf("pdf: %s cannot draw %q (%U) in %q", face.Name, r, r, text)
			default:
				l.add(r)
			}
		}
	}
	return nil
}

// sorted lists the letters in ascending order.
func (l *letterSet) sorted() []rune {
	var all []rune
	for i, word := range l {
		for ; word != 0; word &= word - 1 {
			all = append(all, rune(i*64+bits.TrailingZeros64(word)))
		}
	}
	return all
}
