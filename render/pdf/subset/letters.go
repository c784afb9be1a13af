package subset

import (
	"math/bits"
	"strings"
)

// LastRune is the highest code point that fpdf can draw; it panics at those above it, and at
// text that is not UTF-8.
const LastRune = '\uFFFF'

// Letters is a set of code points up to LastRune, one bit for each.
type Letters [(LastRune + 1) / 64]uint64

func (l *Letters) Add(text string) {
	for _, r := range text {
		l[r/64] |= 1 << (r % 64)
	}
}

func (l *Letters) Join(other *Letters) {
	for i, word := range other {
		l[i] |= word
	}
}

func (l *Letters) count() int {
	n := 0
	for _, word := range l {
		n += bits.OnesCount64(word)
	}
	return n
}

// text is the letters in ascending order.
func (l *Letters) text() string {
	var b strings.Builder
	for _, r := range l.Ranges() {
		for c := r[0]; c <= r[1]; c++ {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// Ranges lists the letters in ascending ranges (first, last). No range crosses a change of the
// high byte, which ToUnicode CMaps do not allow.
func (l *Letters) Ranges() [][2]rune {
	var all [][2]rune
	for i, word := range l {
		for ; word != 0; word &= word - 1 {
			r := rune(i*64 + bits.TrailingZeros64(word))
			if n := len(all); n > 0 && all[n-1][1]+1 == r && r%256 != 0 {
				all[n-1][1] = r
			} else {
				all = append(all, [2]rune{r, r})
			}
		}
	}
	return all
}
