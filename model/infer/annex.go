package infer

import (
	"slices"
	"strings"

	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// Annex is one annex of a document: a table, perhaps in several parts.
type Annex struct {
	parts    []part
	previous int    // the last table of the annex before it; 0 for none
	next     *Annex // behind it; nil for none
}

// part is a table of a document that has rows of an annex.
type part struct {
	grid     tabular.Grid
	top      int // its first row that is head
	first    int // its first row below the head
	numbered int // the row that numbers the columns, "(1)", "(2)"; -1 for none
}

// Ordinal is that of its first table in the document.
func (a *Annex) Ordinal() int { return a.parts[0].grid.Ordinal }

func (a *Annex) ordinals() []int {
	var all []int
	for _, p := range a.parts {
		all = append(all, p.grid.Ordinal)
	}
	return all
}

func (a *Annex) holds(table int) bool { return slices.Contains(a.ordinals(), table) }

// length is how many rows it has below its heads.
func (a *Annex) length() int {
	n := 0
	for _, p := range a.parts {
		n += len(p.grid.Cells) - p.first
	}
	return n
}

// name is what a person calls it by: its label, or the beginning of its head.
func (a *Annex) name(d Document) string {
	if t, _ := splitTitle(d.heading(a)); len(t.label) > 0 {
		return "“" + tree.Short(strings.Join(t.label, " ")) + "”"
	}
	p := a.parts[0]
	return "“" + tree.Short(strings.Join(rowTexts(p.grid.Cells[p.top]), " | ")) + "”"
}

// annexes sorts the tables that look like one of an annex: a table goes on with the one before
// it if it has no head of its own, or the same, and no label stands between.
func (d Document) annexes() []*Annex {
	if all := d.annexesBy(headRow); all != nil {
		return all
	}
	return d.annexesBy(unusualHeadRow)
}

// annexesBy are the annexes of tables that have a head by a way to find it.
func (d Document) annexesBy(head func(tabular.Grid) int) []*Annex {
	var all []*Annex
	for _, grid := range d.Grids {
		p, headed := newPart(grid, head)
		if n := len(all); n > 0 && d.goesOn(all[n-1], p, headed) {
			all[n-1].parts = append(all[n-1].parts, p)
			continue
		}
		if !headed || p.first >= len(p.grid.Cells) {
			continue
		}
		a := &Annex{parts: []part{p}}
		if n := len(all); n > 0 {
			last := all[n-1].ordinals()
			a.previous, all[n-1].next = last[len(last)-1], a
		}
		all = append(all, a)
	}
	return all
}

// goesOn reports whether a table is the next part of an annex.
func (d Document) goesOn(a *Annex, p part, headed bool) bool {
	last := a.parts[len(a.parts)-1].grid
	if p.grid.Width() != last.Width() || p.grid.Width() < 3 || p.grid.Depth != last.Depth {
		return false
	}
	if headed && !slices.Equal(a.parts[0].head(), p.head()) {
		return false
	}
	for _, line := range d.Paragraphs[min(last.After, len(d.Paragraphs)):min(max(last.After, p.grid.After), len(d.Paragraphs))] {
		if isLabel(line) || isCitation(line) {
			return false
		}
	}
	return headed || hasNumber(p.grid.Cells)
}

// hasNumber reports whether any row of a table begins with an STT.
func hasNumber(rows [][]tabular.Cell) bool {
	return slices.ContainsFunc(rows, func(row []tabular.Cell) bool {
		_, ok := parseNumber(cellNumber(row[0]))
		return ok
	})
}

// head is the heads of its columns as plain text.
func (p part) head() []string {
	heads := tabular.HeadTexts(p.grid.Cells[p.top:p.first], p.grid.Width())
	for i := range heads {
		heads[i] = tabular.Plain(heads[i])
	}
	return heads
}

// rowTexts are the texts of the cells of a row, each once.
func rowTexts(row []tabular.Cell) []string {
	var all []string
	for _, c := range row {
		if text := tabular.OneLine(c.Spanned); text != "" && !c.Covered {
			all = append(all, text)
		}
	}
	return all
}
