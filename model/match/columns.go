package match

import (
	"slices"
	"strings"
	"unicode"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
)

// columns says what each column of a document's table shows, and where its rows begin.
type columns struct {
	roles []model.Role // "" for a column that the form does not have
	fixed map[int]int  // of the form's columns of fixed text, which one a column is
	heads []string     // the head of each column as a person reads it: "Kết quả / Số liệu"
	first int          // index of the first row below the head
	label int          // index of the column with the labels
}

// columnFault says why the columns of a table cannot be told.
type columnFault string

const (
	noLabels   columnFault = "labels" // no column has the labels of the form
	noFigures  columnFault = "figures"
	twoFigures columnFault = "two figures"
	noSuchHead columnFault = "choice" // the head that was asked for is not there, or twice
	noHeads    columnFault = "no heads"
)

// readColumns tells the columns of a table by their heads. A table without a head goes on with
// the one before it, if that is as wide. choice is the head of the column with the figures, if
// a person has chosen it.
func readColumns(f *model.Form, labels map[string]bool, grid tabular.Grid, before *columns, choice string) (tabular.Grid, columns, columnFault) {
	label := labelColumn(labels, grid)
	if label < 0 {
		return grid, columns{label: -1}, noLabels
	}
	grid = tabular.Collapse(grid, firstRow(f, labels, grid, label))
	c := columns{label: labelColumn(labels, grid)}
	if c.label < 0 { // its labels stand with other words in one column
		return grid, c, noLabels
	}
	c.first = firstRow(f, labels, grid, c.label)
	c.heads = tabular.HeadTexts(grid.Cells[max(0, c.first-tabular.MaxHeadRows):c.first], grid.Width())
	if !slices.ContainsFunc(c.heads, func(s string) bool { return s != "" }) || !c.headed(f) {
		if before != nil && len(before.roles) == grid.Width() && before.label == c.label {
			c.roles, c.fixed, c.heads = before.roles, before.fixed, before.heads
			c.first = 0
			return grid, c, ""
		}
		if choice == "" {
			return grid, c, noHeads
		}
	}
	return grid, c, c.assign(f, choice)
}

// headed reports whether any column's head is one of the form's.
func (c *columns) headed(f *model.Form) bool {
	return slices.ContainsFunc(f.Columns, func(column model.Column) bool { return len(c.find(column)) > 0 })
}

// assign gives each column its role.
func (c *columns) assign(f *model.Form, choice string) columnFault {
	c.roles, c.fixed = make([]model.Role, len(c.heads)), map[int]int{}
	if choice == "" && c.assignOwn(f) {
		return ""
	}
	c.roles[c.label] = model.RoleLabel
	figure := -1
	if choice != "" {
		found := c.containing(tabular.Plain(choice))
		if len(found) != 1 {
			return noSuchHead
		}
		figure = found[0]
		c.roles[figure] = model.RoleFigure
	}
	fixed := -1
	for _, column := range f.Columns {
		if column.Role == model.RoleFixed {
			fixed++
		}
		if column.Role == model.RoleLabel || column.Role == model.RoleFigure && figure >= 0 {
			continue
		}
		found := c.find(column)
		found = slices.DeleteFunc(found, func(i int) bool { return c.roles[i] != "" })
		switch {
		case column.Role == model.RoleFigure && len(found) > 1:
			return twoFigures
		case len(found) == 1:
			c.roles[found[0]] = column.Role
			if column.Role == model.RoleFixed {
				c.fixed[found[0]] = fixed
			}
		}
	}
	if !slices.Contains(c.roles, model.RoleFigure) {
		return c.assignRest(f)
	}
	return ""
}

// assignRest takes the only column that is left for that of the figures, when its head says
// no more than that it shows some.
func (c *columns) assignRest(f *model.Form) columnFault {
	own := ""
	for _, column := range f.Columns {
		if column.Role == model.RoleFigure && len(column.Head) > 0 {
			own = tabular.Plain(column.Head[0])
		}
	}
	rest := -1
	for i, role := range c.roles {
		if role == "" && rest >= 0 {
			return noFigures
		} else if role == "" {
			rest = i
		}
	}
	if rest < 0 {
		return noFigures
	}
	head := tabular.Plain(c.heads[rest])
	named := own != "" && strings.HasPrefix(head, own) || !strings.ContainsFunc(head, unicode.IsDigit)
	if head == "" || !named || !c.spanned(c.heads[rest]+tabular.HeadSeparator, model.Column{Role: model.RoleFigure}) {
		return noFigures
	}
	c.roles[rest] = model.RoleFigure
	return ""
}

// find lists the columns whose own head, the lowest, is that of a form's column; where there
// is none, those that have another usual name. The figures of the form are none that the words
// around a head, above it or on the lines below, call those of another period.
func (c *columns) find(column model.Column) []int {
	own := ""
	if len(column.Head) > 0 {
		own = tabular.Plain(column.Head[0])
	}
	full := tabular.Plain(strings.Join(column.Head, " "))
	var found []int
	for i, head := range c.heads {
		text := lowestHead(head)
		line, more, _ := strings.Cut(text, "\n")
		lowest := tabular.Plain(text)
		begins := tabular.Plain(line) == own && (column.Role != model.RoleFigure || !tabular.Earlier(more))
		if own != "" && (lowest == own || lowest == full || begins) && c.spanned(head, column) {
			found = append(found, i)
		}
	}
	if len(found) > 0 {
		return found
	}
	for i, head := range c.heads {
		if slices.Contains(tabular.Names(column.Role), tabular.Plain(lowestHead(head))) && c.spanned(head, column) {
			found = append(found, i)
		}
	}
	return found
}

// lowestHead is a column's own head, below those that span others.
func lowestHead(head string) string {
	return head[strings.LastIndex(head, tabular.HeadSeparator)+1:]
}

// spanned reports whether the heads above a column's own say nothing that the form does not:
// "Kỳ trước / Số liệu" is not the form's "Kết quả / Số liệu".
func (c *columns) spanned(head string, column model.Column) bool {
	levels := strings.Split(head, tabular.HeadSeparator)
	for _, above := range levels[:len(levels)-1] {
		if tabular.Earlier(above) {
			return column.Role != model.RoleFigure
		}
	}
	return true
}

// containing lists the columns, but for that of the labels, whose head is that text; where there
// is none, those whose head has it within.
func (c *columns) containing(plain string) []int {
	var exact, within []int
	for i, head := range c.heads {
		switch head = tabular.Plain(head); {
		case plain == "" || i == c.label:
		case head == plain:
			exact = append(exact, i)
		case strings.Contains(" "+head+" ", " "+plain+" "):
			within = append(within, i)
		}
	}
	if exact != nil {
		return exact
	}
	return within
}
