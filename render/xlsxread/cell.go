package xlsxread

import (
	"cmp"
	"encoding/xml"
	"maps"
	"slices"
	"strings"

	"phuluc2b/render/ooxml"
)

// cell is what one says and how.
type cell struct {
	text  string
	notes ooxml.Notes
	size  int // of its text, in half points
}

// readCell reads the open c; nil when nothing is in it.
func (b *book) readCell(s *sheet, m *ooxml.Markup, e xml.StartElement, at place) (*cell, error) {
	var value string
	var inline text
	valued, formula := false, false
	err := m.Children(func(e xml.StartElement) (err error) {
		switch kind(e) {
		case "f":
			formula = true
		case "v":
			valued = true
			value, err = m.Text()
		case "is":
			inline, err = readText(m)
		}
		return err
	})
	style := b.styles.of(ooxml.Whole(e, "s"))
	c := &cell{notes: ooxml.Notes{Align: style.align, Border: style.border, Size: style.font.size}, size: style.font.size}
	if formula && value != "" && len(s.formulas) < mostNamed {
		s.formulas = append(s.formulas, at.String())
	}
	if err != nil {
		return nil, err
	}
	switch of := ooxml.Attribute(e, "t"); {
	case of == "inlineStr":
		b.say(c, style, inline)
	case formula && value == "" && of != "str": // a formula whose result is an empty text says that it is one
		c.notes.Add(ooxml.DoubtFormula)
	case !valued:
	case of == "s":
		if n := index(value); n < len(b.texts) {
			b.say(c, style, b.texts[n])
		} else {
			return nil, ooxml.Damaged("a cell names a text that there is not")
		}
	case of == "str":
		b.say(c, style, text{{text: plain(value)}})
	case of == "e":
		b.say(c, style, text{{text: value}})
		c.notes.Add(ooxml.DoubtError)
	case of == "b":
		b.say(c, style, text{{text: map[bool]string{true: "TRUE", false: "FALSE"}[value == "1" || value == "true"]}})
	case of == "d":
		b.say(c, style, text{{text: value}})
		c.notes.Add(ooxml.DoubtDate)
	case value != "":
		if b.reckon(s, c, style, value) && len(s.rounded) < mostNamed {
			s.rounded = append(s.rounded, at.String())
		}
	}
	blank := strings.TrimSpace(c.text) == ""
	if blank && c.notes.Doubts == nil {
		return nil, nil
	}
	usual := usualAlign(ooxml.Attribute(e, "t"))
	if usual == "left" && !blank && hidesText(style.format) {
		c.notes.Add(ooxml.DoubtWhite)
	}
	c.notes.Align = cmp.Or(c.notes.Align, usual)
	return c, nil
}

// unseen reports whether all that a cell holds is a 0 that nobody sees: a formula over blank cells.
func (c *cell) unseen() bool {
	return c.text == "" && slices.Contains(c.notes.Doubts, ooxml.DoubtNought)
}

// usualAlign is where a cell shows what it holds when it says nothing of that: "left" of a text alone.
func usualAlign(of string) string {
	switch of {
	case "s", "str", "inlineStr":
		return "left"
	case "b", "e":
		return "center"
	}
	return "right"
}

// index is the number of a text; a huge one for what is none.
func index(value string) int {
	n := 0
	value = strings.TrimSpace(value)
	if value == "" {
		return maxTexts + 1
	}
	for _, digit := range value {
		if digit < '0' || digit > '9' || n > maxTexts {
			return maxTexts + 1
		}
		n = n*10 + int(digit-'0')
	}
	return n
}

// mostNamed is how many things of a kind are named: cells with a formula, names.
const mostNamed = 1000

// reckon takes a number as the cell shows it, and reports whether that is rounded.
func (b *book) reckon(in *sheet, c *cell, style cellStyle, value string) (rounded bool) {
	code := style.format
	if in.noughts && isNought(value) {
		code = ";;;"
	}
	s, ok := number(value, code, b.from1904)
	if !ok {
		s.text = value
		c.notes.Add(ooxml.DoubtError)
	}
	b.say(c, style, text{{text: s.text}})
	switch {
	case s.date:
		c.notes.Add(ooxml.DoubtDate)
	case s.scaled:
		c.notes.Add(ooxml.DoubtScale)
	case strings.TrimSpace(s.text) == "" && isNought(value):
		c.notes.Add(ooxml.DoubtNought)
	case strings.TrimSpace(s.text) == "":
		c.notes.Add(ooxml.DoubtWhite)
	case s.words:
		c.notes.Add(ooxml.DoubtWords)
	default:
		return s.rounded
	}
	return false
}

// say sets the text of a cell, as a reader sees it: struck text is left out, text of an old code
// page is converted. How heavy a part of the text is set is no emphasis of the cell, for programs
// lose it when they save.
func (b *book) say(c *cell, style cellStyle, t text) {
	var all strings.Builder
	looks := map[string]bool{}
	struck, seen := false, false
	for _, r := range t {
		f := style.font
		if r.own {
			f.struck, f.raised, f.underline, f.color = r.font.struck, r.font.raised, r.font.underline, r.font.color
			if r.font.name != "" {
				f.name = r.font.name
			}
		}
		blank := strings.TrimSpace(r.text) == ""
		if !blank {
			looks[f.emphasis()] = true
		}
		if f.struck && !blank {
			struck = true
			b.content.Extras.Struck++
			continue
		}
		if f.color == white && style.fill == "" && !blank {
			c.notes.Add(ooxml.DoubtWhite)
		}
		seen = seen || !blank
		all.WriteString(ooxml.Raise(ooxml.CodePageOf(f.name).Convert(r.text), f.raised))
	}
	if struck && !seen {
		c.notes.Add(ooxml.DoubtStruck)
	}
	c.text = strings.ToValidUTF8(all.String(), "\uFFFD")
	c.notes.Look = strings.Join(slices.Sorted(maps.Keys(looks)), "; ")
	if style.fill != "" && len(looks) > 0 {
		c.notes.Look = strings.TrimPrefix(c.notes.Look+"; fill="+style.fill, "; ")
	}
}
