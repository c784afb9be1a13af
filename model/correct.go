package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model/diag"
)

// ErrNotCorrected says that a data file is written in a way that cannot be corrected in
// place.
var ErrNotCorrected = errors.New("the data file cannot be corrected in place")

// Correction is what a row, or a key of the header, is to say.
type Correction struct {
	Row    string   // ID; "" for a key of the header
	Values []string // as printed; none for blank
	Note   string

	Key   string // of [bao_cao]
	Value string // as TOML
}

// Describe says in a few words what a correction writes: "1.2.1 = 07".
func (c Correction) Describe() string {
	if c.Row == "" {
		return c.Key + " = " + c.Value
	}
	return c.Row + " = " + writeFigure(c.Values, c.Note)
}

// Correct writes corrections into the text of the annex's data file and leaves all else as
// it is, comments and spelling included.
func (a *Annex) Correct(corrections []Correction) ([]byte, error) {
	var faults diag.List
	values, root := decode(a.Source, &faults)
	if values == nil {
		return nil, ErrNotCorrected
	}
	c := corrector{annex: a, root: root}
	for _, correction := range corrections {
		if correction.Row == "" {
			c.header(correction)
		} else {
			c.row(correction)
		}
	}
	if len(c.added) > 0 {
		end := len(a.Source.Text)
		c.edits = append(c.edits, edit{end, end, "\n[so_lieu]\n" + strings.Join(c.added, "\n") + "\n"})
	}
	slices.SortStableFunc(c.edits, func(x, y edit) int { return x.start - y.start })
	bom := len(a.Source.Raw) - len(a.Source.Text)
	text := append([]byte(nil), a.Source.Raw[:bom]...)
	done := 0
	for _, e := range c.edits {
		if e.start < done {
			return nil, ErrNotCorrected
		}
		text = append(append(text, a.Source.Text[done:e.start]...), e.text...)
		done = e.end
	}
	text = append(text, a.Source.Text[done:]...)
	if values, _ := decode(diag.NewSource(a.Source.Name, text), &faults); values == nil || !says(values, corrections) {
		return nil, ErrNotCorrected
	}
	return text, nil
}

// edit replaces the bytes from start to end of the source.
type edit struct {
	start, end int
	text       string
}

type corrector struct {
	annex *Annex
	root  *node
	edits []edit
	added []string // lines for a table of figures that the file does not have yet
}

// replace puts text in the place of a value.
func (c *corrector) replace(at diag.Place, text string) {
	c.edits = append(c.edits, edit{at.Start, at.End, text})
}

// line puts a line below the one in which a place ends.
func (c *corrector) line(below diag.Place, text string) {
	source := c.annex.Source.Text
	end := below.End
	for end < len(source) && source[end] != '\n' {
		end++
	}
	newline := "\n"
	if end > 0 && source[end-1] == '\r' {
		newline, end = "\r\n", end-1
	}
	c.edits = append(c.edits, edit{end, end, newline + text})
}

func (c *corrector) header(correction Correction) {
	table := c.root.children["bao_cao"]
	if table == nil {
		return
	}
	if key := table.children[correction.Key]; key != nil {
		c.replace(key.value, correction.Value)
		return
	}
	c.line(table.lastKey(), correction.Key+" = "+correction.Value)
}

// lastKey is where the last of a table's values stands, or its own name.
func (n *node) lastKey() diag.Place {
	last := n.key
	for _, child := range n.children {
		if child.value.End > last.End {
			last = child.value
		}
	}
	return last
}

func (c *corrector) row(correction Correction) {
	figure := writeFigure(correction.Values, correction.Note)
	line := quote(correction.Row) + " = " + figure + c.label(correction.Row)
	table := c.root.children["so_lieu"]
	if table == nil {
		c.added = append(c.added, line)
		return
	}
	n := table.children[correction.Row]
	switch {
	case n != nil && n.value.Start != n.key.Start:
		c.replace(n.value, figure)
	case n != nil: // "1.2.1".so_lieu = 7, or [so_lieu."1.2.1"]
		c.parts(n, correction)
	case c.opened(table):
		c.line(c.above(table, correction.Row), line)
	default:
		c.added = append(c.added, line)
	}
}

// opened tells whether a table has a line [name] of its own.
func (c *corrector) opened(table *node) bool {
	rest := c.annex.Source.Text[table.key.End:]
	return strings.HasPrefix(strings.TrimLeft(string(rest[:min(len(rest), 80)]), " \t\"'"), "]")
}

// parts corrects a row that is written as a table of its own.
func (c *corrector) parts(n *node, correction Correction) {
	if value := n.children["so_lieu"]; value != nil {
		c.replace(value.value, writeValues(correction.Values))
	}
	if note := n.children["ghi_chu"]; note != nil {
		c.replace(note.value, quote(correction.Note))
	}
}

// above is the row of the file that a new row goes below: the nearest one before it in the
// form, or the name of the table.
func (c *corrector) above(table *node, id string) diag.Place {
	form := c.annex.Form
	for i := form.RowIndex()[id] - 1; i >= 0; i-- {
		if n := table.children[form.Rows[i].ID]; n != nil && n.value.Start != n.key.Start {
			return n.value
		}
	}
	return table.key
}

// label is the comment that helps a person to find the row.
func (c *corrector) label(id string) string {
	return " " + comment(c.annex.Form.Rows[c.annex.Form.RowIndex()[id]].caption())
}

// writeFigure is a figure as TOML.
func writeFigure(values []string, note string) string {
	if note == "" {
		return writeValues(values)
	}
	return "{ so_lieu = " + writeValues(values) + ", ghi_chu = " + quote(note) + " }"
}

// writeValues is one value, or a list of several, as TOML.
func writeValues(values []string) string {
	var written []string
	for _, v := range values {
		written = append(written, writeValue(v))
	}
	switch len(values) {
	case 0:
		return quote("")
	case 1:
		return written[0]
	}
	return "[" + strings.Join(written, ", ") + "]"
}

// writeValue is a value as TOML: a number that TOML spells as it is printed without quotes,
// all else within them.
func writeValue(written string) string {
	if digits(written) && (written == "0" || written[0] != '0') && len(written) < 18 {
		return written
	}
	return quote(written)
}

// quote is text as a basic TOML string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '\\' || r == '"':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
