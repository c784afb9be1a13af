package diag

import "fmt"

// Bounds of what is shown of one file: more of it nobody reads.
const (
	mostOfRule  = 20   // findings of one rule
	mostOfFile  = 200  // findings
	mostRelated = 20   // places that take part in one
	mostText    = 1000 // letters of a message, a hint, a reason
	mostQuoted  = 120  // letters of what is said of a related place
)

// kept bounds the findings of one rule that Faultf keeps: more than are shown, for they are
// not sorted yet.
const kept = 5 * mostOfRule

// Shown is the list as people and scripts see it: sorted, each finding once, long texts cut,
// and after the first few of a rule in a file one that counts the rest.
func (l List) Shown() List {
	var shown List
	told := map[string]int{}  // by file, and by file and rule
	rests := map[string]int{} // index in shown of the finding that counts the rest
	for _, f := range l.Sorted() {
		file := f.Place.Source.Name
		rule := fmt.Sprintf("%s\x00%s\x00%v", file, f.Rule, f.Accepted != "")
		omitted := f.More
		switch {
		case told[file] >= mostOfFile && told[rule] < mostOfRule:
			rule = file
			omitted++
		case told[rule] >= mostOfRule:
			omitted++
		default:
			told[file]++
			told[rule]++
			shown = append(shown, f.short())
		}
		if omitted == 0 {
			continue
		}
		if _, ok := rests[rule]; !ok {
			rests[rule] = len(shown)
			shown = append(shown, Finding{Severity: f.Severity, Rule: f.Rule, Place: f.Place, Accepted: Shorten(f.Accepted, mostText)})
		}
		rest := &shown[rests[rule]]
		rest.More += omitted
		rest.Message = fmt.Sprintf("… còn %d chỗ như vậy", rest.More)
		if rule == file {
			rest.Message = fmt.Sprintf("… còn %d chỗ khác", rest.More)
		}
	}
	return shown
}

// short is the finding with its texts cut. What More counts is told by a finding of its own.
func (f Finding) short() Finding {
	for _, text := range []*string{&f.Message, &f.Spoken, &f.Hint, &f.Cell, &f.Accepted} {
		*text = Shorten(*text, mostText)
	}
	f.More = 0
	return f
}
