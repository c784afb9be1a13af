package ooxml

import (
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"phuluc2b/render/layout"
)

// Link is a relationship that leads to another part of the package.
type Link struct {
	Kind   string // the last step of its type: "officeDocument"; what is before it has two spellings
	Target string
	ID     string // by which the part that it leads from names it
}

// Root is the name of the element that the main part of a file consists of: "document" of a
// document, "workbook" of a workbook.
func Root(file io.ReaderAt, size int64) (string, error) {
	a, err := Open(file, size)
	if err != nil {
		return "", err
	}
	main, err := a.MainPart()
	if err != nil {
		return "", err
	}
	root := ""
	err = a.ReadPart(main, MaxMain, func(_ *Markup, e xml.StartElement) error {
		root = e.Name.Local
		return errSeen
	})
	if errors.Is(err, errSeen) {
		err = nil
	}
	return root, err
}

// errSeen ends the reading of a part of which enough is known.
var errSeen = errors.New("seen")

// MainPart is the one that the package calls its document.
func (a *Archive) MainPart() (string, error) {
	if !a.Has(linksOfPart("")) {
		if a.Has("mimetype") && a.Has("content.xml") {
			return "", ErrOpenDocument
		}
		return "", ErrNoOffice
	}
	links, err := a.ReadLinks("")
	if err != nil {
		return "", err
	}
	main := ""
	for _, l := range links {
		if l.Kind != "officeDocument" {
			continue
		}
		if main != "" {
			return "", Damaged("there are two main parts")
		}
		main = l.Target
	}
	if main == "" {
		return "", ErrNoOffice
	}
	return main, nil
}

// ReadLinks are the relationships from a part; from the package itself if it has no name.
func (a *Archive) ReadLinks(source string) ([]Link, error) {
	name := linksOfPart(source)
	if !a.Has(name) {
		return nil, nil
	}
	var links []Link
	err := a.ReadPart(name, MaxLinks, func(m *Markup, _ xml.StartElement) error {
		return m.Children(func(e xml.StartElement) error {
			if e.Name.Local == "Relationship" && Attribute(e, "TargetMode") != "External" {
				links = append(links, Link{path.Base(Attribute(e, "Type")), partAt(source, Attribute(e, "Target")), Attribute(e, "Id")})
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

// PagesDigest is that of the parts that make the pages.
func (a *Archive) PagesDigest(makes func(name string) bool) (string, error) {
	sums := map[string]string{}
	for name := range a.Parts {
		if !makes(name) {
			continue
		}
		part, err := a.open(name, MaxMain)
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

// Property is one of the properties of the file, in a part of that kind; "" if there is none.
// The program that saved the file last has put its name there.
func (a *Archive) Property(part, name string) string {
	links, err := a.ReadLinks("")
	if err != nil {
		return ""
	}
	value := ""
	for _, l := range links {
		if l.Kind != part {
			continue
		}
		err = a.ReadPart(l.Target, MaxLinks, func(m *Markup, _ xml.StartElement) error {
			return m.Children(func(e xml.StartElement) (err error) {
				if e.Name.Local == name {
					value, err = m.Text()
				}
				return err
			})
		})
	}
	if err != nil {
		return ""
	}
	return value
}
