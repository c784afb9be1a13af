package xlsx

import (
	"strconv"

	"phuluc2b/render/layout"
)

// usualSize is that of the book's default font: columns are measured in its digits, which are 8
// pixels wide in this size and no fraction of one.
const (
	usualSize  = 12 * layout.Point
	digitWidth = 8
	pixel      = layout.Point * 3 / 4
)

// width is that of a column in digits of the default font.
func width(l layout.Length) string {
	return strconv.FormatFloat(float64((l+pixel/2)/pixel)/digitWidth, 'f', -1, 64)
}

// styleSheet numbers the styles of a book in the order in which they are first used.
type styleSheet struct {
	styles  numbered[Style]
	fonts   numbered[font]
	fills   numbered[string]
	formats numbered[string]
}

type font struct {
	size         layout.Length
	bold, italic bool
}

func (s Style) font() font { return font{s.Size, s.Bold, s.Italic} }

// numbered are values, each once.
type numbered[T comparable] struct {
	all    []T
	number map[T]int
}

func (n *numbered[T]) of(v T) int {
	if at, ok := n.number[v]; ok {
		return at
	}
	if n.number == nil {
		n.number = map[T]int{}
	}
	n.number[v] = len(n.all)
	n.all = append(n.all, v)
	return len(n.all) - 1
}

// newStyleSheet has the style of cells that have none, which comes first.
func newStyleSheet() *styleSheet {
	s := &styleSheet{}
	s.of(Style{Size: usualSize})
	return s
}

func (s *styleSheet) of(style Style) int {
	if style.Size == 0 {
		style.Size = usualSize
	}
	s.fonts.of(style.font())
	if style.Fill != "" {
		s.fills.of(style.Fill)
	}
	if style.Format != "" && style.Format != wordFormat {
		s.formats.of(style.Format)
	}
	return s.styles.of(style)
}

// Numbers of formats: those that Excel knows, and the first of a book's own. A book has two
// fills before its own.
const (
	wordFormat  = "@"
	wordNumber  = 49
	firstFormat = 164
	firstFill   = 2
)

func (s *styleSheet) format(style Style) int {
	switch style.Format {
	case "":
		return 0
	case wordFormat:
		return wordNumber
	}
	return firstFormat + s.formats.of(style.Format)
}

func (s *styleSheet) fill(style Style) int {
	if style.Fill == "" {
		return 0
	}
	return firstFill + s.fills.of(style.Fill)
}

func (s *styleSheet) write(w *writer) {
	w.open("styleSheet", mainSpace)
	w.list("numFmts", len(s.formats.all), func(i int) {
		w.printf(`<numFmt numFmtId="%d" formatCode="%s"/>`, firstFormat+i, escaped(s.formats.all[i]))
	})
	w.list("fonts", len(s.fonts.all), func(i int) {
		w.printf("<font>")
		w.font(s.fonts.all[i], "name")
		w.printf("</font>")
	})
	w.list("fills", firstFill+len(s.fills.all), func(i int) {
		if i < firstFill {
			w.printf(`<fill><patternFill patternType="%s"/></fill>`, []string{"none", "gray125"}[i])
			return
		}
		w.printf(`<fill><patternFill patternType="solid"><fgColor rgb="FF%s"/><bgColor indexed="64"/></patternFill></fill>`, s.fills.all[i-firstFill])
	})
	w.printf(`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>`)
	for _, side := range []string{"left", "right", "top", "bottom"} {
		w.printf(`<%s style="thin"><color indexed="64"/></%s>`, side, side)
	}
	w.printf(`<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	w.list("cellXfs", len(s.styles.all), func(i int) { w.cellStyle(s, s.styles.all[i]) })
	w.printf(`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`)
	w.printf(`<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>`)
	w.close("styleSheet")
}

// font writes the properties of a font, which a style and a run call it by different names.
func (w *writer) font(f font, name string) {
	if f.bold {
		w.printf("<b/>")
	}
	if f.italic {
		w.printf("<i/>")
	}
	w.printf(`<sz val="%s"/><%s val="%s"/><family val="1"/>`, strconv.FormatFloat(f.size.Points(), 'f', -1, 64), name, layout.Typeface)
}

func (w *writer) cellStyle(s *styleSheet, style Style) {
	border, locked := 0, 1
	if style.Bordered {
		border = 1
	}
	if style.Open {
		locked = 0
	}
	w.printf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">`,
		s.format(style), s.fonts.of(style.font()), s.fill(style), border)
	w.printf(`<alignment horizontal="%s" vertical="center" wrapText="1"/><protection locked="%d"/></xf>`, style.Align, locked)
}
