package docxread

import (
	"encoding/xml"
	"strings"
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
	if l.said&saysBold == 0 {
		l.bold = base.bold
	}
	if l.said&saysItalic == 0 {
		l.italic = base.italic
	}
	if l.said&saysUnderline == 0 {
		l.underline = base.underline
	}
	if l.said&saysStruck == 0 {
		l.struck = base.struck
	}
	if l.said&saysHidden == 0 {
		l.hidden = base.hidden
	}
	if l.said&saysRaised == 0 {
		l.raised = base.raised
	}
	if l.said&saysColor == 0 {
		l.color = base.color
	}
	if l.said&saysHighlight == 0 {
		l.highlight = base.highlight
	}
	if l.said&saysShade == 0 {
		l.shade = base.shade
	}
	if l.said&saysFont == 0 {
		l.font = base.font
	}
	if l.said&saysSize == 0 {
		l.size = base.size
	}
	l.said |= base.said
	return l
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
	err := m.children(func(e xml.StartElement) error {
		switch kind(e) {
		case "b":
			l.said, l.bold = l.said|saysBold, isOn(e)
		case "i":
			l.said, l.italic = l.said|saysItalic, isOn(e)
		case "u":
			l.said, l.underline = l.said|saysUnderline, attribute(e, "val") != "none"
		case "strike", "dstrike":
			l.said, l.struck = l.said|saysStruck, l.struck || isOn(e)
		case "vanish":
			l.said, l.hidden = l.said|saysHidden, isOn(e)
		case "vertAlign":
			l.said |= saysRaised
			switch attribute(e, "val") {
			case "superscript":
				l.raised = 1
			case "subscript":
				l.raised = -1
			}
		case "position": // in half points
			if raised := attribute(e, "val"); !strings.HasPrefix(raised, "-") && whole(e, "val") >= leastRaise {
				l.said, l.raised = l.said|saysRaised, 1
			}
		case "sz":
			l.said, l.size = l.said|saysSize, whole(e, "val")
		case "color":
			l.said, l.color = l.said|saysColor, attribute(e, "val")
		case "highlight":
			l.said, l.highlight = l.said|saysHighlight, attribute(e, "val")
		case "shd":
			l.said, l.shade = l.said|saysShade, attribute(e, "fill")
		case "rFonts":
			for _, name := range []string{"ascii", "hAnsi"} {
				if font := attribute(e, name); font != "" && l.font == "" {
					l.said, l.font = l.said|saysFont, font
				}
			}
		case "rStyle":
			l.characterStyle = attribute(e, "val")
		}
		return nil
	})
	return l, err
}

// leastRaise is how far up text stands that is a superscript, in half points.
const leastRaise = 4
