package docx

import (
	"encoding/xml"
	"path"
	"strings"
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
