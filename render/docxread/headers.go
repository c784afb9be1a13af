package docxread

import (
	"encoding/xml"
	"strings"

	"phuluc2b/render/ooxml"
)

// readHeaders notes the text of the headers and footers that the main part refers to, each
// once, without fields: a page number is none of a colleague's words.
func (a *archive) readHeaders(links []ooxml.Link, extras *ooxml.Extras) error {
	read := map[string]bool{}
	for _, l := range links {
		if l.Kind != "header" && l.Kind != "footer" || read[l.Target] || !a.Has(l.Target) || len(read) > ooxml.MaxAttachments {
			continue
		}
		read[l.Target] = true
		text := ""
		err := a.readPart(l.Target, ooxml.MaxLinks, func(m *markup, _ xml.StartElement) error {
			var err error
			text, err = m.plainText(extras)
			return err
		})
		if err != nil {
			return err
		}
		if text = strings.Join(strings.Fields(text), " "); text != "" {
			extras.Headers = append(extras.Headers, text)
		}
	}
	return nil
}

// isLocked reports whether the settings keep people from editing the document. What cannot be
// read of them does not.
func (a *archive) isLocked(links []ooxml.Link) bool {
	locked := false
	for _, l := range links {
		if l.Kind != "settings" || !a.Has(l.Target) {
			continue
		}
		a.readPart(l.Target, ooxml.MaxLinks, func(m *markup, _ xml.StartElement) error {
			return m.Children(func(e xml.StartElement) error {
				locked = locked || kind(e) == "documentProtection" || kind(e) == "writeProtection"
				return nil
			})
		})
	}
	return locked
}

// plainText is the text of the open element and of all below it, but for that of fields. It
// counts the pictures.
func (m *markup) plainText(extras *ooxml.Extras) (string, error) {
	var b strings.Builder
	inField := 0
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch kind(e) {
		case "t":
			text, err := m.Text()
			if inField == 0 && b.Len() < maxText {
				b.WriteString(text)
			}
			return err
		case "p", "tab", "br":
			b.WriteByte(' ')
		case "drawing", "pict", "object":
			extras.Pictures++
		case "fldSimple":
			return nil
		case "fldChar":
			switch ooxml.Attribute(e, "fldCharType") {
			case "begin":
				inField++
			case "end":
				inField = max(inField-1, 0)
			}
		}
		return m.Children(visit)
	}
	err := m.Children(visit)
	return b.String(), err
}
