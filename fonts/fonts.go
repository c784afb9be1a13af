// Package fonts holds the embedded typeface and measures text set in it.
//
// Liberation Serif 2.1.5 (SIL Open Font License 1.1, LICENSE-OFL.txt) has the widths of
// Times New Roman glyph by glyph, so the PDF that embeds it and the DOCX that names
// Times New Roman break their lines alike.
package fonts

import _ "embed"

// The embedded family: its bytes are those of the program, copied nowhere and never written.
var (
	//go:embed LiberationSerif-Regular.ttf
	serifRegular []byte
	//go:embed LiberationSerif-Bold.ttf
	serifBold []byte
	//go:embed LiberationSerif-Italic.ttf
	serifItalic []byte
	//go:embed LiberationSerif-BoldItalic.ttf
	serifBoldItalic []byte
)

// License is the text of the licence of the embedded family.
//
//go:embed LICENSE-OFL.txt
var License string

// Family is the four styles of one typeface.
type Family struct {
	Name, Folder                      string // of one that was loaded; "" of the embedded one
	Regular, Bold, Italic, BoldItalic *Face
}

// Serif is the embedded family. Its faces are parsed anew on each call: keep the result.
func Serif() (*Family, error) {
	var f Family
	for _, style := range []struct {
		data []byte
		face **Face
	}{{serifRegular, &f.Regular}, {serifBold, &f.Bold}, {serifItalic, &f.Italic}, {serifBoldItalic, &f.BoldItalic}} {
		var err error
		if *style.face, err = parse(style.data); err != nil {
			return nil, err
		}
	}
	return &f, nil
}

// Face is the style of the family with that weight and slant.
func (f *Family) Face(bold, italic bool) *Face {
	switch {
	case bold && italic:
		return f.BoldItalic
	case bold:
		return f.Bold
	case italic:
		return f.Italic
	}
	return f.Regular
}

// faces lists the four styles, in a fixed order.
func (f *Family) faces() []*Face {
	return []*Face{f.Regular, f.Bold, f.Italic, f.BoldItalic}
}

// Has reports whether every style can draw r.
func (f *Family) Has(r rune) bool {
	for _, face := range f.faces() {
		if !face.Has(r) {
			return false
		}
	}
	return true
}
