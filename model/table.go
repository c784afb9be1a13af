package model

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

// table is a decoded TOML table that knows its places. Its getters report what is of the
// wrong type; done reports the keys that nobody asked for.
type table struct {
	*reader
	name   string // "[bao_cao]"
	values map[string]any
	node   *node
	asked  []string
}

// at is the place of a value of the table; of the whole table when it is not there.
func (t *table) at(key string) diag.Place {
	return t.placeOf(t.node.children[key], func(n *node) diag.Place { return n.value })
}

func (t *table) keyAt(key string) diag.Place {
	return t.placeOf(t.node.children[key], func(n *node) diag.Place { return n.key })
}

func (t *table) placeOf(n *node, part func(*node) diag.Place) diag.Place {
	for _, n := range []*node{n, t.node} {
		if n != nil && part(n).Source != nil {
			return part(n)
		}
	}
	return t.src.At(0, 0)
}

func (t *table) has(key string) bool {
	if !slices.Contains(t.asked, key) {
		t.asked = append(t.asked, key)
	}
	_, ok := t.values[key]
	return ok
}

// need reports whether the key is there, and its absence.
func (t *table) need(key, hint string) bool {
	if t.has(key) {
		return true
	}
	t.findings.Faultf("thieu-khoa", t.keyAt(""), hint, "%s thiếu khóa %s", t.name, key)
	return false
}

// get is a value of the type that is wanted; a value of another type is reported.
func get[T any](t *table, key, want string) (T, bool) {
	var none T
	if !t.has(key) {
		return none, false
	}
	if v, ok := t.values[key].(T); ok {
		return v, true
	}
	t.wrongType(t.at(key), key, want)
	return none, false
}

func (t *table) wrongType(at diag.Place, key, want string) {
	t.findings.Faultf("sai-kieu", at, want, "%s: giá trị sai kiểu", path([]string{key}))
}

// text is a line of cleaned text; "" when it is not there or of the wrong type.
func (t *table) text(key string) string {
	s, ok := get[string](t, key, `viết chữ trong ngoặc kép: "…"`)
	if !ok {
		return ""
	}
	return t.clean(t.at(key), s)
}

// lines is text cut at its line breaks; nil for empty text.
func (t *table) lines(key string) []string {
	if s := t.text(key); s != "" {
		return strings.Split(s, "\n")
	}
	return nil
}

func (t *table) integer(key string) (int64, bool) {
	return get[int64](t, key, "viết một số nguyên, không có ngoặc kép")
}

func (t *table) boolean(key string) bool {
	b, _ := get[bool](t, key, "viết true hoặc false")
	return b
}

// number is a length or the like that needs no exactness.
func (t *table) number(key string) float64 {
	if n, ok := t.values[key].(int64); ok {
		t.has(key)
		return float64(n)
	}
	f, _ := get[float64](t, key, "viết một số, không có ngoặc kép")
	return f
}

// date is a day; the zero time when it is not there.
func (t *table) date(key string) time.Time {
	const want = "viết năm-tháng-ngày không có ngoặc kép, ví dụ 2021-12-02"
	d, ok := get[time.Time](t, key, want)
	if !ok {
		return time.Time{}
	}
	if strings.ContainsAny(t.at(key).Text(), ":") {
		t.wrongType(t.at(key), key, want)
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// list is an array and the places of its items.
func (t *table) list(key string) ([]any, []*node) {
	items, ok := get[[]any](t, key, "viết một danh sách trong ngoặc vuông: […]")
	if !ok {
		return nil, nil
	}
	nodes := make([]*node, len(items))
	for i := range items {
		if nodes[i] = t.node; t.node.children[key] != nil {
			nodes[i] = t.node.children[key].item(i)
		}
	}
	return items, nodes
}

// texts is an array of cleaned strings.
func (t *table) texts(key string) []string {
	var texts []string
	items, nodes := t.list(key)
	for i, item := range items {
		at := t.placeOf(nodes[i], func(n *node) diag.Place { return n.value })
		if s, ok := item.(string); ok {
			texts = append(texts, t.clean(at, s))
		} else {
			t.wrongType(at, key, `viết chữ trong ngoặc kép: "…"`)
		}
	}
	return texts
}

// integers is an array of whole numbers.
func (t *table) integers(key string) []int {
	var numbers []int
	items, nodes := t.list(key)
	for i, item := range items {
		if n, ok := item.(int64); ok {
			numbers = append(numbers, int(n))
		} else {
			t.wrongType(t.placeOf(nodes[i], func(n *node) diag.Place { return n.value }), key, "viết số nguyên")
		}
	}
	return numbers
}

// tables is an array of tables, written [[key]] or [ {…}, … ].
func (t *table) tables(key string) []*table {
	if maps, ok := t.values[key].([]map[string]any); ok { // how the decoder gives [[key]]
		items := make([]any, len(maps))
		for i, m := range maps {
			items[i] = m
		}
		t.values[key] = items
	}
	var tables []*table
	items, nodes := t.list(key)
	for i, item := range items {
		if values, ok := item.(map[string]any); ok {
			tables = append(tables, &table{reader: t.reader, name: "[[" + key + "]]", values: values, node: nodes[i]})
		} else {
			t.wrongType(t.placeOf(nodes[i], func(n *node) diag.Place { return n.value }), key, "viết { khóa = giá trị, … }")
		}
	}
	return tables
}

// table is the table of that name; nil when it is not there.
func (t *table) table(key string) *table {
	values, ok := get[map[string]any](t, key, "viết ["+key+"] trên một dòng riêng, các khóa của nó ở những dòng dưới")
	if !ok {
		return nil
	}
	n := t.node.children[key]
	if n == nil {
		n = t.node
	}
	return &table{reader: t.reader, name: "[" + key + "]", values: values, node: n}
}

// choice is text out of a closed set.
func choice[T ~string](t *table, key string, choices ...T) T {
	s := T(t.text(key))
	if s == "" || slices.Contains(choices, s) {
		return s
	}
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = string(c)
	}
	hint := "viết một trong: " + strings.Join(names, ", ")
	if near := Nearest(string(s), names); near != "" {
		hint = `có phải "` + near + `"? ` + hint
	}
	t.findings.Faultf("sai-gia-tri", t.at(key), hint, `%s không nhận "%s"`, key, short(string(s)))
	return ""
}

// done reports the keys that nobody asked for.
func (t *table) done() {
	for key := range t.values {
		if slices.Contains(t.asked, key) {
			continue
		}
		hint := "các khóa dùng được: " + strings.Join(t.asked, ", ")
		if near := Nearest(key, t.asked); near != "" {
			hint = "có phải " + near + "?"
		}
		t.findings.Faultf("khoa-la", t.keyAt(key), hint, "%s không có khóa %s", t.name, path([]string{key}))
	}
}
