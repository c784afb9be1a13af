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
	Hint     string // what to type instead
	Place    Place
	Related  []Related // the other places that take part
	Subject  string    // the words of a document that it is about; "" for none
	Accepted string    // the office's reason to let it stand; "" for none
}

// Related is a place that a finding speaks of.
type Related struct {
	Place   Place
	Message string // "1.2.1 = 07"
}

// List is findings in the order in which they were made.
type List []Finding

// Faultf adds a fault.
func (l *List) Faultf(rule string, place Place, hint, format string, args ...any) {
	*l = append(*l, Finding{Severity: Fault, Rule: rule, Place: place, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// Count is how many findings have that severity and are not accepted.
func (l List) Count(severity Severity) int {
	n := 0
	for _, f := range l {
		if f.Severity == severity && f.Accepted == "" {
			n++
		}
	}
	return n
}

// Sorted is the list by source, place and rule, each finding once.
func (l List) Sorted() List {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, compare)
	return slices.CompactFunc(sorted, func(a, b Finding) bool {
		return compare(a, b) == 0
	})
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Place.Source.Name, b.Place.Source.Name),
		cmp.Compare(a.Place.Start, b.Place.Start),
		cmp.Compare(a.Place.End, b.Place.End),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message))
}
