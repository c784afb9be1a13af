package docx

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// node is an element of a written part, read back without any of the types that wrote it.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
	Text     string     `xml:",chardata"`
}

// at is the first element at a path of local names, "pPr/jc"; nil if there is none.
func (n *node) at(path string) *node {
	if n == nil || path == "" {
		return n
	}
	name, rest, _ := strings.Cut(path, "/")
	for i := range n.Children {
		if n.Children[i].XMLName.Local == name {
			return n.Children[i].at(rest)
		}
	}
	return nil
}

// val is an attribute of the element at the path; "" if either is missing.
func (n *node) val(path, attribute string) string {
	if found := n.at(path); found != nil {
		for _, a := range found.Attrs {
			if a.Name.Local == attribute {
				return a.Value
			}
		}
	}
	return ""
}

// all is every element of that name below n, in order.
func (n *node) all(name string) []*node {
	var found []*node
	for i := range n.Children {
		child := &n.Children[i]
		if child.XMLName.Local == name {
			found = append(found, child)
		}
		found = append(found, child.all(name)...)
	}
	return found
}

// text is all text below n.
func (n *node) text() string {
	text := ""
	for _, t := range n.all("t") {
		text += t.Text
	}
	return text
}

// write returns the finished file.
func write(t testing.TB, doc *layout.Document) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := Write(&file, doc); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// readPart writes the document and reads one part of it.
func readPart(t testing.TB, doc *layout.Document, name string) *node {
	t.Helper()
	_, contents := rendertest.Unzip(t, write(t, doc))
	root := &node{}
	if err := xml.Unmarshal([]byte(contents[name]), root); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return root
}
