package docxread

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

// errForeign ends the reading of a custom XML part that another program put there.
var errForeign = errors.New("not one of ours")

// readItems reads the custom XML parts of the main part that are ours: attachments, and the
// digest.
func (a *archive) readItems(links []ooxml.Link, content *ooxml.Content) error {
	read := map[string]bool{}
	for _, l := range links {
		name := ooxml.PartName(l.Target)
		if l.Kind != "customXml" || read[name] || !a.Has(name) {
			continue
		}
		read[name] = true
		ours := false // an error in a part of others is none of our business
		err := a.readPart(name, ooxml.MaxItem, func(m *markup, root xml.StartElement) error {
			m.Longest = ooxml.MaxItem
			switch root.Name {
			case xml.Name{Space: layout.SourceSpace, Local: "source"}:
				ours = true
				attachment, err := m.attachment(root)
				content.Attachments = append(content.Attachments, attachment)
				return err
			case xml.Name{Space: layout.SourceSpace, Local: "digest"}:
				ours = true
				content.Digested = true
				content.Intact = ooxml.Attribute(root, "words") == content.Digest()
				pages, err := a.PagesDigest(func(name string) bool { return path.Dir(name) == "word" })
				content.AsMade = err == nil && pages == ooxml.Attribute(root, "pages")
				return nil
			}
			return errForeign
		})
		if ours && err != nil {
			return err
		}
		if len(content.Attachments) > ooxml.MaxAttachments {
			return ooxml.TooLarge("more than 16 attachments")
		}
	}
	return nil
}

// attachment reads the open element.
func (m *markup) attachment(root xml.StartElement) (layout.Attachment, error) {
	found := layout.Attachment{Name: ooxml.Attribute(root, "name"), Type: ooxml.Attribute(root, "type"), Description: ooxml.Attribute(root, "description")}
	text, err := m.Text()
	if err != nil {
		return found, err
	}
	found.Data, err = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil {
		err = fmt.Errorf("%w: attachment %q: %w", ooxml.ErrDamaged, found.Name, err)
	}
	return found, err
}
