// Package tree is a TOML file as a tree that knows the place of everything: text goes in,
// tables with typed getters and findings in Vietnamese come out. It cleans text, refuses that
// of old code pages, and finds the nearest name to a misspelt one. It knows no form and no
// annex, and imports model/diag alone.
package tree

import (
	"slices"
	"strings"
	"time"

	"phuluc2b/model/diag"
)

// reader is what reading one file needs throughout.
type reader struct {
	src      *diag.Source
	findings *diag.List
	draws    func(rune) bool // whether a letter can be printed
}

// Faultf adds a fault to the findings.
func (r *reader) Faultf(rule string, place diag.Place, hint, format string, args ...any) {
	r.findings.Faultf(rule, place, hint, format, args...)
}

// Add adds a finding.
func (r *reader) Add(f diag.Finding) { *r.findings = append(*r.findings, f) }

// Open decodes a TOML file into its outermost table, which findings call by that name. It is
// nil, with findings, when the file is no sound TOML.
func Open(src *diag.Source, draws func(rune) bool, name string, findings *diag.List) *Table {
	values, places := Decode(src, findings)
	if values == nil {
		return nil
	}
	return &Table{reader: &reader{src: src, findings: findings, draws: draws}, Values: values, Node: places, name: name}
}

// Inner is the table that a value is, under another name: its places are those of the node,
// or of this table where that is nil.
func (t *Table) Inner(name string, values map[string]any, n *Node) *Table {
	if n == nil {
		n = t.Node
	}
	return &Table{reader: t.reader, Values: values, Node: n, name: name}
}

// Table is a decoded TOML table that knows its places. Its getters report what is of the
// wrong type; done reports the keys that nobody asked for.
type Table struct {
	*reader
	name   string // "[bao_cao]"
	Values map[string]any
	Node   *Node
	asked  []string
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
	if !slices.Contains(t.asked, key) {
		t.asked = append(t.asked, key)
	}
	_, ok := t.Values[key]
	return ok
}

// Need reports whether the key is there, and its absence.
func (t *Table) Need(key, hint string) bool {
	if t.Has(key) {
		return true
	}
	t.Faultf("thieu-khoa", t.KeyAt(""), hint, "%s thiếu khóa %s", t.name, key)
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
	t.Faultf("sai-kieu", at, want, "%s: giá trị sai kiểu", Path([]string{key}))
}

// Text is a line of cleaned text; "" when it is not there or of the wrong type.
func (t *Table) Text(key string) string {
	s, ok := get[string](t, key, `viết chữ trong ngoặc kép: "…"`)
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
func (t *Table) Number(key string) float64 {
	if n, ok := t.Values[key].(int64); ok {
		t.Has(key)
		return float64(n)
	}
	f, _ := get[float64](t, key, "viết một số, không có ngoặc kép")
	return f
}

// Date is a day; the zero time when it is not there.
func (t *Table) Date(key string) time.Time {
	const want = "viết năm-tháng-ngày không có ngoặc kép, ví dụ 2021-12-02"
	d, ok := get[time.Time](t, key, want)
	if !ok {
		return time.Time{}
	}
	if strings.ContainsAny(t.At(key).Text(), ":") {
		t.WrongType(t.At(key), key, want)
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

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

// Texts is an array of cleaned strings.
func (t *Table) Texts(key string) []string {
	var texts []string
	items, nodes := t.List(key)
	for i, item := range items {
		at := t.PlaceOf(nodes[i], func(n *Node) diag.Place { return n.Value })
		if s, ok := item.(string); ok {
			texts = append(texts, t.Clean(at, s))
		} else {
			t.WrongType(at, key, `viết chữ trong ngoặc kép: "…"`)
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
			tables = append(tables, t.Inner("[["+key+"]]", values, nodes[i]))
		} else {
			t.WrongType(t.PlaceOf(nodes[i], func(n *Node) diag.Place { return n.Value }), key, "viết { khóa = giá trị, … }")
		}
	}
	return tables
}

// Sub is the table of that name; nil when it is not there.
func (t *Table) Sub(key string) *Table {
	values, ok := get[map[string]any](t, key, "viết ["+key+"] trên một dòng riêng, các khóa của nó ở những dòng dưới")
	if !ok {
		return nil
	}
	return t.Inner("["+key+"]", values, t.Node.Children[key])
}

// List names choices for a hint.
func List[T ~string](choices []T) string {
	var b strings.Builder
	for i, c := range choices {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(c))
	}
	return b.String()
}

// Choice is text out of a closed set.
func Choice[T ~string](t *Table, key string, choices ...T) T {
	s := T(t.Text(key))
	if s == "" || slices.Contains(choices, s) {
		return s
	}
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = string(c)
	}
	hint := "viết một trong: " + List(choices)
	if near := Nearest(string(s), names); near != "" {
		hint = `có phải "` + near + `"? ` + hint
	}
	t.Faultf("sai-gia-tri", t.At(key), hint, `%s không nhận "%s"`, key, Short(string(s)))
	return ""
}

// Done reports the keys that nobody asked for.
func (t *Table) Done() {
	for key := range t.Values {
		if slices.Contains(t.asked, key) {
			continue
		}
		hint := "các khóa dùng được: " + strings.Join(t.asked, ", ")
		if near := Nearest(key, t.asked); near != "" {
			hint = "có phải " + near + "?"
		}
		t.Faultf("khoa-la", t.KeyAt(key), hint, "%s không có khóa %s", t.name, Path([]string{key}))
	}
}

// NotEmpty reports text that is there and says nothing.
func (t *Table) NotEmpty(keys ...string) {
	for _, key := range keys {
		if s, ok := t.Values[key].(string); ok && strings.TrimSpace(s) == "" {
			t.Faultf("sai-gia-tri", t.At(key), "viết chữ vào giữa hai dấu ngoặc kép", "%s để trống", key)
		}
	}
}
