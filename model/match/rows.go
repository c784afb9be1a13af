// Package match finds the rows and the header of a form in a document that a person may have
// edited or typed: tables and paragraphs as text go in, corrections and findings come out. It
// imports model, model/tabular, model/tree and model/diag, and knows no file format.
package match

import (
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
)

// matchRows finds the row of the form that each row of a table is: its index, or -1. Rows are
// told by their labels; STT, order and, last, the bookmark decide between rows that are alike.
// A row of the form is used once. Where a label stands more than once in the form, a row is
// matched only if its STT or the heading above tells which one it is; others are in doubt.
func matchRows(f *model.Form, rows []TableRow) ([]int, []doubt) {
	m := newMatcher(f, rows)
	matches := make([]int, len(rows))
	top := 0
	for top < min(len(m.rows), len(m.form)) && m.same(top, top) {
		matches[top] = top
		top++
	}
	if top == len(m.rows) && top == len(m.form) {
		return matches, nil // row by row the form's own table
	}
	foot := 0
	for foot < min(len(m.rows), len(m.form))-top && m.same(len(m.rows)-1-foot, len(m.form)-1-foot) {
		foot++
		matches[len(m.rows)-foot] = len(m.form) - foot
	}
	m.align(matches, top, len(m.rows)-foot, len(m.form)-foot)
	m.moved(matches)
	return matches, m.repeats(matches)
}

// matcher holds both tables in a form that is quick to compare.
type matcher struct {
	form   []matchRow
	rows   []matchRow
	labels map[string]int  // how often a label stands in the form
	typed  map[string]bool // labels of the table
	blocks map[string]bool // words of blocks, which stand where an STT does
	effort int             // what may still be spent on comparing labels for slips of the pen
}

// maxEffort bounds the comparing of labels that are not equal: many times what a real annex
// takes.
const maxEffort = 20_000_000

type matchRow struct {
	label, number, bookmark string
	words                   []string // of the label
}

func newMatcher(f *model.Form, rows []TableRow) *matcher {
	m := &matcher{labels: map[string]int{}, typed: map[string]bool{}, blocks: map[string]bool{}, effort: maxEffort}
	for _, r := range f.Rows {
		row := newMatchRow(strings.Join(r.Label, " "), r.Number+r.Block, r.Bookmark())
		m.form = append(m.form, row)
		m.labels[row.label]++
		m.blocks[tabular.Plain(r.Block)] = true
	}
	for _, r := range rows {
		row := newMatchRow(r.text(model.RoleLabel), r.text(model.RoleNumber), r.Bookmark)
		if block, label, ok := m.cutBlock(f, row.label); ok && row.number == "" {
			row = newMatchRow(label, block, r.Bookmark)
		}
		if number, label, ok := tabular.CutNumber(r.text(model.RoleLabel)); ok && m.labels[row.label] == 0 {
			if row.number == "" || row.number == tabular.Plain(number) {
				row = newMatchRow(label, number, r.Bookmark)
			}
		}
		m.rows = append(m.rows, row)
		m.typed[row.label] = true
	}
	return m
}

// cutBlock parts the words of a block, "Trong đó", that were typed before a label.
func (m *matcher) cutBlock(f *model.Form, label string) (block, rest string, ok bool) {
	if m.labels[label] > 0 {
		return "", label, false
	}
	for _, r := range f.Rows {
		if block := tabular.Plain(r.Block); block != "" {
			if rest, ok := strings.CutPrefix(label, block+" "); ok && m.labels[rest] > 0 {
				return block, rest, true
			}
		}
	}
	return "", label, false
}

func newMatchRow(label, number, bookmark string) matchRow {
	plain := tabular.Plain(label)
	return matchRow{plain, tabular.Plain(number), bookmark, strings.Fields(plain)}
}

// likeness is how well a row of the table fits one of the form; 0 when it does not. An exact
// label with its STT outranks all else.
func (m *matcher) likeness(row, formRow int) int {
	a, b := &m.rows[row], &m.form[formRow]
	sameNumber := a.number == b.number
	score := 0
	switch {
	case a.label == b.label && a.label != "" && sameNumber:
		score = 1000
	case a.label == b.label && a.label != "":
		score = 400
	case (sameNumber || a.number == "" || b.number == "") && m.labels[a.label] == 0 && !m.typed[b.label] && m.alike(a.words, b.words):
		score = 200
	case a.bookmark != "" && a.bookmark == b.bookmark && sameNumber && a.number != "":
		score = 50 // the label was written anew
	default:
		return 0
	}
	if a.bookmark != "" && a.bookmark == b.bookmark {
		score += 30
	}
	return score
}

// same reports whether two rows have the same label and STT.
func (m *matcher) same(row, formRow int) bool {
	a, b := &m.rows[row], &m.form[formRow]
	return a.label == b.label && a.number == b.number
}

// maxPairs bounds the table of align: beyond it rows are told by their labels alone.
const maxPairs = 4_000_000

// align finds the pairs in order that are likest in all, among the rows from first on.
func (m *matcher) align(matches []int, first, rowEnd, formEnd int) {
	for i := first; i < rowEnd; i++ {
		matches[i] = -1
	}
	width := formEnd - first + 1
	if (rowEnd-first+1)*width > maxPairs {
		return
	}
	best := make([]int32, (rowEnd-first+1)*width)
	like := make([]int32, len(best))
	at := func(i, j int) int { return (i-first)*width + j - first }
	for i := rowEnd - 1; i >= first; i-- {
		for j := formEnd - 1; j >= first; j-- {
			like[at(i, j)] = int32(m.likeness(i, j))
			best[at(i, j)] = max(best[at(i+1, j)], best[at(i, j+1)], like[at(i, j)]+best[at(i+1, j+1)])
		}
	}
	for i, j := first, first; i < rowEnd && j < formEnd; {
		switch score := best[at(i, j)]; {
		case like[at(i, j)] > 0 && score == like[at(i, j)]+best[at(i+1, j+1)]:
			matches[i] = j
			i, j = i+1, j+1
		case score == best[at(i+1, j)]:
			i++
		default:
			j++
		}
	}
}

// moved pairs rows that stand elsewhere: those left over whose label one free row of the form
// has, and no other row of either table.
func (m *matcher) moved(matches []int) {
	used := map[int]bool{}
	seen := map[string]int{}
	for i, j := range matches {
		used[j] = true
		seen[m.rows[i].label]++
	}
	free := map[string]int{}
	for j, r := range m.form {
		if !used[j] && m.labels[r.label] == 1 {
			free[r.label] = j
		}
	}
	for i, j := range matches {
		label := m.rows[i].label
		if other, ok := free[label]; j < 0 && ok && label != "" && seen[label] == 1 {
			matches[i] = other
			delete(free, label)
		}
	}
}
