// Package edit writes data files: formatted, new, for the next period, composed of what was
// read elsewhere, corrected in place. Text and corrections go in, text comes out; a person's
// comments and spelling are kept. It imports model, model/tree and model/diag.
package edit

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

const (
	headerWidth  = 7  // of the longest key of the header
	valueWidth   = 10 // what a row's figure mostly fits in
	remarkColumn = 35 // of comments outside of [so_lieu]
)

// Format is the annex's data file in the one canonical layout: the tables and their keys in
// the order of the form, aligned; a label behind every row and the headings between them;
// values as they were spelled; every comment of a person. Its lines end with \n and it has no
// byte order mark. Formatting it again changes nothing.
func Format(a *model.Annex) ([]byte, diag.List) {
	m, findings := transcribe(a)
	if len(findings) > 0 {
		return nil, findings
	}
	return m.write(a.Form), nil
}

// writer sets a manuscript line by line.
type writer struct {
	form     *model.Form
	headings []string // the comments that stand for the headings of the form
	out      []string
}

func (m *manuscript) write(form *model.Form) []byte {
	w := &writer{form: form, headings: headingComments(form)}
	w.groups(m.head)
	w.section(m, "", w.header)
	w.section(m, "bao_cao", w.header)
	w.section(m, "so_lieu", w.rows)
	w.section(m, "gop", w.total)
	w.section(m, "chap_nhan", w.reasons)
	w.groups(trimGroups(m.foot, w.headings))
	return []byte(strings.Join(w.out, "\n") + "\n")
}

func (w *writer) lines(lines []string) { w.out = append(w.out, lines...) }

// blank leaves a line free, if there is something above it.
func (w *writer) blank() {
	if len(w.out) > 0 && w.out[len(w.out)-1] != "" {
		w.out = append(w.out, "")
	}
}

// groups writes lines that stand apart from what is above them.
func (w *writer) groups(lines []string) {
	if len(lines) > 0 {
		w.blank()
		w.lines(lines)
	}
}

// section writes a table: what is above its name, the name, the entries, what is below.
func (w *writer) section(m *manuscript, name string, entries func(*section)) {
	s := m.tables[name]
	if s == nil {
		return
	}
	w.blank()
	w.lines(s.above)
	if name != "" {
		w.out = append(w.out, beside("["+name+"]", remarkColumn, remark(s.behind)))
	}
	entries(s)
	w.groups(trimGroups(s.tail, w.headings))
}

// header writes mau, or the keys of [bao_cao].
func (w *writer) header(s *section) {
	keys := []string{"mau"}
	for _, f := range model.HeaderFields() {
		keys = append(keys, f.Key)
	}
	for _, key := range keys {
		if e := s.entries[key]; e != nil {
			w.lines(e.above)
			if key != "mau" {
				key = pad(key, headerWidth)
			}
			w.out = append(w.out, beside(key+" = "+e.written(), remarkColumn, remark(e.behind)))
		}
	}
}

// widestReason is the longest key of [chap_nhan] that others are aligned with; one of many rows
// stands out.
const widestReason = 32

// reasons writes the entries of [chap_nhan] by their first rows, after what is accepted of the
// header.
func (w *writer) reasons(s *section) {
	width := 0
	for id := range s.entries {
		if n := utf8.RuneCountInString(rowKey(id)); n <= widestReason {
			width = max(width, n)
		}
	}
	index := maps.Clone(w.form.RowIndex())
	index[model.HeaderSubject] = -1
	first := func(key string) int { return index[model.AcceptedRows(key)[0]] }
	byRow := func(a, b string) int { return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(a, b)) }
	for _, id := range slices.SortedFunc(maps.Keys(s.entries), byRow) {
		e := s.entries[id]
		w.lines(e.above)
		w.out = append(w.out, beside(pad(rowKey(id), width)+" = "+e.written(), 0, remark(e.behind)))
	}
}

// written is the value as spelled, or the parts in braces.
func (e *entry) written() string {
	if e.value != "" {
		return e.value
	}
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(e.parts)) {
		part := tree.Path([]string{key}) + " = " + e.parts[key]
		if key == "so_lieu" { // stands before the note
			parts = slices.Insert(parts, 0, part)
		} else {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// rowKey is a row's ID, or several, as a key: in quotes, for they may hold dots.
func rowKey(id string) string {
	if id == model.HeaderSubject {
		return id
	}
	return tree.Quote(id)
}

// beside puts a comment behind a line, from a column on if there is room.
func beside(line string, column int, comment string) string {
	switch {
	case comment == "":
		return line
	case strings.Contains(line, "\n"): // text of several lines
		column = 0
	}
	return pad(line, column-1) + " " + comment
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}
