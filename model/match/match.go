// Package match finds the rows and the header of a form in a document that a person may have
// edited or typed: tables and paragraphs as text go in, corrections and findings come out. It
// imports model, model/tree and model/diag, and knows no file format.
package match

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"phuluc2b/model"
	"phuluc2b/model/tree"
)

// Rows finds the row of the form that each row of a table is: its index, or -1. Rows are
// told by their labels; STT, bookmark and order decide between rows that are alike. A row of
// the form is used once.
func Rows(f *model.Form, rows []TableRow) []int {
	m := newMatcher(f, rows)
	matches := make([]int, len(rows))
	top := 0
	for top < min(len(m.rows), len(m.form)) && m.same(top, top) {
		matches[top] = top
		top++
	}
	foot := 0
	for foot < min(len(m.rows), len(m.form))-top && m.same(len(m.rows)-1-foot, len(m.form)-1-foot) {
		foot++
		matches[len(m.rows)-foot] = len(m.form) - foot
	}
	m.align(matches, top, len(m.rows)-foot, len(m.form)-foot)
	m.moved(matches)
	return matches
}

// matcher holds both tables in a form that is quick to compare.
type matcher struct {
	form []matchRow
	rows []matchRow
}

type matchRow struct{ label, number, bookmark string }

func newMatcher(f *model.Form, rows []TableRow) *matcher {
	m := &matcher{}
	for _, r := range f.Rows {
		m.form = append(m.form, matchRow{plainText(strings.Join(r.Label, " ")), plainText(r.Number + r.Block), r.Bookmark()})
	}
	for _, r := range rows {
		m.rows = append(m.rows, matchRow{plainText(r.Cells[model.RoleLabel]), plainText(r.Cells[model.RoleNumber]), r.Bookmark})
	}
	return m
}

// plainText is text without what people type differently: case, blanks, punctuation.
func plainText(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(norm.NFC.String(s)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%'
	}), " ")
}

// likeness is how well a row of the table fits one of the form; 0 when it does not.
func (m *matcher) likeness(row, formRow int) int {
	a, b := m.rows[row], m.form[formRow]
	score := 0
	switch {
	case a.label == b.label && a.label != "":
		score = 20
	case alike(a.label, b.label):
		score = 10
	case a.bookmark != "" && a.bookmark == b.bookmark && a.number == b.number:
		score = 5 // the label was written anew
	default:
		return 0
	}
	if a.number == b.number {
		score += 3
	}
	if a.bookmark == b.bookmark {
		score += 30
	}
	return score
}

// alike reports whether two labels differ by no more than slips of the pen: a fifth of their
// letters.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	longer, shorter := max(len(x), len(y)), min(len(x), len(y))
	if shorter == 0 || longer-shorter > longer/5 || longer > 1000 {
		return false
	}
	return tree.Distance(x, y, longer/5+1) <= longer/5
}

// same reports whether two rows have the same label and STT.
func (m *matcher) same(row, formRow int) bool {
	a, b := m.rows[row], m.form[formRow]
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
	best := make([]int, (rowEnd-first+1)*width)
	like := make([]int, len(best))
	at := func(i, j int) int { return (i-first)*width + j - first }
	for i := rowEnd - 1; i >= first; i-- {
		for j := formEnd - 1; j >= first; j-- {
			like[at(i, j)] = m.likeness(i, j)
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

// moved pairs rows that were moved: those left over whose label one free row of the form
// has, and no other.
func (m *matcher) moved(matches []int) {
	used := map[int]bool{}
	for _, j := range matches {
		used[j] = true
	}
	free := map[string][]int{}
	for j, r := range m.form {
		if !used[j] && r.label != "" {
			free[r.label] = append(free[r.label], j)
		}
	}
	for i, j := range matches {
		if candidates := free[m.rows[i].label]; j < 0 && len(candidates) == 1 {
			matches[i] = candidates[0]
			delete(free, m.rows[i].label)
		}
	}
}
