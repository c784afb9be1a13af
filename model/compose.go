package model

import (
	"cmp"
	"slices"
	"strings"
)

// Compose writes a data file from what was read in a document that carries none: the header
// by key of [bao_cao], and the rows. What is not known is left out.
func (f *Form) Compose(header map[string]string, rows []Correction) []byte {
	var b strings.Builder
	b.WriteString("mau = " + quote(f.ID) + "\n\n[bao_cao]\n")
	for _, key := range []string{"loai", "so", "ky_hieu", "ngay", "co_quan", "ky", "nam"} {
		if value := header[key]; value != "" {
			b.WriteString(key + " = " + headerValue(key, value) + "\n")
		}
	}
	b.WriteString("\n[so_lieu]\n")
	index := f.RowIndex()
	rows = slices.SortedFunc(slices.Values(rows), func(x, y Correction) int { return cmp.Compare(index[x.Row], index[y.Row]) })
	for _, r := range rows {
		b.WriteString(quote(r.Row) + " = " + writeFigure(r.Values, r.Note) + "\n")
	}
	return []byte(b.String())
}
