package tree

import "phuluc2b/model/diag"

// reader is what reading one file needs throughout.
type reader struct {
	src      *diag.Source
	findings *diag.List
	faults   int             // that were added
	counted  bool            // the last of them was only counted
	draws    func(rune) bool // whether a letter can be printed
	printed  [0x2000]bool    // the letters that are known to be, up to those of Vietnamese
}

// Faultf adds a fault to the findings.
func (r *reader) Faultf(rule string, place diag.Place, hint, format string, args ...any) {
	r.Advisef(rule, place, diag.Advice{File: hint}, format, args...)
}

// Advisef adds a fault that is mended in a cell in another way than in a file.
func (r *reader) Advisef(rule string, place diag.Place, advice diag.Advice, format string, args ...any) {
	before := len(*r.findings)
	r.findings.Advisef(rule, place, advice, format, args...)
	r.faults, r.counted = r.faults+1, len(*r.findings) == before
}

// note completes the last fault, unless that was only counted.
func (r *reader) note(complete func(*diag.Finding)) {
	if !r.counted {
		complete(&(*r.findings)[len(*r.findings)-1])
	}
}

// About notes the word of the file that the last fault is about.
func (r *reader) About(word string) { r.note(func(f *diag.Finding) { f.Subject = word }) }

// Enough reports whether so many faults of a rule are known that more are only counted.
func (r *reader) Enough(rule string) bool { return r.findings.Enough(rule, r.src) }

// Place is the beginning of the file.
func (r *reader) Place() diag.Place { return r.src.At(0, 0) }

// Faults is how many faults are known: a cross-check of what could not be read says nothing.
func (r *reader) Faults() int { return r.faults }

// Add adds a fault with the places that take part.
func (r *reader) Add(f diag.Finding) {
	r.faults, r.counted = r.faults+1, false
	*r.findings = append(*r.findings, f)
}
