package model

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"phuluc2b/model/diag"
)

// node is the places of one key of a TOML file and of what stands below it. BurntSushi/toml,
// which decodes, forgets places; this file uses another parser, to find them again, as
// transcribe.go does to find the comments.
type node struct {
	key, value diag.Place
	children   map[string]*node // by key part, unescaped
	items      []*node          // of an array
}

// places finds the place of every key and value. The text must be sound TOML.
func places(src *diag.Source) *node {
	var p unstable.Parser
	p.Reset(src.Text)
	walk := placer{src: src, parser: &p}
	root := &node{key: src.At(0, 0), value: src.At(0, 0)}
	table := root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table:
			table = walk.descend(root, e.Key())
		case unstable.ArrayTable:
			list := walk.descend(root, e.Key())
			table = &node{key: list.key, value: list.value}
			list.items = append(list.items, table)
		case unstable.KeyValue:
			walk.value(walk.descend(table, e.Key()), e.Value())
		}
	}
	return root
}

type placer struct {
	src    *diag.Source
	parser *unstable.Parser
}

// descend follows a dotted key from n, making what is not there yet.
func (w placer) descend(n *node, key unstable.Iterator) *node {
	for key.Next() {
		if len(n.items) > 0 { // a key below an array of tables means its last one
			n = n.items[len(n.items)-1]
		}
		place := w.place(key.Node())
		child := n.child(string(key.Node().Data))
		if child.key.Source == nil {
			child.key, child.value = place, place
		}
		n = child
	}
	return n
}

// value finds the place of a value that stands behind its key.
func (w placer) value(n *node, v *unstable.Node) { w.valueFrom(n, v, n.key.End) }

// valueFrom finds the place of a value that stands at or behind an offset. The parser does
// not tell where what holds others begins and ends: their brackets are looked for.
func (w placer) valueFrom(n *node, v *unstable.Node, from int) {
	switch v.Kind {
	case unstable.Array:
		start := w.find('[', from)
		end := start + 1
		for it := v.Children(); it.Next(); end = n.items[len(n.items)-1].value.End {
			item := &node{key: n.key}
			w.valueFrom(item, it.Node(), end)
			n.items = append(n.items, item)
		}
		n.value = w.src.At(start, w.find(']', end)+1)
	case unstable.InlineTable:
		start := w.place(v).Start
		end := start + 1
		for it := v.Children(); it.Next(); {
			child := w.descend(n, it.Node().Key())
			w.value(child, it.Node().Value())
			end = child.value.End
		}
		n.value = w.src.At(start, w.find('}', end)+1)
	default:
		n.value = w.place(v)
	}
}

// find is the offset of a sign at or behind another one, outside of comments.
func (w placer) find(sign byte, from int) int {
	text := w.src.Text
	for i := from; i < len(text); i++ {
		switch text[i] {
		case sign:
			return i
		case '#':
			for i+1 < len(text) && text[i+1] != '\n' {
				i++
			}
		}
	}
	return len(text)
}

func (w placer) place(n *unstable.Node) diag.Place {
	start := int(n.Raw.Offset)
	return w.src.At(start, start+int(n.Raw.Length))
}

// child is the node of that key part, made if need be.
func (n *node) child(part string) *node {
	if n.children == nil {
		n.children = map[string]*node{}
	}
	if n.children[part] == nil {
		n.children[part] = &node{}
	}
	return n.children[part]
}

// item is the i-th of an array.
func (n *node) item(i int) *node {
	if i < len(n.items) {
		return n.items[i]
	}
	return n
}

// before is the nearest key of that spelling before an offset; nil when there is none.
func (n *node) before(offset int, key string) *diag.Place {
	var nearest *diag.Place
	for part, child := range n.children {
		found := child.before(offset, key)
		if part == key && child.key.End <= offset {
			found = &child.key
		}
		if found != nil && (nearest == nil || found.Start > nearest.Start) {
			nearest = found
		}
	}
	return nearest
}

// path names a key as the file would write it.
func path(parts []string) string {
	s := ""
	for i, p := range parts {
		if i > 0 {
			s += "."
		}
		if bareKey(p) {
			s += p
		} else {
			s += quote(p)
		}
	}
	return s
}

func bareKey(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-' {
			return false
		}
	}
	return s != ""
}
