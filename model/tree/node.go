package tree

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"phuluc2b/model/diag"
)

// Node is the places of one key of a TOML file and of what stands below it. BurntSushi/toml,
// which explains what is wrong, forgets places; this file uses another parser, to find them, as
// transcribe.go does to find the comments.
type Node struct {
	Key, Value diag.Place
	Children   map[string]*Node // by key part, unescaped
	items      []*Node          // of an array
}

// places finds the place of every key and value, and reads the values. They are nil in doubt: of
// keys with dots, of a key that stands twice, of text that is no TOML, BurntSushi/toml judges.
func places(src *diag.Source) (*Node, map[string]any) {
	var p unstable.Parser
	p.Reset(src.Text)
	walk := placer{src: src, parser: &p, names: map[string]string{}, doubt: controls(src.Text)}
	root := &Node{Key: src.At(0, 0), Value: src.At(0, 0)}
	values := map[string]any{}
	table, inner := root, values
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table:
			table, inner = walk.descend(root, e.Key()), map[string]any{}
			walk.put(values, e.Key(), inner)
		case unstable.ArrayTable:
			list := walk.descend(root, e.Key())
			at := walk.last(e.Key())
			table, inner = &Node{Key: at, Value: at}, map[string]any{}
			list.items = append(list.items, table)
			walk.add(values, e.Key(), inner)
		case unstable.KeyValue:
			walk.put(inner, e.Key(), walk.value(walk.descend(table, e.Key()), e.Value()))
		}
	}
	if walk.doubt || p.Error() != nil {
		return root, nil
	}
	return root, values
}

type placer struct {
	src    *diag.Source
	parser *unstable.Parser
	names  map[string]string // of keys, each kept once
	doubt  bool
}

// descend follows a dotted key from n, making what is not there yet.
func (w *placer) descend(n *Node, key unstable.Iterator) *Node {
	for key.Next() {
		if len(n.items) > 0 { // a key below an array of tables means its last one
			n = n.items[len(n.items)-1]
		}
		place := w.place(key.Node())
		child := n.child(w.name(key.Node()))
		if child.Key.Source == nil {
			child.Key, child.Value = place, place
		}
		n = child
	}
	return n
}

// last is the place of the last part of a key.
func (w *placer) last(key unstable.Iterator) (at diag.Place) {
	for key.Next() {
		at = w.place(key.Node())
	}
	return at
}

// value reads a value that stands behind its key, and finds its place.
func (w *placer) value(n *Node, v *unstable.Node) any { return w.valueFrom(n, v, n.Key.End) }

// valueFrom reads a value that stands at or behind an offset, and finds its place. The parser
// does not tell where what holds others begins and ends: their brackets are looked for.
func (w *placer) valueFrom(n *Node, v *unstable.Node, from int) any {
	switch v.Kind {
	case unstable.Array:
		start := w.find('[', from)
		end := start + 1
		items := []any{}
		for it := v.Children(); it.Next(); end = n.items[len(n.items)-1].Value.End {
			item := &Node{Key: n.Key}
			items = append(items, w.valueFrom(item, it.Node(), end))
			n.items = append(n.items, item)
		}
		n.Value = w.src.At(start, w.find(']', end)+1)
		return items
	case unstable.InlineTable:
		start := w.place(v).Start
		end := start + 1
		table := map[string]any{}
		for it := v.Children(); it.Next(); {
			child := w.descend(n, it.Node().Key())
			w.put(table, it.Node().Key(), w.value(child, it.Node().Value()))
			end = child.Value.End
		}
		n.Value = w.src.At(start, w.find('}', end)+1)
		return table
	}
	n.Value = w.place(v)
	return w.scalar(v, w.src.Text[n.Value.Start:n.Value.End])
}

// find is the offset of a sign at or behind another one, outside of comments.
func (w *placer) find(sign byte, from int) int {
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

func (w *placer) place(n *unstable.Node) diag.Place {
	start := int(n.Raw.Offset)
	return w.src.At(start, start+int(n.Raw.Length))
}

// child is the node of that key part, made if need be.
func (n *Node) child(part string) *Node {
	if n.Children == nil {
		n.Children = map[string]*Node{}
	}
	if n.Children[part] == nil {
		n.Children[part] = &Node{}
	}
	return n.Children[part]
}

// Item is the i-th of an array.
func (n *Node) Item(i int) *Node {
	if i < len(n.items) {
		return n.items[i]
	}
	return n
}

// before is the nearest key of that spelling before an offset; nil when there is none.
func (n *Node) before(offset int, key string) *diag.Place {
	var nearest *diag.Place
	for part, child := range n.Children {
		found := child.before(offset, key)
		if part == key && child.Key.End <= offset && (found == nil || child.Key.Start > found.Start) {
			found = &child.Key
		}
		if found != nil && (nearest == nil || found.Start > nearest.Start) {
			nearest = found
		}
	}
	return nearest
}
