package edit

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// ErrNotCorrected says that a data file is written in a way that cannot be corrected in
// place.
var ErrNotCorrected = errors.New("the data file cannot be corrected in place")

// Correct writes corrections into a data file and leaves all else as it is, comments and
// spelling included.
func Correct(file *tree.File, form *model.Form, corrections []model.Correction) (*tree.File, error) {
	c := newCorrector(file, form)
	for _, correction := range corrections {
		if correction.Row == "" {
			c.header(correction)
		} else {
			c.row(correction)
		}
	}
	return c.written(func(values map[string]any) bool { return verify(values, corrections) })
}

// written is the file with its edits, taken apart anew. It must say what they are to say: a file
// may be written in more ways than are known here.
func (c *corrector) written(says func(values map[string]any) bool) (*tree.File, error) {
	if len(c.added) > 0 {
		end := len(c.file.Source.Text)
		c.edits = append(c.edits, edit{end, end, "\n[so_lieu]\n" + strings.Join(c.added, "\n") + "\n"})
	}
	slices.SortStableFunc(c.edits, func(x, y edit) int { return x.start - y.start })
	source := c.file.Source
	bom := len(source.Raw) - len(source.Text)
	text := append([]byte(nil), source.Raw[:bom]...)
	done := 0
	for _, e := range c.edits {
		if e.start < done {
			return nil, ErrNotCorrected
		}
		text = append(append(text, source.Text[done:e.start]...), e.text...)
		done = e.end
	}
	text = append(text, source.Text[done:]...)
	var faults diag.List
	file := tree.Decode(diag.NewSource(source.Name, text), &faults)
	if file == nil || !says(file.Values) {
		return nil, ErrNotCorrected
	}
	return file, nil
}

// edit replaces the bytes from start to end of the source.
type edit struct {
	start, end int
	text       string
}

type corrector struct {
	file  *tree.File
	form  *model.Form
	index map[string]int // of the form's rows
	edits []edit
	added []string // lines for a table of figures that the file does not have yet
}

func newCorrector(file *tree.File, form *model.Form) corrector {
	return corrector{file: file, form: form, index: form.RowIndex()}
}

// replace puts text in the place of a value.
func (c *corrector) replace(at diag.Place, text string) {
	c.edits = append(c.edits, edit{at.Start, at.End, text})
}

// line puts a line below the one in which a place ends.
func (c *corrector) line(below diag.Place, text string) {
	source := c.file.Source.Text
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

func (c *corrector) header(correction model.Correction) {
	table := c.file.Root.Children["bao_cao"]
	if table == nil {
		return
	}
	key := table.Children[correction.Key]
	switch {
	case correction.Value == "" && mayBeMissing(correction.Key):
		if key != nil {
			c.close(key)
		}
		return
	case key != nil:
		c.replace(key.Value, keyValue(correction))
		return
	}
	c.line(lastKey(table), correction.Key+" = "+keyValue(correction))
}

// close makes a comment of a line, as new files have one where a value is not known yet.
func (c *corrector) close(key *tree.Node) {
	c.edits = append(c.edits, edit{key.Key.Start, key.Key.Start, "# "})
	c.replace(key.Value, "…")
}

// mayBeMissing reports whether a data file may leave a key of [bao_cao] out.
func mayBeMissing(key string) bool {
	return slices.ContainsFunc(model.HeaderFields(), func(f model.HeaderField) bool { return f.Key == key && f.Need == "" })
}

// lastKey is where the last of a table's values stands, or its own name.
func lastKey(n *tree.Node) diag.Place {
	last := n.Key
	for _, child := range n.Children {
		if child.Value.End > last.End {
			last = child.Value
		}
	}
	return last
}

func (c *corrector) row(correction model.Correction) {
	table := c.file.Root.Children["so_lieu"]
	if table != nil && table.Children[correction.Row] != nil && !assigned(table.Children[correction.Row]) {
		c.parts(table.Children[correction.Row], correction)
		return
	}
	c.figure(correction.Row, writeFigure(correction.Values, correction.Note))
}

// assigned reports whether a value stands behind its key, not as "1.2.1".so_lieu = 7 or
// [so_lieu."1.2.1"].
func assigned(n *tree.Node) bool { return n.Value.Start != n.Key.Start }

// figure writes what stands behind the key of a row, in the line that the row has or in a new one.
func (c *corrector) figure(id, figure string) {
	table := c.file.Root.Children["so_lieu"]
	switch {
	case table != nil && table.Children[id] != nil:
		c.replace(table.Children[id].Value, figure)
	case table != nil && c.opened(table):
		c.line(c.above(table, id), c.newLine(id, figure))
	default:
		c.added = append(c.added, c.newLine(id, figure))
	}
}

// opened reports whether a table has a line [name] of its own.
func (c *corrector) opened(table *tree.Node) bool {
	rest := c.file.Source.Text[table.Key.End:]
	return strings.HasPrefix(strings.TrimLeft(string(rest[:min(len(rest), 80)]), " \t\"'"), "]")
}

// parts corrects a row that is written as a table of its own.
func (c *corrector) parts(n *tree.Node, correction model.Correction) {
	if value := n.Children["so_lieu"]; value != nil {
		c.replace(value.Value, writeValues(correction.Values))
	}
	if note := n.Children["ghi_chu"]; note != nil {
		c.replace(note.Value, tree.Quote(correction.Note))
	}
}

// above is the row of the file that a new row goes below: the nearest one before it in the
// form, or the name of the table.
func (c *corrector) above(table *tree.Node, id string) diag.Place {
	for i := c.index[id] - 1; i >= 0; i-- {
		if n := table.Children[c.form.Rows[i].ID]; n != nil && assigned(n) {
			return n.Value
		}
	}
	return table.Key
}

// newLine is a row with its figure and the comment that helps a person to find it.
func (c *corrector) newLine(id, figure string) string {
	return tree.Quote(id) + " = " + figure + " " + comment(caption(c.form.Rows[c.index[id]]))
}

// verify reports whether the values of a data file say all that was to be corrected.
func verify(values map[string]any, corrections []model.Correction) bool {
	header, _ := values["bao_cao"].(map[string]any)
	figures, _ := values["so_lieu"].(map[string]any)
	return !slices.ContainsFunc(corrections, func(c model.Correction) bool {
		if c.Row == "" {
			return (header[c.Key] == nil) != (c.Value == "" && mayBeMissing(c.Key))
		}
		printed, note := plainFigure(figures[c.Row])
		return note != c.Note || !slices.Equal(printed, c.Values)
	})
}

// plainFigure is a figure as it is printed, without blank values, and its note.
func plainFigure(v any) (values []string, note string) {
	if table, ok := v.(map[string]any); ok {
		note, _ = table["ghi_chu"].(string)
		v = table["so_lieu"]
	}
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, item := range list {
		switch item := item.(type) {
		case string:
			if item != "" {
				values = append(values, item)
			}
		case int64:
			values = append(values, strconv.FormatInt(item, 10))
		}
	}
	return values, note
}
