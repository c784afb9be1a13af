package subset

import (
	"math/bits"
	"strings"
)

// LastRune is the highest code point that fpdf can draw or write; it panics at those above it
// and at text that is not UTF-8.
const LastRune = '\uFFFF'

// Letters is a set of code points that fpdf can draw.
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

// text is the letters, each once.
func (l *Letters) text() string {
	var b strings.Builder
	for _, r := range l.Ranges() {
		for c := r[0]; c <= r[1]; c++ {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// Ranges lists the letters from lowest to highest, in stretches without a gap. None goes
// on where the high byte changes: readers lose the letters of one that does.
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
