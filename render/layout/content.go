package layout

import (
	"strings"

	"phuluc2b/model"
)

// datum is what there is to show of a row.
type datum struct {
	row    model.Row
	figure model.Figure
	before model.Figure // of the period before
	fixed  string       // the form's own text in that column
}

// roleContent is what a column of a role shows of a row.
type roleContent struct {
	text  func(datum) []string // line by line
	align Align                // unless the form says another
}

// roleContents has an entry for each of model.Roles, which a test asserts.
func roleContents() map[model.Role]roleContent {
	return map[model.Role]roleContent{
		model.RoleNumber: {func(d datum) []string { return []string{d.row.Number + d.row.Block} }, Centre},
		model.RoleLabel:  {func(d datum) []string { return d.row.Label }, Left},
		model.RoleUnit:   {func(d datum) []string { return d.row.Unit }, Centre},
		model.RoleFigure: {func(d datum) []string { return writtenLines(d.figure) }, Centre},
		model.RoleNote:   {func(d datum) []string { return strings.Split(d.figure.Note, "\n") }, Left},
		model.RoleFixed:  {func(d datum) []string { return strings.Split(d.fixed, "\n") }, Centre},
		// As centred as the figures that it stands beside.
		model.RolePrevious: {func(d datum) []string { return writtenLines(d.before) }, Centre},
	}
}

// writtenLines is a figure, one value a line.
func writtenLines(f model.Figure) []string {
	var lines []string
	for _, v := range f.Values {
		lines = append(lines, v.Written)
	}
	return lines
}

// alignment is what a form asks for, or else what is usual.
func alignment(asked model.Align, usual Align) Align {
	switch asked {
	case model.AlignLeft:
		return Left
	case model.AlignCentre:
		return Centre
	case model.AlignRight:
		return Right
	}
	return usual
}
