package edit

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/tree"
)

// Reckoned is a row of an annex that was reckoned from those of units.
type Reckoned struct {
	Row    string
	Values []string // as printed; none for blank
	Note   string
	Remark string // where it comes from
}

// WriteTotal is the data file of an annex that was reckoned from those of units, in canonical
// layout: each figure with a comment that says where it comes from, what the office above needs
// to reckon on, and a seal by which a later run sees that nobody has edited it.
func WriteTotal(f *model.Form, report model.Report, rows []Reckoned, total *model.Total) []byte {
	m := &manuscript{tables: map[string]*section{}}
	m.head = []string{"# Số liệu " + oneLine(strings.Join(f.Label, " ")) + " do phuluc2b total gộp từ các đơn vị. Chạy lại thì tệp này được làm lại, trừ khi đã sửa."}
	m.section("").entry("mau").value = tree.Quote(f.ID)
	for _, field := range model.HeaderFields() {
		if value := field.Stored(report); value != "" {
			m.section("bao_cao").entry(field.Key).value = headerValue(field, value)
		}
	}
	figures := m.section("so_lieu")
	for _, r := range rows {
		e := figures.entry(r.Row)
		if e.value = writeValues(r.Values); r.Note != "" {
			e.parts["so_lieu"], e.parts["ghi_chu"], e.value = e.value, tree.Quote(r.Note), ""
		}
		e.behind = []string{"# " + oneLine(r.Remark)}
	}
	m.total(total)
	return seal(m.write(f))
}

// total fills in [gop].
func (m *manuscript) total(total *model.Total) {
	s := m.section("gop")
	s.above = []string{"# Để cấp trên gộp tiếp; chương trình ghi, không phải sửa. Số là số thứ tự trong don_vi."}
	s.entry("don_vi").value = quotes(total.Units)
	if len(total.Absent) > 0 {
		s.entry("chua_nop").value = tree.Quote(total.Absent.String())
	}
	s.entry("dau").value = `""`
	for id, row := range total.Rows {
		if row.Own == "" && len(row.Missing) == 0 && row.Sums == nil && row.Values == nil {
			continue
		}
		parts := s.entry(id).parts
		if row.Own != "" {
			parts["rieng"] = tree.Quote(row.Own)
		}
		if len(row.Missing) > 0 {
			parts["thieu"] = tree.Quote(row.Missing.String())
		}
		if row.Sums != nil {
			var sums []string
			for _, n := range row.Sums {
				sums = append(sums, model.WriteNumber(n))
			}
			parts["tong"] = quotes(sums)
		}
		if row.Values != nil {
			var values []string
			for _, value := range slices.Sorted(maps.Keys(row.Values)) {
				values = append(values, value+model.ValueEnd+row.Values[value].String())
			}
			parts["gia_tri"] = quotes(values)
		}
	}
}

// quotes is a list of texts as TOML.
func quotes(texts []string) string {
	var quoted []string
	for _, text := range texts {
		quoted = append(quoted, tree.Quote(text))
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// total writes [gop]: the units, one on a line, and the rows in the order of the form.
func (w *writer) total(s *section) {
	for _, key := range []string{"don_vi", "chua_nop", "dau"} {
		e := s.entries[key]
		if e == nil {
			continue
		}
		w.lines(e.above)
		value := e.written()
		if key == "don_vi" {
			value = oneEach(value)
		}
		w.out = append(w.out, beside(pad(key, len("chua_nop"))+" = "+value, 0, remark(e.behind)))
	}
	width := 0
	for _, r := range w.form.Rows {
		width = max(width, len(rowKey(r.ID)))
	}
	for _, r := range w.form.Rows {
		if e := s.entries[r.ID]; e != nil {
			w.lines(e.above)
			w.out = append(w.out, beside(pad(rowKey(r.ID), width)+" = "+e.written(), 0, remark(e.behind)))
		}
	}
}

// oneEach is a list with a text on each line: one line would grow without bound.
func oneEach(list string) string {
	text := "[\n"
	for _, item := range regexp.MustCompile(`"(?:[^"\\]|\\.)*"|'[^']*'`).FindAllString(list, -1) {
		text += "  " + item + ",\n"
	}
	return text + "]"
}

// sealed is the line that holds the seal.
func sealed() *regexp.Regexp { return regexp.MustCompile(`(?m)^dau +=.*$`) }

// seal puts the sum of a text into it.
func seal(text []byte) []byte {
	at := sealed().FindIndex(text)
	if at == nil {
		return text
	}
	sum := sha256.Sum256(slices.Concat(text[:at[0]], text[at[1]:]))
	return slices.Concat(text[:at[0]], []byte(fmt.Sprintf(`dau      = "%x"`, sum[:8])), text[at[1]:])
}

// Sealed reports whether a text is one of WriteTotal that nobody has edited since.
func Sealed(text []byte) bool { return sealed().Match(text) && string(seal(text)) == string(text) }
