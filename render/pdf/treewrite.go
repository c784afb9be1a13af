package pdf

import (
	"strconv"

	"phuluc2b/render/pdf/object"
)

// write puts the tree into a file, whose pages begin at leaves, and returns its root.
func (t *tree) write(f *file, leaves object.Ref) object.Ref {
	root := f.reserve(1)
	w := treeWriter{tree: t, file: f, leaves: leaves, first: f.reserve(len(t.elements)), root: root}
	for _, e := range t.elements {
		w.element(e)
	}
	parents := w.parents()
	b := append([]byte("<</Type/StructTreeRoot/K "), w.first.String()...)
	b = append(object.AppendRef(append(b, "/ParentTree "...), parents), "/ParentTreeNextKey "...)
	f.put(root, append(strconv.AppendInt(b, int64(len(t.pages)), 10), ">>"...))
	return root
}

// treeWriter writes the elements of a tree: thousands, so it appends to one buffer.
type treeWriter struct {
	*tree
	file   *file
	leaves object.Ref // the first page
	root   object.Ref
	first  object.Ref // of the elements, which have consecutive numbers
	buf    []byte
}

func (w *treeWriter) ref(element int) object.Ref { return w.first + object.Ref(element) }

// element writes an element, without the type that all have and none needs: half a kilobyte.
func (w *treeWriter) element(e *element) {
	b := append(append(w.buf[:0], "<</S/"...), e.kind...)
	if e.attributes != "" {
		b = append(append(append(b, "/A<</O/Table"...), e.attributes...), ">>"...)
	}
	parent := w.root
	if e.number > 0 {
		parent = w.ref(e.parent)
	}
	b = object.AppendRef(append(b, "/P "...), parent)
	page := e.page()
	if page >= 0 {
		b = object.AppendRef(append(b, "/Pg "...), w.leaves+object.Ref(page))
	}
	if len(e.kids) > 0 {
		b = append(b, "/K["...)
		for _, k := range e.kids {
			b = append(w.kid(b, k, page), ' ')
		}
		b[len(b)-1] = ']'
	}
	if e.expansion != "" {
		b = append(append(b, "/E"...), object.Quote(e.expansion)...)
	}
	w.buf = append(b, ">>"...)
	w.file.put(w.ref(e.number), w.buf)
}

// page is the one that all content of an element stands on, or -1.
func (e *element) page() int {
	page := -1
	for _, k := range e.kids {
		switch {
		case k.element > 0:
		case page >= 0 && page != k.page:
			return -1
		default:
			page = k.page
		}
	}
	return page
}

// kid spells a child: an element, or content by its identifier, with the page if it is not
// that of its element.
func (w *treeWriter) kid(b []byte, k kid, page int) []byte {
	switch {
	case k.element > 0:
		return object.AppendRef(b, w.ref(k.element))
	case k.page == page:
		return strconv.AppendInt(b, int64(k.id), 10)
	}
	b = object.AppendRef(append(b, "<</Type/MCR/Pg "...), w.leaves+object.Ref(k.page))
	b = strconv.AppendInt(append(b, "/MCID "...), int64(k.id), 10)
	return append(b, ">>"...)
}

// parents writes the parent tree: of each page, the elements by content identifier (ISO
// 32000-1, 14.7.4.4).
func (w *treeWriter) parents() object.Ref {
	b := []byte("<</Nums[")
	for page, elements := range w.pages {
		if len(elements) == 0 {
			continue
		}
		list := append(w.buf[:0], '[')
		for _, e := range elements {
			list = append(object.AppendRef(list, w.ref(e.number)), ' ')
		}
		w.buf = append(list, ']')
		r := w.file.reserve(1)
		w.file.put(r, w.buf)
		b = append(strconv.AppendInt(b, int64(page), 10), ' ')
		b = append(object.AppendRef(b, r), ' ')
	}
	parents := w.file.reserve(1)
	w.file.put(parents, append(b, "]>>"...))
	return parents
}
