package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says what a finding stops.
type Severity int

const (
	// Fault is what cannot be read or placed: no document can be made.
	Fault Severity = iota
	// Error is a broken rule. The document can be printed as it was decided.
	Error
	// Warning is a rule that holds in most annexes.
	Warning
)

// Finding is one thing that is wrong, in Vietnamese, with what to do about it.
type Finding struct {
	Severity Severity
	Rule     string // ASCII name that scripts rely on: "E07", "dong-la"
	Message  string // a short fact
	Spoken   string // the same, for one who sees the annex and not its file; "" where that is no other
	Hint     string // what to type instead, in a file
	Cell     string // the same, in a cell of the annex; "" where that is no other
	Remedy   Remedy // what to do instead of typing; a front end words it
	Place    Place
	Related  []Related // the other places that take part
	Subject  string    // the words of a document, or the key of a data file, that it is about; "" for none
	More     int       // so many more of this rule are in the file, and not kept

	Unread     map[string][]string // by the ID of their row: values of a document that could not be read, as they stand there; nil for what is no text
	UnreadKeys map[string]string   // likewise by key of [bao_cao]
	Blanked    bool                // Message says of those rows that they were left blank

	Row      string   // the ID of the row that it is about; "" for none
	Rows     []string // the IDs of all rows that take part in a broken rule, the one it is about first
	Accepted string   // the office's reason to let it stand; "" for none
}

// Related is a place that a finding speaks of.
type Related struct {
	Place   Place
	Message string // "1.2.1 = 07"
}

// List is findings in the order in which they were made.
type List []Finding

// Advice is what to type instead: in a file, and in a cell of the annex.
type Advice struct{ File, Cell string }

// Faultf adds a fault. After the first hundred of a rule in a file they are counted alone.
func (l *List) Faultf(rule string, place Place, hint, format string, args ...any) {
	l.Advisef(rule, place, Advice{File: hint}, format, args...)
}

// Advisef is Faultf of what is mended in a cell in another way than in a file.
func (l *List) Advisef(rule string, place Place, advice Advice, format string, args ...any) {
	if last := l.last(rule, place.Source); last != nil {
		last.More++
		return
	}
	*l = append(*l, Finding{Severity: Fault, Rule: rule, Place: place, Hint: advice.File, Cell: advice.Cell, Message: fmt.Sprintf(format, args...)})
}

// Warnf adds a warning.
func (l *List) Warnf(rule string, place Place, hint, format string, args ...any) {
	*l = append(*l, Finding{Severity: Warning, Rule: rule, Place: place, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// Enough reports whether so many faults of a rule in a file are in the list that Faultf counts
// more alone: what they say need not be found out.
func (l List) Enough(rule string, source *Source) bool { return l.last(rule, source) != nil }

// last is the last fault of a rule in a file if there are as many of them as are kept.
func (l List) last(rule string, source *Source) *Finding {
	if len(l) < kept {
		return nil
	}
	n := 0
	var last *Finding
	for i := range l {
		if f := &l[i]; f.Rule == rule && f.Severity == Fault && f.Place.Source == source {
			last = f
			n++
		}
	}
	if n < kept {
		return nil
	}
	return last
}

// Count is how many findings have one of those severities and are not accepted.
func (l List) Count(severities ...Severity) int {
	n := 0
	for _, f := range l {
		if slices.Contains(severities, f.Severity) && f.Accepted == "" {
			n += 1 + f.More
		}
	}
	return n
}

// CountAccepted is how many findings are accepted.
func (l List) CountAccepted() int {
	n := 0
	for _, f := range l {
		if f.Accepted != "" {
			n++
		}
	}
	return n
}

// Sorted is the list by source, place and rule, each finding once.
func (l List) Sorted() List {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, compare)
	var once List
	for _, f := range sorted {
		if n := len(once); n > 0 && compare(once[n-1], f) == 0 {
			once[n-1].More += f.More
			continue
		}
		once = append(once, f)
	}
	return once
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Place.Source.Name, b.Place.Source.Name),
		cmp.Compare(a.Place.Start, b.Place.Start),
		cmp.Compare(a.Place.End, b.Place.End),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message))
}
