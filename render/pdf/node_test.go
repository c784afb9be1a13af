package pdf

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/render/pdf/object"
)

// node is an element of the structure tree of a finished file.
type node struct {
	kind       object.Name
	attributes object.Dict
	expansion  string
	text       string   // of its own content
	ordered    []string // that text, and the words of its elements, as they stand
	kids       []*node
	pages      []int // that its content stands on
}

// structure reads the tree of a file, with the text of each element, and asserts that it
// and the contents fit each other: every piece of content belongs to one element, which
// the page leads back to.
func (o *opened) structure() *node {
	o.Helper()
	root := o.dict(o.catalog()["StructTreeRoot"])
	r := &structureReader{opened: o, pages: map[object.Ref]int{}, homes: map[[2]int]object.Ref{}}
	for i, page := range o.pages() {
		r.pages[page.(object.Ref)] = i
		r.contents = append(r.contents, o.contents(page))
	}
	document := r.node(root["K"].(object.Ref), o.catalog()["StructTreeRoot"].(object.Ref))
	parents := o.dict(root["ParentTree"])["Nums"].(object.Array)
	for i := 0; i < len(parents); i += 2 {
		page := o.dict(o.pages()[parents[i].(int)])
		if page["StructParents"] != parents[i] {
			o.Errorf("page %d has the parents %v", parents[i], page["StructParents"])
		}
		for id, parent := range o.array(parents[i+1]) {
			key := [2]int{parents[i].(int), id}
			if r.homes[key] != parent {
				o.Errorf("content %v belongs to %v, the page says %v", key, r.homes[key], parent)
			}
			delete(r.homes, key)
		}
	}
	for key := range r.homes {
		o.Errorf("no parent for content %v", key)
	}
	for page, contents := range r.contents {
		for _, c := range contents {
			if c.id >= 0 {
				o.Errorf("page %d: %v is in no element", page+1, c)
			}
		}
	}
	return document
}

type structureReader struct {
	*opened
	pages    map[object.Ref]int
	contents [][]content           // what is read is taken out
	homes    map[[2]int]object.Ref // the element that the content with that page and identifier belongs to
}

func (r *structureReader) node(at, parent object.Ref) *node {
	r.Helper()
	d := r.dict(at)
	if d["P"] != parent {
		r.Errorf("element %d is a child of %v and of %v", at, parent, d["P"])
	}
	n := &node{kind: d["S"].(object.Name)}
	n.attributes, _ = d["A"].(object.Dict)
	if expansion, ok := d["E"].(string); ok {
		n.expansion = object.Decode(expansion)
	}
	kids, _ := d["K"].(object.Array)
	for _, kid := range kids {
		switch kid := kid.(type) {
		case object.Ref:
			n.kids = append(n.kids, r.node(kid, at))
			n.ordered = append(n.ordered, n.kids[len(n.kids)-1].words()...)
		case int:
			r.content(n, at, d["Pg"], kid)
		case object.Dict:
			r.content(n, at, kid["Pg"], kid["MCID"])
		}
	}
	return n
}

// content adds a piece of content to an element.
func (r *structureReader) content(n *node, at object.Ref, page, id any) {
	r.Helper()
	number, ok := r.pages[page.(object.Ref)]
	i := slices.IndexFunc(r.contents[number], func(c content) bool { return c.id == id })
	if !ok || i < 0 {
		r.Errorf("no content %v on page %v", id, page)
		return
	}
	c := r.contents[number][i]
	if c.kind != n.kind {
		r.Errorf("%v belongs to %s", c, n.kind)
	}
	r.contents[number] = slices.Delete(r.contents[number], i, i+1)
	r.homes[[2]int{number, c.id}] = at
	n.text += c.text
	n.ordered = append(n.ordered, c.text)
	n.pages = append(n.pages, number)
}

// words is all text of an element, in the order in which it is read.
func (n *node) words() []string { return n.ordered }

// lines spells a tree, an element a line.
func (n *node) lines() []string {
	line := string(n.kind)
	for _, key := range []object.Name{"Scope", "RowSpan", "ColSpan", "Summary"} {
		switch v := n.attributes[key].(type) {
		case nil:
		case string:
			line += fmt.Sprintf(" %s=%q", string(key), object.Decode(v))
		default:
			line += fmt.Sprintf(" %s=%v", string(key), v)
		}
	}
	if n.text != "" {
		line += fmt.Sprintf(" %q", n.text)
	}
	all := []string{line}
	for _, kid := range n.kids {
		for _, line := range kid.lines() {
			all = append(all, " "+line)
		}
	}
	return all
}

// find lists the elements of a kind, in the order in which they are read.
func (n *node) find(kind object.Name) []*node {
	var all []*node
	if n.kind == kind {
		all = append(all, n)
	}
	for _, kid := range n.kids {
		all = append(all, kid.find(kind)...)
	}
	return all
}

// whole is all text of an element, a paragraph a line.
func (n *node) whole() string {
	texts := []string{}
	if n.text != "" {
		texts = append(texts, n.text)
	}
	for _, kid := range n.kids {
		texts = append(texts, kid.whole())
	}
	return strings.Join(texts, "\n")
}
