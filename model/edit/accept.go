package edit

import (
	"maps"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/tree"
)

// Accept writes into [chap_nhan] of a data file why a rule is accepted in rows, and leaves all
// else as it is. An empty reason takes back the one that is there.
func Accept(file *tree.File, form *model.Form, rows []string, rule, reason string) (*tree.File, error) {
	c := newCorrector(file, form)
	told, _ := file.Values["chap_nhan"].(map[string]any)
	table := file.Root.Children["chap_nhan"]
	var lines []string
	if reason != "" {
		lines = []string{reasonLine(strings.Join(rows, ", "), map[string]any{rule: reason})}
	}
	for _, key := range slices.Sorted(maps.Keys(told)) {
		rules, _ := told[key].(map[string]any)
		same := key == strings.Join(rows, ", ") && reason != ""
		if !same && (rules[rule] == nil || !anyOf(model.AcceptedRows(key), rows)) {
			continue
		}
		changed, holds := revised(key, rows, rules, rule, reason)
		c.replaceLine(table.Children[key], changed...)
		if holds {
			lines = nil
		}
	}
	if len(lines) > 0 {
		c.reason(table, lines[0])
	}
	accepted := reasonsOf(file.Values)
	for _, row := range rows {
		delete(accepted, model.Acceptance{Row: row, Rule: rule})
		if reason != "" {
			accepted[model.Acceptance{Row: row, Rule: rule}] = reason
		}
	}
	return c.written(func(values map[string]any) bool { return maps.Equal(reasonsOf(values), accepted) })
}

func anyOf(rows, among []string) bool {
	return slices.ContainsFunc(rows, func(row string) bool { return slices.Contains(among, row) })
}

// revised are the lines of an entry when a rule has another reason, or none, in some of its
// rows, and whether the new reason is in them: a key stands once in a file.
func revised(key string, rows []string, rules map[string]any, rule, reason string) (lines []string, holds bool) {
	var rest, gone []string
	for _, row := range model.AcceptedRows(key) {
		if slices.Contains(rows, row) {
			gone = append(gone, row)
		} else {
			rest = append(rest, row)
		}
	}
	if len(rest) > 0 {
		lines = append(lines, reasonLine(strings.Join(rest, ", "), rules))
	}
	others := maps.Clone(rules)
	delete(others, rule)
	if holds = reason != "" && len(gone) == len(rows); holds {
		others[rule] = reason
	}
	if len(others) > 0 {
		lines = append(lines, reasonLine(strings.Join(gone, ", "), others))
	}
	return lines, holds
}

// reasonLine is an entry of [chap_nhan].
func reasonLine(key string, rules map[string]any) string {
	e := entry{parts: map[string]string{}}
	for rule, reason := range rules {
		text, _ := reason.(string)
		e.parts[rule] = tree.Quote(text)
	}
	return rowKey(key) + " = " + e.written()
}

// reason puts a line below the last reason of the file, in a table of its own if it has none.
func (c *corrector) reason(table *tree.Node, line string) {
	end := len(c.file.Source.Text)
	switch {
	case table == nil || !c.opened(table):
		lead := "\n"
		if end > 0 && c.file.Source.Text[end-1] != '\n' {
			lead = "\n\n"
		}
		c.edits = append(c.edits, edit{end, end, lead + "[chap_nhan]\n" + line + "\n"})
	default:
		c.line(lastKey(table), line)
	}
}

// replaceLine puts lines in the place of an entry and its line; none deletes it.
func (c *corrector) replaceLine(n *tree.Node, lines ...string) {
	text := c.file.Source.Text
	start, end := n.Key.Start, n.Value.End
	if len(lines) == 0 {
		for end < len(text) && text[end] != '\n' {
			end++
		}
		end = min(end+1, len(text))
	}
	c.edits = append(c.edits, edit{start, end, strings.Join(lines, "\n")})
}

// reasonsOf are the reasons of a data file.
func reasonsOf(values map[string]any) map[model.Acceptance]string {
	told, _ := values["chap_nhan"].(map[string]any)
	reasons := map[model.Acceptance]string{}
	for _, key := range slices.Sorted(maps.Keys(told)) {
		rules, _ := told[key].(map[string]any)
		for rule, reason := range rules {
			for _, row := range model.AcceptedRows(key) {
				reasons[model.Acceptance{Row: row, Rule: rule}], _ = reason.(string)
			}
		}
	}
	return reasons
}
