package docxread

import (
	"cmp"
	"encoding/xml"

	"phuluc2b/render/ooxml"
)

// style is what reading takes of a style of the document.
type style struct {
	basedOn  string
	look     look
	list     listItem
	align    string // "center"; "" for what it does not say
	resolved bool
}

// styleSheet is the styles of a document, by ID; "" is what holds where none is named.
type styleSheet map[string]*style

// readStyles reads the part with the styles of the main part, if there is one.
func (a *archive) readStyles(name string) (styleSheet, error) {
	sheet := styleSheet{"": {resolved: true}}
	if name == "" || !a.Has(name) {
		return sheet, nil
	}
	err := a.readPart(name, ooxml.MaxLinks, func(m *markup, _ xml.StartElement) error {
		return m.Children(func(e xml.StartElement) error {
			switch kind(e) {
			case "docDefaults":
				return m.readDefaults(sheet[""])
			case "style":
				return m.readStyle(sheet, e)
			}
			return nil
		})
	})
	return sheet, err
}

func (m *markup) readDefaults(s *style) error {
	return m.Children(func(e xml.StartElement) error {
		if kind(e) != "rPrDefault" {
			return nil
		}
		return m.Children(func(e xml.StartElement) (err error) {
			if kind(e) == "rPr" {
				s.look, err = m.runProperties()
			}
			return err
		})
	})
}

func (m *markup) readStyle(sheet styleSheet, start xml.StartElement) error {
	id := ooxml.Attribute(start, "styleId")
	if id == "" || len(sheet) > maxStyles {
		return nil
	}
	s := &style{}
	sheet[id] = s
	isDefault := ooxml.Attribute(start, "type") == "paragraph" && ooxml.Attribute(start, "default") == "1"
	err := m.Children(func(e xml.StartElement) (err error) {
		switch kind(e) {
		case "basedOn":
			s.basedOn = ooxml.Attribute(e, "val")
		case "rPr":
			s.look, err = m.runProperties()
		case "pPr":
			err = m.Children(func(e xml.StartElement) (err error) {
				switch kind(e) {
				case "numPr":
					s.list, err = m.listProperties()
				case "jc":
					s.align = alignment(e)
				}
				return err
			})
		}
		return err
	})
	if isDefault && s.basedOn == "" {
		sheet[""].look = s.look.over(sheet[""].look)
		sheet[""].align = s.align
	}
	return err
}

// of is a style with what it is based on; the default for one that there is not.
func (sheet styleSheet) of(id string) *style {
	s := sheet[id]
	if s == nil {
		return sheet[""]
	}
	if !s.resolved {
		s.resolved = true // before its base: a style may be based on itself
		base := sheet.of(s.basedOn)
		s.look = s.look.over(base.look)
		if s.list.number == "" {
			s.list = base.list
		}
		s.align = cmp.Or(s.align, base.align)
	}
	return s
}

// textLook is the look of text with the direct properties in a paragraph of a style.
func (sheet styleSheet) textLook(paragraph string, direct look) look {
	base := sheet.of(paragraph).look
	if direct.characterStyle != "" {
		if s := sheet[direct.characterStyle]; s != nil {
			base = sheet.own(direct.characterStyle).over(base)
		}
	}
	return direct.over(base)
}

// own is the look of a style and of those it is based on, without the defaults.
func (sheet styleSheet) own(id string) look {
	var l look
	for range 20 {
		s := sheet[id]
		if s == nil || id == "" {
			break
		}
		l = l.over(s.look)
		id = s.basedOn
	}
	return l
}
