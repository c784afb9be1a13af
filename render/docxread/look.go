package docxread

import (
	"encoding/xml"
	"strings"

	"phuluc2b/render/ooxml"
)

// look is how text is set, as far as reading goes by it. What is not said is as below it.
type look struct {
	said                          lookPart
	bold, italic, underline       bool
	struck, hidden                bool
	raised                        int // 1: superscript, -1: subscript
	size                          int // in half points
	color, highlight, shade, font string
	characterStyle                string
}

// lookPart is a set of the things that a look says.
type lookPart uint16

const (
	saysBold lookPart = 1 << iota
	saysItalic
	saysUnderline
	saysStruck
	saysHidden
	saysRaised
	saysColor
	saysHighlight
	saysShade
	saysFont
	saysSize
)

// over is the look of text with this look on top of another.
func (l look) over(base look) look {
	over(l, saysBold, &l.bold, base.bold)
	over(l, saysItalic, &l.italic, base.italic)
	over(l, saysUnderline, &l.underline, base.underline)
	over(l, saysStruck, &l.struck, base.struck)
	over(l, saysHidden, &l.hidden, base.hidden)
	over(l, saysRaised, &l.raised, base.raised)
	over(l, saysColor, &l.color, base.color)
	over(l, saysHighlight, &l.highlight, base.highlight)
	over(l, saysShade, &l.shade, base.shade)
	over(l, saysFont, &l.font, base.font)
	over(l, saysSize, &l.size, base.size)
	l.said |= base.said
	return l
}

// over takes one thing from below where the look does not say it.
func over[T any](l look, part lookPart, at *T, below T) {
	if l.said&part == 0 {
		*at = below
	}
}

// emphasis names what sets text apart, "" for nothing: "b i color=FF0000".
func (l look) emphasis() string {
	var parts []string
	for _, p := range []struct {
		on   bool
		name string
	}{
		{l.bold, "b"}, {l.italic, "i"}, {l.underline, "u"}, {l.struck, "strike"}, {l.hidden, "hidden"}, {l.raised != 0, "raised"},
		{l.color != "" && l.color != "auto" && l.color != "000000", "color=" + l.color},
		{l.highlight != "" && l.highlight != "none", "highlight=" + l.highlight},
		{l.shade != "" && l.shade != "auto" && l.shade != "FFFFFF", "shade=" + l.shade},
	} {
		if p.on {
			parts = append(parts, p.name)
		}
	}
	return strings.Join(parts, " ")
}

// runProperties reads the open w:rPr.
func (m *markup) runProperties() (look, error) {
	var l look
	err := m.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "b":
			l.said, l.bold = l.said|saysBold, ooxml.IsOn(e)
		case "i":
			l.said, l.italic = l.said|saysItalic, ooxml.IsOn(e)
		case "u":
			l.said, l.underline = l.said|saysUnderline, ooxml.Attribute(e, "val") != "none"
		case "strike", "dstrike":
			l.said, l.struck = l.said|saysStruck, l.struck || ooxml.IsOn(e)
		case "vanish":
			l.said, l.hidden = l.said|saysHidden, ooxml.IsOn(e)
		case "vertAlign":
			l.said |= saysRaised
			switch ooxml.Attribute(e, "val") {
			case "superscript":
				l.raised = 1
			case "subscript":
				l.raised = -1
			}
		case "position": // in half points
			if raised := ooxml.Attribute(e, "val"); !strings.HasPrefix(raised, "-") && ooxml.Whole(e, "val") >= leastRaise {
				l.said, l.raised = l.said|saysRaised, 1
			}
		case "sz":
			l.said, l.size = l.said|saysSize, ooxml.Whole(e, "val")
		case "color":
			l.said, l.color = l.said|saysColor, ooxml.Attribute(e, "val")
		case "highlight":
			l.said, l.highlight = l.said|saysHighlight, ooxml.Attribute(e, "val")
		case "shd":
			l.said, l.shade = l.said|saysShade, ooxml.Attribute(e, "fill")
		case "rFonts":
			for _, name := range []string{"ascii", "hAnsi"} {
				if font := ooxml.Attribute(e, name); font != "" && l.font == "" {
					l.said, l.font = l.said|saysFont, font
				}
			}
		case "rStyle":
			l.characterStyle = ooxml.Attribute(e, "val")
		}
		return nil
	})
	return l, err
}

// leastRaise is how far up text stands that is a superscript, in half points.
const leastRaise = 4
