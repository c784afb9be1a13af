package docx

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"

	"phuluc2b/render/layout"
)

// attachmentSpace is the namespace of the element that holds an attachment.
const attachmentSpace = "urn:phuluc2b:source"

// errForeign ends the reading of a custom XML part that another program put there.
var errForeign = errors.New("not an attachment")

// readAttachments are the custom XML parts of the main part that hold one.
func (a *archive) readAttachments(main string) ([]layout.Attachment, error) {
	links, err := a.readLinks(main)
	if err != nil {
		return nil, err
	}
	var found []layout.Attachment
	read := map[string]bool{}
	for _, l := range links {
		name := partName(l.target)
		if l.kind != "customXml" || read[name] || !a.has(name) {
			continue
		}
		read[name] = true
		attachment, ours, err := a.readAttachment(name)
		if !ours {
			continue
		}
		if err != nil {
			return nil, err
		}
		if len(found) == maxAttachments {
			return nil, tooLarge("more than 16 attachments")
		}
		found = append(found, attachment)
	}
	return found, nil
}

// readAttachment tells too whether the part holds one of ours: an error in any other is none
// of our business.
func (a *archive) readAttachment(name string) (found layout.Attachment, ours bool, err error) {
	err = a.readPart(name, maxItem, func(m *markup, root xml.StartElement) error {
		if root.Name != (xml.Name{Space: attachmentSpace, Local: "source"}) {
			return errForeign
		}
		ours = true
		found.Name = attribute(root, "name")
		found.Type = attribute(root, "type")
		found.Description = attribute(root, "description")
		m.longest = maxItem
		text, err := m.text()
		if err != nil {
			return err
		}
		found.Data, err = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
		if err != nil {
			return fmt.Errorf("%w: attachment %q: %w", ErrDamaged, found.Name, err)
		}
		return nil
	})
	return found, ours, err
}
