package match

import "slices"

// doubt is rows of a table of which it cannot be told which rows of the form they are.
type doubt struct{ rows, form []int }

// group is the rows of the table between two rows that are sure, whose labels the form has
// several times, and the rows of the form that may stand there.
type group struct {
	rows, form []int
	own        []int // of the form, those of the heading right above
	moved      bool  // the headings around are not in the order of the form
	parted     bool  // and the one above may stand between another and its rows
}

// repeats matches the rows whose label the form has several times ("Nam", "Nữ") anew: a
// heading that is sure, the nearest above, says which they are, or an STT that stands with that
// label only once. Where neither decides, the rows of the heading are a doubt.
func (m *matcher) repeats(matches []int) []doubt {
	unique, sections := m.uniqueRows()
	if len(unique) == len(m.form) {
		return nil
	}
	anchors := m.anchors(matches, unique, sections)
	numbered := m.byNumber(matches)
	present := map[int]bool{}
	for _, j := range anchors {
		present[j] = true
	}
	var groups []group
	last := group{}
	before, above, bare := -1, -1, false
	end := func(below int) {
		if len(last.rows) > 0 {
			last.own = sections[above]
			last.form = m.between(sections, above, below, present)
			last.moved = before > above || above > below
			last.parted = before > above && bare
			groups = append(groups, last)
		}
		bare, last = len(last.rows) == 0 && len(sections[above]) > 0, group{}
	}
	for i := range matches {
		if j := anchors[i]; j >= 0 {
			end(j)
			before, above = above, j
		} else if m.labels[m.meant(i, matches)] > 1 {
			last.rows = append(last.rows, i)
		}
	}
	end(len(m.form))
	spare := map[string]int{} // rows of the form by label less those of the table, below headings that are there
	for above, rows := range sections {
		for _, j := range rows {
			if above < 0 || present[above] {
				spare[m.form[j].label]++
			}
		}
	}
	for _, g := range groups {
		for _, i := range g.rows {
			spare[m.meant(i, matches)]--
		}
	}
	var doubts []doubt
	for _, g := range groups {
		if slices.ContainsFunc(g.own, func(j int) bool { return spare[m.form[j].label] < 0 }) {
			g.own = nil // rows of a heading that is not there are among those below others
		}
		doubts = append(doubts, m.settle(g, matches, numbered)...)
	}
	return append(doubts, claimedTwice(matches)...)
}

// meant is the label of the form that a row of the table has, perhaps with slips of the pen.
func (m *matcher) meant(i int, matches []int) string {
	if label := m.rows[i].label; m.labels[label] > 0 || matches[i] < 0 {
		return label
	}
	return m.form[matches[i]].label
}

// uniqueRows are the rows of the form whose label stands there once, and the others by the
// nearest of those above; -1 for none.
func (m *matcher) uniqueRows() (unique map[string]int, sections map[int][]int) {
	unique, sections = map[string]int{}, map[int][]int{}
	above := -1
	for j, r := range m.form {
		if m.labels[r.label] == 1 {
			unique[r.label], above = j, j
		} else {
			sections[above] = append(sections[above], j)
		}
	}
	return unique, sections
}

// anchors are, by row of the table, the rows of the form that say where others stand; -1 for
// none. A row that was moved alone says nothing of those around it.
func (m *matcher) anchors(matches []int, unique map[string]int, sections map[int][]int) []int {
	at := make([]int, len(matches))
	for i := range matches {
		j, ok := unique[m.meant(i, matches)]
		if at[i] = j; !ok {
			at[i] = -1
		}
	}
	kept := longestRise(at)
	for i, j := range at {
		if j >= 0 && !kept[i] && len(sections[j]) == 0 {
			at[i] = -1
		}
	}
	return at
}

// between are the rows of the form that may stand between two others: those whose own heading
// stands elsewhere in the table do not.
func (m *matcher) between(sections map[int][]int, above, below int, present map[int]bool) []int {
	rows := slices.Clone(sections[above])
	for j := above + 1; j < below; j++ {
		if m.labels[m.form[j].label] == 1 && !present[j] {
			rows = append(rows, sections[j]...)
		}
	}
	return rows
}

// byNumber matches the rows of which there is one with that label and STT in either table.
func (m *matcher) byNumber(matches []int) map[int]int {
	type pair struct{ label, number string }
	form, table := map[pair][]int{}, map[pair][]int{}
	for j, r := range m.form {
		form[pair{r.label, r.number}] = append(form[pair{r.label, r.number}], j)
	}
	for i, r := range m.rows {
		key := pair{m.meant(i, matches), r.number}
		table[key] = append(table[key], i)
	}
	numbered := map[int]int{}
	for key, rows := range table {
		if m.labels[key.label] > 1 && key.number != "" && !m.blocks[key.number] && len(rows) == 1 && len(form[key]) == 1 {
			numbered[rows[0]] = form[key][0]
		}
	}
	return numbered
}

// settle matches the rows of a group, or none of those that are in doubt.
func (m *matcher) settle(g group, matches []int, numbered map[int]int) (doubts []doubt) {
	labels := func(rows []int) []string {
		var all []string
		for _, i := range rows {
			all = append(all, m.meant(i, matches))
		}
		return all
	}
	taken := map[int]bool{}
	for _, j := range numbered {
		taken[j] = true
	}
	rows, said := g.rows, labels(g.rows)
	var rest []int
	for k, i := range rows {
		j, ok := numbered[i]
		if !ok {
			rest = append(rest, i)
			continue
		}
		matches[i] = j
		for _, here := range g.form { // the heading says another
			if !slices.Contains(g.form, j) && m.form[here].label == said[k] && !taken[here] {
				doubts, matches[i] = append(doubts, doubt{[]int{i}, []int{j, here}}), -1
				break
			}
		}
	}
	g.form = slices.DeleteFunc(g.form, func(j int) bool { return taken[j] })
	g.own = slices.DeleteFunc(slices.Clone(g.own), func(j int) bool { return taken[j] })
	said = labels(rest)
	for _, i := range rest {
		matches[i] = -1
	}
	for _, whole := range [][]int{g.own, g.form} {
		if len(whole) > 0 && !g.parted && slices.EqualFunc(said, whole, func(label string, j int) bool { return label == m.form[j].label }) {
			for k, i := range rest {
				matches[i] = whole[k]
			}
			return doubts
		}
	}
	byLabel := map[string][]int{}
	for _, j := range g.form {
		byLabel[m.form[j].label] = append(byLabel[m.form[j].label], j)
	}
	var unsure doubt
	clear := !g.moved
	for k, i := range rest {
		if here := byLabel[said[k]]; len(here) > 0 {
			unsure.rows = append(unsure.rows, i)
			if slices.Index(said, said[k]) == k {
				unsure.form = append(unsure.form, here...)
			}
			clear = clear && len(here) == 1 && slices.Index(said, said[k]) == k && !slices.Contains(said[k+1:], said[k])
		}
	}
	if clear = clear && slices.IsSorted(unsure.form); !clear {
		slices.Sort(unsure.form)
		return append(doubts, unsure)
	}
	for k, i := range unsure.rows {
		matches[i] = unsure.form[k]
	}
	return doubts
}

// claimedTwice takes back the matches of rows of the form that several rows of the table have.
func claimedTwice(matches []int) []doubt {
	rows := map[int][]int{}
	for i, j := range matches {
		if j >= 0 {
			rows[j] = append(rows[j], i)
		}
	}
	var doubts []doubt
	for j, again := range rows {
		if len(again) > 1 {
			doubts = append(doubts, doubt{again, []int{j}})
		}
	}
	slices.SortFunc(doubts, func(a, b doubt) int { return a.form[0] - b.form[0] })
	for _, d := range doubts {
		for _, i := range d.rows {
			matches[i] = -1
		}
	}
	return doubts
}
