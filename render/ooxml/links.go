package docxread

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
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

// sourceSpace is the namespace of the elements of our custom XML parts.
const sourceSpace = "urn:phuluc2b:source"

// errForeign ends the reading of a custom XML part that another program put there.
var errForeign = errors.New("not one of ours")

// readItems reads the custom XML parts of the main part that are ours: attachments, and the
// digest.
func (a *archive) readItems(links []link, content *Content) error {
	read := map[string]bool{}
	for _, l := range links {
		name := partName(l.target)
		if l.kind != "customXml" || read[name] || !a.has(name) {
			continue
		}
		read[name] = true
		ours := false // an error in a part of others is none of our business
		err := a.readPart(name, maxItem, func(m *markup, root xml.StartElement) error {
			m.longest = maxItem
			switch root.Name {
			case xml.Name{Space: sourceSpace, Local: "source"}:
				ours = true
				attachment, err := m.attachment(root)
				content.Attachments = append(content.Attachments, attachment)
				return err
			case xml.Name{Space: sourceSpace, Local: "digest"}:
				ours = true
				content.Digested = true
				content.Intact = attribute(root, "words") == content.digest()
				pages, err := a.pagesDigest()
				content.AsMade = err == nil && pages == attribute(root, "pages")
				return nil
			}
			return errForeign
		})
		if ours && err != nil {
			return err
		}
		if len(content.Attachments) > maxAttachments {
			return tooLarge("more than 16 attachments")
		}
	}
	return nil
}

// pagesDigest is that of the parts in the folder of the main part.
func (a *archive) pagesDigest() (string, error) {
	sums := map[string]string{}
	for name := range a.parts {
		if path.Dir(name) != "word" {
			continue
		}
		part, err := a.open(name, maxMain)
		if err != nil {
			return "", err
		}
		h := sha256.New()
		_, err = io.Copy(h, part)
		part.Close()
		if err != nil {
			return "", err
		}
		sums[name] = fmt.Sprintf("%x", h.Sum(nil))
	}
	return layout.PagesDigest(sums), nil
}

// attachment reads the open element.
func (m *markup) attachment(root xml.StartElement) (layout.Attachment, error) {
	found := layout.Attachment{Name: attribute(root, "name"), Type: attribute(root, "type"), Description: attribute(root, "description")}
	text, err := m.text()
	if err != nil {
		return found, err
	}
	found.Data, err = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil {
		err = fmt.Errorf("%w: attachment %q: %w", ErrDamaged, found.Name, err)
	}
	return found, err
}
