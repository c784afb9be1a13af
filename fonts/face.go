package fonts

import (
	"bytes"
	"encoding/binary"
	"strings"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// tabled is the number of code points whose widths are looked up once, when they are first
// asked for: Latin with all Vietnamese letters, punctuation and currency signs.
const tabled = 0x2200

// Face is one style of a typeface with what setting text in it needs. Distances are in
// font units, Em of them to the font size. A Face is read-only: goroutines may share it.
type Face struct {
	Name    string // PostScript name, "LiberationSerif-Bold"
	Data    []byte // the whole font file, as it was made
	Em      int
	Ascent  int // from the baseline up to the top of a line
	Descent int // from the baseline down to its foot
	LineGap int // between two lines

	CapHeight   int
	Bounds      [4]int  // of all glyphs: left, bottom, right, top
	ItalicAngle float64 // in degrees, of a slanted face below 0
	Weight      int     // 400 of a regular face, 700 of a bold one

	font     *sfnt.Font
	advances *[tabled]atomic.Int32 // plus 2: 1 has no glyph, 0 is not looked up yet
}

// parse reads a TrueType font file.
func parse(data []byte) (*Face, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	var buf sfnt.Buffer
	face := &Face{Data: data, Em: int(f.UnitsPerEm()), font: f, advances: new([tabled]atomic.Int32)}
	if face.Name, err = f.Name(&buf, sfnt.NameIDPostScript); err != nil || face.Name == "" {
		face.Name = nameWithout(data)
	}
	m, err := f.Metrics(&buf, face.ppem(), font.HintingNone)
	if err != nil {
		return nil, err
	}
	face.Ascent, face.Descent = m.Ascent.Round(), m.Descent.Round()
	face.LineGap = m.Height.Round() - face.Ascent - face.Descent
	face.CapHeight = m.CapHeight.Round()
	if post := f.PostTable(); post != nil {
		face.ItalicAngle = post.ItalicAngle
	}
	face.Weight = 500
	if os2 := face.Table("OS/2"); len(os2) >= 6 {
		face.Weight = int(binary.BigEndian.Uint16(os2[4:]))
	}
	bounds, err := f.Bounds(&buf, face.ppem(), font.HintingNone)
	face.Bounds = [4]int{bounds.Min.X.Round(), -bounds.Max.Y.Round(), bounds.Max.X.Round(), -bounds.Min.Y.Round()}
	return face, err
}

// nameWithout is a PostScript name for a font that has none: of its family and style.
func nameWithout(data []byte) string {
	names := readNames(bytes.NewReader(data))
	return strings.ReplaceAll(names[nameFamily]+"-"+names[nameSubfamily], " ", "")
}

// ppem makes sfnt answer in font units.
func (f *Face) ppem() fixed.Int26_6 { return fixed.I(f.Em) }

// Glyph is the number of the glyph of r; 0 for none.
func (f *Face) Glyph(r rune) int {
	glyph, err := f.font.GlyphIndex(nil, r)
	if err != nil {
		return 0
	}
	return int(glyph)
}

// Table is a table of the font file; nil when there is none of that name.
func (f *Face) Table(name string) []byte {
	offset, length := findTable(bytes.NewReader(f.Data), name)
	if offset+length > int64(len(f.Data)) {
		return nil
	}
	return f.Data[offset : offset+length : offset+length]
}

// lookUp is the advance of a letter, -1 where the face has no glyph.
func (f *Face) lookUp(r rune) int {
	glyph := f.Glyph(r)
	if glyph == 0 {
		return -1
	}
	advance, err := f.font.GlyphAdvance(nil, sfnt.GlyphIndex(glyph), f.ppem(), font.HintingNone)
	if err != nil {
		return -1
	}
	return advance.Round()
}

func (f *Face) advance(r rune) int {
	if r < 0 || r >= tabled {
		return f.lookUp(r)
	}
	known := &f.advances[r]
	if known.Load() == 0 {
		known.Store(int32(f.lookUp(r)) + 2)
	}
	return int(known.Load()) - 2
}

// Has reports whether the face has a glyph for r.
func (f *Face) Has(r rune) bool { return f.advance(r) >= 0 }

// RuneWidth is the advance of a letter, in font units; one em for a letter without a glyph.
func (f *Face) RuneWidth(r rune) int {
	if a := f.advance(r); a >= 0 {
		return a
	}
	return f.Em
}

// Width is the length of text on one line, in font units.
func (f *Face) Width(text string) int {
	sum := 0
	for _, r := range text {
		sum += f.RuneWidth(r)
	}
	return sum
}

// LineHeight is the distance of two baselines, in font units: what the font says, so that
// stacked marks (Ế, Ộ, Ẳ) stay inside their line.
func (f *Face) LineHeight() int { return f.Ascent + f.Descent + f.LineGap }
