package edit

import "slices"

// manuscript is a data file as a person wrote it: every value in its own spelling, every
// comment with what it speaks of. The order is left out: writing brings that of the form.
type manuscript struct {
	head   []string            // comment lines at the top, in groups
	tables map[string]*section // by name; "" is what stands outside of tables
	foot   []string            // comment lines at the end, in groups
}

// section is one table of the file.
type section struct {
	remarks
	entries map[string]*entry
	tail    []string // comment lines below all entries, in groups
}

// entry is one key of a table: mau, a key of the header, a row.
type entry struct {
	remarks
	value string            // as spelled; "" when the entry is a table
	parts map[string]string // of such a table: figure and note, or reasons by rule
}

// remarks are the comments of something: the lines above it, and what is said behind it.
type remarks struct{ above, behind []string }

// section is the table of that name, made if need be.
func (m *manuscript) section(name string) *section {
	if m.tables[name] == nil {
		m.tables[name] = &section{entries: map[string]*entry{}}
	}
	return m.tables[name]
}

// entry is the key of that name, made if need be.
func (s *section) entry(key string) *entry {
	if s.entries[key] == nil {
		s.entries[key] = &entry{parts: map[string]string{}}
	}
	return s.entries[key]
}

// addGroups adds comment lines below others. A "" stands between groups of lines.
func addGroups(groups, more []string) []string {
	return trimGroups(append(append(groups, ""), more...), nil)
}

// trimGroups leaves out lines that are generated, then the groups that have nothing left.
func trimGroups(lines, generated []string) []string {
	var kept []string
	open := false // a "" waits for a line below it
	for _, line := range lines {
		switch {
		case line == "":
			open = len(kept) > 0
		case !slices.Contains(generated, line):
			if open {
				kept = append(kept, "")
			}
			kept, open = append(kept, line), false
		}
	}
	return kept
}

// lastGroup is the index of the first line of the last group.
func lastGroup(lines []string) int {
	i := len(lines)
	for i > 0 && lines[i-1] != "" {
		i--
	}
	return i
}
