package docxread

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"phuluc2b/render/layout"
)

// link is a relationship that leads to another part of the package.
type link struct {
	kind   string // the last step of its type: "officeDocument"; what is before it has two spellings
	target string
}

// mainPart is the one that the package calls its document.
func (a *archive) mainPart() (string, error) {
	if !a.has(linksOfPart("")) {
		return "", ErrNotDOCX
	}
	links, err := a.readLinks("")
	if err != nil {
		return "", err
	}
	main := ""
	for _, l := range links {
		if l.kind != "officeDocument" {
			continue
		}
		if main != "" {
			return "", damaged("there are two main parts")
		}
		main = l.target
	}
	if main == "" {
		return "", ErrNotDOCX
	}
	return main, nil
}

// readLinks are the relationships from a part; from the package itself if it has no name.
func (a *archive) readLinks(source string) ([]link, error) {
	name := linksOfPart(source)
	if !a.has(name) {
		return nil, nil
	}
	var links []link
	err := a.readPart(name, maxLinks, func(m *markup, _ xml.StartElement) error {
		return m.children(func(e xml.StartElement) error {
			if e.Name.Local == "Relationship" && attribute(e, "TargetMode") != "External" {
				links = append(links, link{path.Base(attribute(e, "Type")), partAt(source, attribute(e, "Target"))})
			}
			return nil
		})
	})
	return links, err
}

// partAt is the part that a relationship from the source means.
func partAt(source, target string) string {
	if !strings.HasPrefix(target, "/") {
		target = path.Dir("/"+source) + "/" + target
	}
	return path.Clean(target)[1:]
}

// linksOfPart is the part that holds the relationships from a source.
func linksOfPart(source string) string {
	folder, file := path.Split(source)
	return folder + "_rels/" + file + ".rels"
}

// attachmentSpace is the namespace of the element that holds an attachment.
const attachmentSpace = "urn:phuluc2b:source"

// errForeign ends the reading of a custom XML part that another program put there.
var errForeign = errors.New("not an attachment")

// readAttachments are the custom XML parts of the main part that hold one.
func (a *archive) readAttachments(links []link) ([]layout.Attachment, error) {
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
