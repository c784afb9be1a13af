package workflow

import (
	"bytes"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/model/match"
	"phuluc2b/render"
	"phuluc2b/render/pdfread"
)

// LossKind says why a document must not be replaced.
type LossKind int

const (
	LossUnreadable   LossKind = iota // it cannot be read; Err says why
	LossForeign                      // the program did not make it
	LossBare                         // it carries no data to compare its changed text with
	LossIncomparable                 // the data that it carries cannot be read
	LossChanged                      // another program has written it since, as for a signature
	LossEdits                        // it holds a colleague's work that the new one would not
)

// Loss is what would be lost if a document were replaced.
type Loss struct {
	Kind     LossKind
	Err      error
	Edits    []string  // in a few words each
	Findings diag.List // of those that no data file can take over

	Importable bool // some of the edits can be taken over
}

// Guard looks for a colleague's work in a document that is about to be replaced by another,
// made of an annex: changes that are not in the annex, and whatever the program itself does
// not write. It is nil when nothing would be lost. A document that is byte for byte what its
// own data gives is untouched.
func (w *Workspace) Guard(name string, old []byte, annex *model.Annex, file render.File, options render.Options) *Loss {
	if len(old) == 0 || bytes.Equal(old, file.Data) {
		return nil
	}
	if file.Format == render.PDF {
		return guardPDF(old)
	}
	origin := w.originOf(name, old, file.Format, options)
	if origin.untouched && annex.Source != nil {
		return nil
	}
	d, err := ReadDocument(name, old)
	if err != nil {
		return &Loss{Kind: LossUnreadable, Err: err}
	}
	if d.Format != file.Format {
		return &Loss{Kind: LossForeign}
	}
	if annex.Source == nil {
		if edits := d.filledIn(annex); len(edits) > 0 {
			return &Loss{Kind: LossEdits, Edits: edits}
		}
	}
	if d.AsMade || origin.untouched {
		return nil
	}
	if d.Source == nil {
		return w.guardBare(d, old, annex, file)
	}
	if origin.annex == nil {
		return &Loss{Kind: LossIncomparable, Edits: []string{origin.faults.Sorted()[0].Message}}
	}
	corrections, findings, _ := w.Edits(d, origin.annex, match.Choice{})
	loss := &Loss{Kind: LossEdits, Findings: notIn(annex, options.Previous, findings)}
	for _, c := range corrections {
		if !holds(annex, c) {
			loss.Edits = append(loss.Edits, edit.Describe(c))
			loss.Importable = true
		}
	}
	for _, f := range loss.Findings {
		loss.Edits = append(loss.Edits, f.Message)
	}
	loss.Edits = append(append(loss.Edits, d.beyond(origin.made)...), d.retitled(origin.made)...)
	if d.Untouched && len(loss.Edits) == 0 && (d.Digested || !w.sameShape(file.Format, old, origin.annex, corrections, origin.options)) {
		loss.Edits = append(loss.Edits, "cách trình bày đã đổi")
	}
	if len(loss.Edits) == 0 {
		return nil
	}
	return loss
}

// guardPDF lets a PDF of ours be replaced as long as nobody has changed it.
func guardPDF(old []byte) *Loss {
	switch pdfread.StateOf(old) {
	case pdfread.StateUntouched:
		return nil
	case pdfread.StateChanged:
		return &Loss{Kind: LossChanged}
	}
	return &Loss{Kind: LossForeign}
}

// holds reports whether an annex says what a document was corrected to.
func holds(a *model.Annex, c model.Correction) bool {
	if c.Row == "" {
		for _, f := range model.HeaderFields() {
			if f.Key == c.Key {
				return match.SameHeader(f.Key, f.Stored(a.Report), c.Value)
			}
		}
		return false
	}
	figure := a.Figures[c.Row]
	return figure.Note == c.Note && slices.Equal(figure.Printed(), c.Values)
}

// notIn leaves out the findings about words of the form that the annex's own form now has, and
// about figures of the period before that are now so.
func notIn(a, previous *model.Annex, findings diag.List) diag.List {
	words := map[string]bool{}
	for _, r := range a.Form.Rows {
		for _, line := range slices.Concat([]string{r.Number + r.Block}, r.Label, r.Unit, r.Fixed) {
			words[oneLine(line)] = true
		}
	}
	var rest diag.List
	for _, f := range findings {
		now := oneLine(f.Subject)
		switch {
		case f.Rule == match.RuleBefore && previous != nil && oneLine(strings.Join(previous.Figures[f.Row].Printed(), " ")) == now:
		case f.Rule != match.RuleBefore && now != "" && words[now]:
		default:
			rest = append(rest, f)
		}
	}
	return rest
}
