package tree

import (
	"strings"

	"phuluc2b/model/diag"
)

// List is an array and the places of its items.
func (t *Table) List(key string) ([]any, []*Node) {
	items, ok := get[[]any](t, key, "viết một danh sách trong ngoặc vuông: […]")
	if !ok {
		return nil, nil
	}
	nodes := make([]*Node, len(items))
	for i := range items {
		if nodes[i] = t.Node; t.Node.Children[key] != nil {
			nodes[i] = t.Node.Children[key].Item(i)
		}
	}
	return items, nodes
}

// Texts is an array of cleaned strings of one line.
func (t *Table) Texts(key string) []string {
	return t.texts(key, func(at diag.Place, s string) string { return t.oneLine(at, key, s) })
}

// Paragraphs is an array of cleaned strings, which may have several lines.
func (t *Table) Paragraphs(key string) []string { return t.texts(key, t.Clean) }

// LinesOrTexts is lines that are written as one string or as an array of them.
func (t *Table) LinesOrTexts(key string) []string {
	if _, list := t.Values[key].([]any); list {
		return t.Texts(key)
	}
	return t.Lines(key)
}

func (t *Table) texts(key string, clean func(diag.Place, string) string) []string {
	var texts []string
	items, nodes := t.List(key)
	for i, item := range items {
		at := t.PlaceOf(nodes[i], func(n *Node) diag.Place { return n.Value })
		if s, ok := item.(string); ok {
			texts = append(texts, clean(at, s))
		} else {
			t.WrongType(at, key, wantText)
		}
	}
	return texts
}

// Integers is an array of whole numbers.
func (t *Table) Integers(key string) []int {
	var numbers []int
	items, nodes := t.List(key)
	for i, item := range items {
		if n, ok := item.(int64); ok {
			numbers = append(numbers, int(n))
		} else {
			t.WrongType(t.PlaceOf(nodes[i], func(n *Node) diag.Place { return n.Value }), key, "viết số nguyên")
		}
	}
	return numbers
}

// Tables is an array of tables, written [[key]] or [ {…}, … ].
func (t *Table) Tables(key string) []*Table {
	if maps, ok := t.Values[key].([]map[string]any); ok { // how the decoder gives [[key]]
		items := make([]any, len(maps))
		for i, m := range maps {
			items[i] = m
		}
		t.Values[key] = items
	}
	var tables []*Table
	items, nodes := t.List(key)
	for i, item := range items {
		if values, ok := item.(map[string]any); ok {
			inner := t.Inner("[["+key+"]]", values, nodes[i])
			inner.whole = t.PlaceOf(nodes[i], func(n *Node) diag.Place { return n.Value })
			if strings.HasPrefix(inner.whole.Text(), "{") {
				inner.name, inner.whole = "{…} này", t.src.At(inner.whole.Start, inner.whole.Start+1)
			}
			tables = append(tables, inner)
		} else {
			t.WrongType(t.PlaceOf(nodes[i], func(n *Node) diag.Place { return n.Value }), key, "viết { khóa = giá trị, … }")
		}
	}
	return tables
}

// Twice is the place of an item in a list that it has before; false when there is none.
func Twice[T comparable](list []T) (int, bool) {
	seen := make(map[T]bool, len(list))
	for i, item := range list {
		if seen[item] {
			return i, true
		}
		seen[item] = true
	}
	return 0, false
}
