package match

import (
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
)

// assignOwn gives each column its role by its place when the head of the table is the form's
// own, column by column, but for heads that are blank, and reports whether it is. What two
// columns with one head show cannot be told otherwise.
func (c *columns) assignOwn(f *model.Form) bool {
	if len(c.heads) != len(f.Columns) || f.Columns[c.label].Role != model.RoleLabel {
		return false
	}
	for i, column := range f.Columns {
		head := levels(c.heads[i])
		if len(head) > 0 && !slices.Equal(head, levels(column.Spanner+tabular.HeadSeparator+strings.Join(column.Head, "\n"))) {
			return false
		}
	}
	fixed := 0
	for i, column := range f.Columns {
		c.roles[i] = column.Role
		if column.Role == model.RoleFixed {
			c.fixed[i] = fixed
			fixed++
		}
	}
	return true
}

// levels are the texts of a head from the top down, as they are compared, each once.
func levels(head string) []string {
	var all []string
	for level := range strings.SplitSeq(head, tabular.HeadSeparator) {
		if level = tabular.Plain(level); level != "" && !slices.Contains(all, level) {
			all = append(all, level)
		}
	}
	return all
}
