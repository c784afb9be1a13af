package edit

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"phuluc2b/model"
	"phuluc2b/model/tree"
)

// Compose writes a data file from what was read in a document that carries none: the header
// by key of [bao_cao], and the rows. What is not known is left out.
func Compose(f *model.Form, header map[string]string, rows []model.Correction) []byte {
	var b strings.Builder
	b.WriteString("mau = " + tree.Quote(f.ID) + "\n\n[bao_cao]\n")
	for _, f := range model.HeaderFields() {
		if value := header[f.Key]; value != "" {
			b.WriteString(f.Key + " = " + headerValue(f, value) + "\n")
		}
	}
	b.WriteString("\n[so_lieu]\n")
	index := f.RowIndex()
	rows = slices.SortedFunc(slices.Values(rows), func(x, y model.Correction) int { return cmp.Compare(index[x.Row], index[y.Row]) })
	for _, r := range rows {
		b.WriteString(tree.Quote(r.Row) + " = " + writeFigure(r.Values, r.Note) + "\n")
	}
	return []byte(b.String())
}

// Describe says in a few words what a correction writes: "1.2.1 = 07".
func Describe(c model.Correction) string {
	if c.Row == "" {
		return c.Key + " = " + keyValue(c)
	}
	return c.Row + " = " + writeFigure(c.Values, c.Note)
}

// writeFigure is a figure as TOML.
func writeFigure(values []string, note string) string {
	if note == "" {
		return writeValues(values)
	}
	return "{ so_lieu = " + writeValues(values) + ", ghi_chu = " + tree.Quote(note) + " }"
}

// writeValues is one value, or a list of several, as TOML.
func writeValues(values []string) string {
	var written []string
	for _, v := range values {
		written = append(written, writeValue(v))
	}
	switch len(values) {
	case 0:
		return tree.Quote("")
	case 1:
		return written[0]
	}
	return "[" + strings.Join(written, ", ") + "]"
}

// writeValue is a value as TOML: a number that TOML spells as it is printed without quotes,
// all else within them.
func writeValue(written string) string {
	if model.Digits(written) && (written == "0" || written[0] != '0') && len(written) < 18 {
		return written
	}
	return tree.Quote(written)
}

// headerValue is a value of [bao_cao] as TOML.
func headerValue(f model.HeaderField, value string) string {
	switch {
	case f.Bare && bare(value):
		return value
	case f.Key == "so":
		if len(value) == 2 { // as it is printed: "07"
			value = strings.TrimLeft(value, "0")
		}
		return writeValue(value)
	}
	return tree.Quote(value)
}

// bare reports whether a year or a date is TOML without quotes. One that is not stands in
// quotes, so that reading the file tells of it.
func bare(value string) bool {
	_, err := time.Parse(time.DateOnly, value)
	return err == nil || value != "" && len(value) <= 4 && strings.Trim(value, "0123456789") == "" && value[0] != '0'
}

// keyValue is what a correction of the header writes, as TOML.
func keyValue(c model.Correction) string {
	for _, f := range model.HeaderFields() {
		if f.Key == c.Key {
			return headerValue(f, c.Value)
		}
	}
	return tree.Quote(c.Value)
}
