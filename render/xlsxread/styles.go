package xlsxread

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"phuluc2b/render/ooxml"
)

// font is how text is set, as far as reading goes by it.
type font struct {
	bold, italic, underline, struck bool
	raised                          int // 1: superscript, -1: subscript
	size                            int // in half points
	color, name                     string
}

// cellStyle is how a cell looks.
type cellStyle struct {
	font   font
	fill   string // its colour; "" for none
	format string // the code of its numbers
	align  string // "center"; "" where nothing is said
	border string // of its four sides; "" for none
}

// styleSheet is the styles of cells by their numbers.
type styleSheet struct {
	cells []cellStyle
	usual font // of the style "Normal", in whose digits columns are measured
}

func (s *styleSheet) of(n int) cellStyle {
	if n < len(s.cells) {
		return s.cells[n]
	}
	return cellStyle{}
}

// readStyles reads the part with the styles, if there is one.
func (b *book) readStyles(part string) error {
	if part == "" || !b.Has(part) {
		return nil
	}
	formats := map[int]string{}
	var fonts []font
	var fills, borders []string
	return b.ReadPart(part, ooxml.MaxMain, func(m *ooxml.Markup, _ xml.StartElement) error {
		return m.Children(func(e xml.StartElement) error {
			group := kind(e)
			return m.Children(func(e xml.StartElement) (err error) {
				if len(fonts)+len(fills)+len(borders)+len(b.styles.cells)+len(formats) > maxStyles {
					return ooxml.TooLarge("more than 66 000 styles")
				}
				switch {
				case group == "numFmts" && kind(e) == "numFmt":
					formats[ooxml.Whole(e, "numFmtId")] = ooxml.Attribute(e, "formatCode")
				case group == "fonts" && kind(e) == "font":
					f, err := readFont(m)
					if len(fonts) == 0 {
						b.styles.usual = f
					}
					fonts = append(fonts, f)
					return err
				case group == "fills" && kind(e) == "fill":
					fill, err := readFill(m)
					fills = append(fills, fill)
					return err
				case group == "borders" && kind(e) == "border":
					border, err := readBorder(m)
					borders = append(borders, border)
					return err
				case group == "cellXfs" && kind(e) == "xf":
					var style cellStyle
					if n := ooxml.Whole(e, "fontId"); n < len(fonts) {
						style.font = fonts[n]
					}
					if n := ooxml.Whole(e, "fillId"); n < len(fills) {
						style.fill = fills[n]
					}
					if n := ooxml.Whole(e, "borderId"); n < len(borders) {
						style.border = borders[n]
					}
					id := ooxml.Whole(e, "numFmtId")
					if style.format = formats[id]; style.format == "" {
						style.format = builtIn(id)
					}
					style.align, err = readAlignment(m)
					b.styles.cells = append(b.styles.cells, style)
				}
				return err
			})
		})
	})
}

// readFont reads the open font, or the properties of a run.
func readFont(m *ooxml.Markup) (font, error) {
	var f font
	err := m.Children(func(e xml.StartElement) error {
		value := ooxml.Attribute(e, "val")
		switch kind(e) {
		case "b":
			f.bold = ooxml.IsOn(e)
		case "i":
			f.italic = ooxml.IsOn(e)
		case "u":
			f.underline = value != "none"
		case "strike":
			f.struck = ooxml.IsOn(e)
		case "vertAlign":
			switch value {
			case "superscript":
				f.raised = 1
			case "subscript":
				f.raised = -1
			}
		case "sz":
			if points, err := strconv.ParseFloat(value, 64); err == nil && points > 0 && points < 1000 {
				f.size = int(points*2 + 0.5)
			}
		case "color":
			f.color = color(e)
		case "name", "rFont":
			f.name = value
		}
		return nil
	})
	return f, err
}

// color is a colour as RRGGBB, or by its number in the theme; "" for black.
func color(e xml.StartElement) string {
	rgb := ooxml.Attribute(e, "rgb")
	if len(rgb) == 8 {
		rgb = rgb[2:]
	}
	theme, indexed := ooxml.Attribute(e, "theme"), ooxml.Attribute(e, "indexed")
	switch {
	case rgb != "" && rgb != "000000":
		return strings.ToUpper(rgb)
	case theme == "0", indexed == "1", indexed == "9":
		return white
	case theme != "" && theme != "1":
		return "theme" + theme
	case indexed != "" && indexed != "8" && indexed != "0" && indexed != "64":
		return "indexed" + indexed
	}
	return ""
}

const white = "FFFFFF"

func readFill(m *ooxml.Markup) (string, error) {
	fill := ""
	err := m.Children(func(e xml.StartElement) error {
		pattern := ooxml.Attribute(e, "patternType")
		if kind(e) == "gradientFill" {
			fill = "gradient"
		}
		if kind(e) != "patternFill" || pattern == "none" || pattern == "" {
			return nil
		}
		return m.Children(func(e xml.StartElement) error {
			if kind(e) == "fgColor" {
				if fill = color(e); fill == white {
					fill = ""
				}
			}
			return nil
		})
	})
	return fill, err
}

// readBorder names the lines of the four sides.
func readBorder(m *ooxml.Markup) (string, error) {
	sides := map[string]string{}
	err := m.Children(func(e xml.StartElement) error {
		if style := ooxml.Attribute(e, "style"); style != "" && style != "none" {
			sides[kind(e)] = style
		}
		return nil
	})
	left, right := cmp.Or(sides["left"], sides["start"]), cmp.Or(sides["right"], sides["end"])
	return strings.TrimSpace(left + " " + right + " " + sides["top"] + " " + sides["bottom"]), err
}

func readAlignment(m *ooxml.Markup) (string, error) {
	align := ""
	err := m.Children(func(e xml.StartElement) error {
		if kind(e) == "alignment" {
			switch ooxml.Attribute(e, "horizontal") {
			case "left", "fill":
				align = "left"
			case "center", "centerContinuous":
				align = "center"
			case "right":
				align = "right"
			case "justify", "distributed":
				align = "both"
			}
		}
		return nil
	})
	return align, err
}

// emphasis names what sets text apart, "" for nothing: "b i color=FF0000".
func (f font) emphasis() string {
	var parts []string
	for _, p := range []struct {
		on   bool
		name string
	}{{f.bold, "b"}, {f.italic, "i"}, {f.underline, "u"}, {f.struck, "strike"}, {f.raised != 0, "raised"}, {f.color != "", fmt.Sprint("color=", f.color)}} {
		if p.on {
			parts = append(parts, p.name)
		}
	}
	return strings.Join(parts, " ")
}
