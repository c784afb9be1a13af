package tree

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"phuluc2b/model/diag"
)

// Node is the places of one key of a TOML file and of what stands below it. BurntSushi/toml,
// which decodes, forgets places; this file uses another parser, to find them again, as
// transcribe.go does to find the comments.
type Node struct {
	Key, Value diag.Place
	Children   map[string]*Node // by key part, unescaped
	items      []*Node          // of an array
}

// places finds the place of every key and value. The text must be sound TOML.
func places(src *diag.Source) *Node {
	var p unstable.Parser
	p.Reset(src.Text)
	walk := placer{src: src, parser: &p}
	root := &Node{Key: src.At(0, 0), Value: src.At(0, 0)}
	table := root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table:
			table = walk.descend(root, e.Key())
		case unstable.ArrayTable:
			list := walk.descend(root, e.Key())
			at := walk.last(e.Key())
			table = &Node{Key: at, Value: at}
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
func (w placer) descend(n *Node, key unstable.Iterator) *Node {
	for key.Next() {
		if len(n.items) > 0 { // a key below an array of tables means its last one
			n = n.items[len(n.items)-1]
		}
		place := w.place(key.Node())
		child := n.child(string(key.Node().Data))
		if child.Key.Source == nil {
			child.Key, child.Value = place, place
		}
		n = child
	}
	return n
}

// last is the place of the last part of a key.
func (w placer) last(key unstable.Iterator) (at diag.Place) {
	for key.Next() {
		at = w.place(key.Node())
	}
	return at
}

// value finds the place of a value that stands behind its key.
func (w placer) value(n *Node, v *unstable.Node) { w.valueFrom(n, v, n.Key.End) }

// valueFrom finds the place of a value that stands at or behind an offset. The parser does
// not tell where what holds others begins and ends: their brackets are looked for.
func (w placer) valueFrom(n *Node, v *unstable.Node, from int) {
	switch v.Kind {
	case unstable.Array:
		start := w.find('[', from)
		end := start + 1
		for it := v.Children(); it.Next(); end = n.items[len(n.items)-1].Value.End {
			item := &Node{Key: n.Key}
			w.valueFrom(item, it.Node(), end)
			n.items = append(n.items, item)
		}
		n.Value = w.src.At(start, w.find(']', end)+1)
	case unstable.InlineTable:
		start := w.place(v).Start
		end := start + 1
		for it := v.Children(); it.Next(); {
			child := w.descend(n, it.Node().Key())
			w.value(child, it.Node().Value())
			end = child.Value.End
		}
		n.Value = w.src.At(start, w.find('}', end)+1)
	default:
		n.Value = w.place(v)
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
