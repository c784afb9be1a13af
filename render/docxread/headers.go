package docxread

import (
	"encoding/xml"
	"strings"
)

// readHeaders is the text of the headers and footers that the main part refers to, each once,
// without fields: a page number is none of a colleague's words.
func (a *archive) readHeaders(links []link) ([]string, error) {
	var all []string
	read := map[string]bool{}
	for _, l := range links {
		if l.kind != "header" && l.kind != "footer" || read[l.target] || !a.has(l.target) || len(read) > maxAttachments {
			continue
		}
		read[l.target] = true
		text := ""
		err := a.readPart(l.target, maxLinks, func(m *markup, _ xml.StartElement) error {
			var err error
			text, err = m.plainText()
			return err
		})
		if err != nil {
			return nil, err
		}
		if text = strings.Join(strings.Fields(text), " "); text != "" {
			all = append(all, text)
		}
	}
	return all, nil
}

// plainText is the text of the open element and of all below it, but for that of fields.
func (m *markup) plainText() (string, error) {
	var b strings.Builder
	inField := 0
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch kind(e) {
		case "t":
			text, err := m.text()
			if inField == 0 && b.Len() < maxText {
				b.WriteString(text)
			}
			return err
		case "p", "tab", "br":
			b.WriteByte(' ')
		case "fldSimple":
			return nil
		case "fldChar":
			switch attribute(e, "fldCharType") {
			case "begin":
				inField++
			case "end":
				inField = max(inField-1, 0)
			}
		}
		return m.children(visit)
	}
	err := m.children(visit)
	return b.String(), err
}
