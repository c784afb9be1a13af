package fonts

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// timesNewRoman is the family that official documents are set in (NĐ 30/2020, Phụ lục I,
// I.2), and after it those that are made to its widths, without spaces.
func timesNewRoman() []string {
	return []string{"timesnewroman", "liberationserif", "tinos", "texgyretermes", "nimbusroman"}
}

// nearness is how near a family is to Times New Roman. The smaller comes first: by the
// styles that it lacks, then monospaced last, then by name as timesNewRoman lists them, then
// serif before other families, then by the widths of its letters, then by name and folder.
type nearness struct {
	missing    int
	monospaced bool
	kind       int // place in timesNewRoman; after it other serif families, then the rest
	distance   int // of the widths of letters from those of Times New Roman, summed up
	*familyFiles
}

func (n nearness) compare(other nearness) int {
	return cmp.Or(
		cmp.Compare(n.missing, other.missing),
		cmp.Compare(fromBool(n.monospaced), fromBool(other.monospaced)),
		cmp.Compare(n.kind, other.kind),
		cmp.Compare(n.distance, other.distance),
		cmp.Compare(n.name, other.name),
		cmp.Compare(n.folder, other.folder))
}

func fromBool(b bool) int {
	if b {
		return 1
	}
	return 0
}

// inOrder is the families that may be taken, the nearest first: all that have four styles,
// monospaced ones only among themselves. If none has, it is the nearest alone.
func inOrder(families []*familyFiles) []*familyFiles {
	times := measure(bytes.NewReader(serifRegular)) // has its widths
	var all []nearness
	for _, f := range families {
		all = append(all, f.nearness(times))
	}
	slices.SortFunc(all, nearness.compare)
	var taken []*familyFiles
	for i, n := range all {
		if i > 0 && (n.missing > 0 || n.monospaced != all[0].monospaced) {
			break
		}
		taken = append(taken, n.familyFiles)
	}
	return taken
}

// nearness measures the first style that the family has.
func (f *familyFiles) nearness(times shape) nearness {
	n := nearness{missing: styles - f.complete(), familyFiles: f}
	first := slices.IndexFunc(f.files[:], func(s styleFile) bool { return s.path != "" })
	file, err := os.Open(f.files[first].path)
	if err != nil {
		return n // it is reported when the family is loaded
	}
	defer file.Close()
	s := measure(file)
	n.monospaced = s.monospaced()
	n.distance = s.distance(times)
	known := timesNewRoman()
	n.kind = slices.Index(known, strings.ToLower(strings.ReplaceAll(f.name, " ", "")))
	if n.kind < 0 {
		n.kind = len(known) + fromBool(!s.serif)
	}
	return n
}

// shape is what can be measured of a face.
type shape struct {
	widths map[rune]int // of the letters that it has, in thousandths of an em
	serif  bool
}

func measure(data io.ReaderAt) shape {
	s := shape{widths: map[rune]int{}, serif: hasSerifs(readTable(data, "OS/2"))}
	f, err := sfnt.ParseReaderAt(data)
	if err != nil {
		return s
	}
	var buf sfnt.Buffer
	for _, r := range vietnameseLetters {
		glyph, err := f.GlyphIndex(&buf, r)
		if err != nil || glyph == 0 {
			continue
		}
		if advance, err := f.GlyphAdvance(&buf, glyph, fixed.I(1000), font.HintingNone); err == nil {
			s.widths[r] = advance.Round()
		}
	}
	return s
}

func (s shape) monospaced() bool { return s.widths['i'] > 0 && s.widths['i'] == s.widths['M'] }

// distance is the sum of the differences of the widths; a letter that is missing counts an em.
func (s shape) distance(other shape) int {
	sum := 0
	for r, width := range other.widths {
		own, ok := s.widths[r]
		if !ok {
			own = width + 1000
		}
		sum += max(own-width, width-own)
	}
	return sum
}

// hasSerifs reads the OS/2 table: the class of the family (sFamilyClass, 1 to 5 and 7 are
// serif classes), and where it is 0 the second number of PANOSE, 2 to 10 in Latin text.
func hasSerifs(os2 []byte) bool {
	if len(os2) < 34 {
		return false
	}
	class := binary.BigEndian.Uint16(os2[30:]) >> 8
	if class != 0 {
		return class <= 5 || class == 7
	}
	return os2[32] == 2 && os2[33] >= 2 && os2[33] <= 10
}
