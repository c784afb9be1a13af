package pdf

import (
	"fmt"
	"math/bits"
	"strings"
)

// letters is a set of code points that fpdf can draw.
type letters [(last + 1) / 64]uint64

func (l *letters) add(text string) {
	for _, r := range text {
		l[r/64] |= 1 << (r % 64)
	}
}

func (l *letters) join(other *letters) {
	for i, word := range other {
		l[i] |= word
	}
}

func (l *letters) count() int {
	n := 0
	for _, word := range l {
		n += bits.OnesCount64(word)
	}
	return n
}

// text is the letters, each once.
func (l *letters) text() string {
	var b strings.Builder
	for _, r := range l.ranges() {
		for c := r[0]; c <= r[1]; c++ {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// ranges lists the letters from lowest to highest, in stretches without a gap. None goes
// on where the high byte changes: readers lose the letters of one that does.
func (l *letters) ranges() [][2]rune {
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

// rangesInBlock is the most that a Unicode map may hold in one block.
const rangesInBlock = 100

// unicodeMap tells a reader which letter each code in the contents stands for (ISO 32000-1,
// 9.10.3): the letter with the same number. fpdf's own map is one range over all codes,
// which is not valid.
func (l *letters) unicodeMap() []byte {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	for all := l.ranges(); len(all) > 0; {
		n := min(len(all), rangesInBlock)
		b = fmt.Appendf(b, "%d beginbfrange\n", n)
		for _, r := range all[:n] {
			b = fmt.Appendf(b, "<%04X> <%04X> <%04X>\n", r[0], r[1], r[0])
		}
		b = append(b, "endbfrange\n"...)
		all = all[n:]
	}
	return append(b, `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`...)
}
