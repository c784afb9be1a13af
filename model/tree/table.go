// Package tree is a TOML file as a tree that knows the place of everything: text goes in,
// tables with typed getters and findings in Vietnamese come out. It cleans text, refuses that
// of old code pages, and finds the nearest name to a misspelt one. It knows no form and no
// annex, and imports model/diag alone.
package tree

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"phuluc2b/model/diag"
)

// Table is a decoded TOML table that knows its places. Its getters report what is of the
// wrong type; Done reports the keys that nobody asked for.
type Table struct {
	*reader
	name   string     // "[bao_cao]"
	whole  diag.Place // where it is said that a key is missing, if not at its name
	Values map[string]any
	Node   *Node
	asked  []string        // some of them again and again
	known  map[string]bool // those of asked that are there
	labels map[string]string
}

// Inner is the table that a value is, under another name: its places are those of the node,
// or of this table where that is nil.
func (t *Table) Inner(name string, values map[string]any, n *Node) *Table {
	if n == nil {
		n = t.Node
	}
	return &Table{reader: t.reader, Values: values, Node: n, name: name}
}

// Call gives the table another name, and another place to say what it lacks.
func (t *Table) Call(name string, at diag.Place) { t.name, t.whole = name, at }

// Label says what a person calls a key who does not see the file.
func (t *Table) Label(key, label string) {
	if t.labels == nil {
		t.labels = map[string]string{}
	}
	t.labels[key] = label
}

// Keyf adds a fault that begins with a key: "ky_hieu để trống".
func (t *Table) Keyf(rule string, at diag.Place, key string, advice diag.Advice, format string, args ...any) {
	fact := fmt.Sprintf(format, args...)
	t.Advisef(rule, at, advice, "%s %s", key, fact)
	if label := t.labels[key]; label != "" {
		t.note(func(f *diag.Finding) { f.Spoken = label + " " + fact })
	}
}

// Keys are the keys of the table, in the order of the file.
func (t *Table) Keys() []string {
	return slices.SortedFunc(maps.Keys(t.Values), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.KeyAt(a).Start, t.KeyAt(b).Start), cmp.Compare(a, b))
	})
}

// At is the place of a value of the table; of the whole table when it is not there.
func (t *Table) At(key string) diag.Place {
	return t.PlaceOf(t.Node.Children[key], func(n *Node) diag.Place { return n.Value })
}

func (t *Table) KeyAt(key string) diag.Place {
	return t.PlaceOf(t.Node.Children[key], func(n *Node) diag.Place { return n.Key })
}

func (t *Table) PlaceOf(n *Node, part func(*Node) diag.Place) diag.Place {
	for _, n := range []*Node{n, t.Node} {
		if n != nil && part(n).Source != nil {
			return part(n)
		}
	}
	return t.src.At(0, 0)
}

func (t *Table) Has(key string) bool {
	if t.asked == nil {
		t.asked = make([]string, 0, 16)
	}
	t.asked = append(t.asked, key)
	_, ok := t.Values[key]
	if ok && t.known == nil {
		t.known = map[string]bool{}
	}
	if ok {
		t.known[key] = true
	}
	return ok
}

// Need reports whether the key is there, and its absence.
func (t *Table) Need(key, hint string) bool {
	if t.Has(key) {
		return true
	}
	at := t.whole
	if at.Source == nil {
		at = t.KeyAt("")
	}
	t.Faultf("thieu-khoa", at, hint, "%s thiếu khóa %s", t.name, key)
	t.About(key)
	return false
}

// get is a value of the type that is wanted; a value of another type is reported.
func get[T any](t *Table, key, want string) (T, bool) {
	var none T
	if !t.Has(key) {
		return none, false
	}
	if v, ok := t.Values[key].(T); ok {
		return v, true
	}
	t.WrongType(t.At(key), key, want)
	return none, false
}

func (t *Table) WrongType(at diag.Place, key, want string) {
	t.Misused(at, key, diag.Advice{File: want})
}

// Misused is WrongType of what is mended in a cell in another way than in a file.
func (t *Table) Misused(at diag.Place, key string, want diag.Advice) {
	t.Advisef("sai-kieu", at, want, "%s: giá trị sai kiểu", Short(Path([]string{key})))
}

const wantText = `viết chữ trong ngoặc kép: "…"`

// Line is text that must stand on one line; "" when it does not, or cannot be printed.
func (t *Table) Line(key string) string {
	s, ok := get[string](t, key, wantText)
	if !ok {
		return ""
	}
	return t.oneLine(t.At(key), key, s)
}

func (t *Table) oneLine(at diag.Place, key, s string) string {
	s, sound := t.Sound(at, s)
	switch {
	case !sound:
		return ""
	case strings.Contains(s, "\n"):
		t.Keyf("xuong-dong", at, key, diag.Advice{File: `bỏ chỗ xuống dòng (\n), viết tất cả trên một dòng`}, "có chỗ xuống dòng, ở đây chỉ được một dòng")
		return ""
	}
	return s
}

// Text is cleaned text; "" when it is not there or of the wrong type.
func (t *Table) Text(key string) string {
	s, ok := get[string](t, key, wantText)
	if !ok {
		return ""
	}
	return t.Clean(t.At(key), s)
}

// Lines is text cut at its line breaks; nil for empty text.
func (t *Table) Lines(key string) []string {
	if s := t.Text(key); s != "" {
		return strings.Split(s, "\n")
	}
	return nil
}

func (t *Table) Integer(key string) (int64, bool) {
	return get[int64](t, key, "viết một số nguyên, không có ngoặc kép")
}

func (t *Table) Boolean(key string) bool {
	b, _ := get[bool](t, key, "viết true hoặc false")
	return b
}

// Number is a length or the like that needs no exactness.
func (t *Table) Number(key string) (float64, bool) {
	if n, ok := t.Values[key].(int64); ok {
		return float64(n), t.Has(key)
	}
	return get[float64](t, key, "viết một số, không có ngoặc kép")
}

// Sub is the table of that name; nil when it is not there.
func (t *Table) Sub(key string) *Table {
	values, ok := get[map[string]any](t, key, "viết ["+key+"] trên một dòng riêng, các khóa của nó ở những dòng dưới")
	if !ok {
		return nil
	}
	return t.Inner("["+key+"]", values, t.Node.Children[key])
}

// Done reports the keys that nobody asked for.
func (t *Table) Done() {
	if len(t.known) == len(t.Values) {
		return
	}
	again := map[string]bool{}
	t.asked = slices.DeleteFunc(t.asked, func(key string) bool {
		before := again[key]
		again[key] = true
		return before
	})
	for _, key := range t.Keys() {
		if t.known[key] {
			continue
		}
		hint := "các khóa dùng được: " + strings.Join(t.asked, ", ")
		if near := nearest(key, t.asked); near != "" {
			hint = "có phải " + near + "?"
		}
		t.Faultf("khoa-la", t.KeyAt(key), hint, "%s không có khóa %s", t.name, Short(Path([]string{key})))
	}
}

// NotEmpty reports text that is there and says nothing.
func (t *Table) NotEmpty(keys ...string) {
	for _, key := range keys {
		if s, ok := t.Values[key].(string); ok && strings.TrimSpace(s) == "" {
			t.Keyf("sai-gia-tri", t.At(key), key, diag.Advice{File: "viết chữ vào giữa hai dấu ngoặc kép", Cell: "viết chữ vào đây"}, "để trống")
		}
	}
}
