package docxread

import (
	"encoding/xml"
	"strings"
)

// readHeaders notes the text of the headers and footers that the main part refers to, each
// once, without fields: a page number is none of a colleague's words.
func (a *archive) readHeaders(links []link, extras *Extras) error {
	read := map[string]bool{}
	for _, l := range links {
		if l.kind != "header" && l.kind != "footer" || read[l.target] || !a.has(l.target) || len(read) > maxAttachments {
			continue
		}
		read[l.target] = true
		text := ""
		err := a.readPart(l.target, maxLinks, func(m *markup, _ xml.StartElement) error {
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

// signatures counts the digital signatures in the package.
func (a *archive) signatures() int {
	n := 0
	for name := range a.parts {
		if strings.HasPrefix(name, "_xmlsignatures/sig") {
			n++
		}
	}
	return n
}

// isLocked reports whether the settings keep people from editing the document. What cannot be
// read of them does not.
func (a *archive) isLocked(links []link) bool {
	locked := false
	for _, l := range links {
		if l.kind != "settings" || !a.has(l.target) {
			continue
		}
		a.readPart(l.target, maxLinks, func(m *markup, _ xml.StartElement) error {
			return m.children(func(e xml.StartElement) error {
				locked = locked || kind(e) == "documentProtection" || kind(e) == "writeProtection"
				return nil
			})
		})
	}
	return locked
}

// plainText is the text of the open element and of all below it, but for that of fields. It
// counts the pictures.
func (m *markup) plainText(extras *Extras) (string, error) {
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
		case "drawing", "pict", "object":
			extras.Pictures++
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
