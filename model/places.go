package model

import (
	"strconv"

	"github.com/pelletier/go-toml/v2/unstable"

	"phuluc2b/model/diag"
)

// node is the places of one key of a TOML file and of what stands below it. BurntSushi/toml,
// which decodes, forgets places; this file alone uses another parser, to find them again.
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

func (w placer) value(n *node, v *unstable.Node) {
	if v.Kind != unstable.Array {
		n.value = w.place(v)
	}
	for it := v.Children(); it.Next(); {
		c := it.Node()
		if v.Kind == unstable.InlineTable {
			w.value(w.descend(n, c.Key()), c.Value())
			continue
		}
		item := &node{key: n.key, value: n.value}
		w.value(item, c)
		n.items = append(n.items, item)
	}
	// What holds others reaches to the end of the last of them.
	if last := n.last(v.Kind); last != nil {
		if v.Kind == unstable.Array {
			n.value.Start = n.items[0].value.Start
		}
		n.value.End = last.value.End
	}
}

func (n *node) last(kind unstable.Kind) *node {
	var last *node
	if kind == unstable.Array && len(n.items) > 0 {
		last = n.items[len(n.items)-1]
	}
	if kind == unstable.InlineTable {
		for _, c := range n.children {
			if last == nil || c.value.End > last.value.End {
				last = c
			}
		}
	}
	return last
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
			s += strconv.Quote(p)
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
