package xlsxread

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"phuluc2b/render/ooxml"
)

// text is that of a cell: runs that are set like the cell, or otherwise.
type text []run

type run struct {
	text string
	own  bool // it has a font of its own
	font font
}

// readTexts reads the texts that cells name by their number.
func (b *book) readTexts(part string) error {
	if part == "" || !b.Has(part) {
		return nil
	}
	return b.ReadPart(part, ooxml.MaxMain, func(m *ooxml.Markup, _ xml.StartElement) error {
		return m.Children(func(e xml.StartElement) error {
			if kind(e) != "si" {
				return nil
			}
			if len(b.texts) == maxTexts {
				return ooxml.TooLarge("more than 400 000 texts")
			}
			t, err := readText(m)
			b.texts = append(b.texts, t)
			return err
		})
	})
}

// readText reads the open si or is. What says how to read signs aloud is no part of it.
func readText(m *ooxml.Markup) (text, error) {
	var t text
	size := 0
	add := func(r run, err error) error {
		if size += len(r.text); size > maxText {
			return ooxml.TooLarge("a cell with more than 1 MiB of text")
		}
		t = append(t, r)
		return err
	}
	err := m.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "t":
			s, err := m.Text()
			return add(run{text: plain(s)}, err)
		case "r":
			return add(readRun(m))
		}
		return nil
	})
	return t, err
}

func readRun(m *ooxml.Markup) (run, error) {
	var r run
	err := m.Children(func(e xml.StartElement) (err error) {
		switch kind(e) {
		case "rPr":
			r.own = true
			r.font, err = readFont(m)
		case "t":
			var s string
			s, err = m.Text()
			r.text += plain(s)
		}
		return err
	})
	return r, err
}

// spelt is a letter by its number, as Excel writes what XML does not take.
var spelt = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`) })

// plain is a text with its lines ended as here.
func plain(s string) string {
	if strings.Contains(s, "_x") {
		s = spelt().ReplaceAllStringFunc(s, func(code string) string {
			n, _ := strconv.ParseUint(code[2:6], 16, 32)
			return string(rune(n))
		})
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ").Replace(s)
}
