package xlsxread

import (
	"cmp"
	"encoding/xml"
	"strings"

	"phuluc2b/render/ooxml"
)

// readBeside counts what a sheet has beside its cells: comments and pictures.
func (b *book) readBeside(sheet string) error {
	links, err := b.ReadLinks(sheet)
	if err != nil {
		return err
	}
	for _, l := range links {
		if !b.Has(l.Target) {
			continue
		}
		switch l.Kind {
		case "comments":
			err = b.countIn(l.Target, &b.content.Extras.Comments, "comment")
		case "drawing":
			err = b.countIn(l.Target, &b.content.Extras.Pictures, "pic", "sp", "graphicFrame", "cxnSp")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readChoice keeps what cells are limited to: a list, or a kind of value and its first bound.
func (s *sheet) readChoice(m *ooxml.Markup, e xml.StartElement) error {
	limit := cmp.Or(ooxml.Attribute(e, "type"), "none")
	err := m.Children(func(e xml.StartElement) error {
		if kind(e) != "formula1" { // some write a second one that means nothing
			return nil
		}
		text, err := m.Text()
		limit += " " + strings.Join(strings.Fields(text), "")
		return err
	})
	if limit != "none" && len(s.choices) < mostNamed {
		s.choices = append(s.choices, limit)
	}
	return err
}

// countIn counts the elements of those names in a part.
func (b *book) countIn(part string, n *int, names ...string) error {
	return b.ReadPart(part, ooxml.MaxMain, func(m *ooxml.Markup, _ xml.StartElement) error {
		m.Started = func(e xml.StartElement) {
			for _, name := range names {
				if e.Name.Local == name {
					*n++
				}
			}
		}
		return nil
	})
}
