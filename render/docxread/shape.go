package docxread

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"
	"strings"

	"phuluc2b/render/ooxml"
)

// Shape is a hash of all in a file but its words and its properties: the elements and
// attributes of its pages in order, and its styles, settings and headers whole. It does not
// change when a figure is typed anew.
func Shape(r io.ReaderAt, size int64) (string, error) {
	a, main, err := open(r, size)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(a.Parts)) {
		if strings.HasPrefix(name, "docprops/") || strings.HasPrefix(name, "customxml/") || strings.HasPrefix(name, "[") || strings.Contains(name, "_rels/") || strings.HasSuffix(name, "/") {
			continue
		}
		fmt.Fprintf(h, "part %s\n", name)
		if !strings.HasSuffix(name, ".xml") {
			continue
		}
		err := a.readPart(name, ooxml.MaxMain, func(m *markup, root xml.StartElement) error {
			return m.shape(h, root, name == ooxml.PartName(main))
		})
		if err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// wordsOnly are elements that come and go with words.
var wordsOnly = []string{"r", "rPr", "t", "bookmarkStart", "bookmarkEnd", "proofErr", "lang", "lastRenderedPageBreak"}

// shape writes the open element and those in it. Where words are left out, so are the elements
// that come with them.
func (m *markup) shape(h hash.Hash, e xml.StartElement, wordless bool) error {
	if !wordless || !slices.Contains(wordsOnly, kind(e)) {
		fmt.Fprintf(h, "<%s", e.Name.Local)
		var attributes []string
		for _, at := range e.Attr {
			if at.Name.Space != "xmlns" && at.Name.Local != "xmlns" && !strings.HasPrefix(at.Name.Local, "rsid") {
				attributes = append(attributes, fmt.Sprintf("%s=%q", at.Name.Local, at.Value))
			}
		}
		slices.Sort(attributes)
		fmt.Fprintln(h, attributes)
		defer fmt.Fprintf(h, "/%s\n", e.Name.Local)
	}
	for {
		token, err := m.Next()
		if err != nil {
			if err == io.EOF {
				err = ooxml.Damaged("the part ends too early")
			}
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := m.shape(h, token, wordless); err != nil {
				return err
			}
		case xml.CharData:
			if !wordless {
				h.Write(token)
			}
		case xml.EndElement:
			return nil
		}
	}
}
