package fonts

import (
	"bytes"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// tabled is the number of code points whose widths are looked up once: Latin with all
// Vietnamese letters, punctuation and currency signs.
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

	font     *sfnt.Font
	advances [tabled]int16 // -1 where the face has no glyph
}

// parse reads a TrueType font file.
func parse(data []byte) (*Face, error) {
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	var buf sfnt.Buffer
	face := &Face{Data: data, Em: int(f.UnitsPerEm()), font: f}
	if face.Name, err = f.Name(&buf, sfnt.NameIDPostScript); err != nil || face.Name == "" {
		face.Name = nameWithout(data)
	}
	m, err := f.Metrics(&buf, face.ppem(), font.HintingNone)
	if err != nil {
		return nil, err
	}
	face.Ascent, face.Descent = m.Ascent.Round(), m.Descent.Round()
	face.LineGap = m.Height.Round() - face.Ascent - face.Descent
	for r := range rune(tabled) {
		face.advances[r] = face.lookUp(&buf, r)
	}
	return face, nil
}

// nameWithout is a PostScript name for a font that has none: of its family and style.
func nameWithout(data []byte) string {
	names := readNames(bytes.NewReader(data))
	return strings.ReplaceAll(names[nameFamily]+"-"+names[nameSubfamily], " ", "")
}

// ppem makes sfnt answer in font units.
func (f *Face) ppem() fixed.Int26_6 { return fixed.I(f.Em) }

func (f *Face) lookUp(buf *sfnt.Buffer, r rune) int16 {
	glyph, err := f.font.GlyphIndex(buf, r)
	if err != nil || glyph == 0 {
		return -1
	}
	advance, err := f.font.GlyphAdvance(buf, glyph, f.ppem(), font.HintingNone)
	if err != nil {
		return -1
	}
	return int16(advance.Round())
}

func (f *Face) advance(r rune) int16 {
	if r < tabled {
		return f.advances[r]
	}
	return f.lookUp(nil, r)
}

// Has reports whether the face has a glyph for r.
func (f *Face) Has(r rune) bool { return f.advance(r) >= 0 }

// RuneWidth is the advance of a letter, in font units; one em for a letter without a glyph.
func (f *Face) RuneWidth(r rune) int {
	if a := f.advance(r); a >= 0 {
		return int(a)
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
