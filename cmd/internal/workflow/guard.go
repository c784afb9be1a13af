package workflow

import (
	"bytes"

	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/render"
)

// LossKind says why a document must not be replaced.
type LossKind int

const (
	LossUnreadable   LossKind = iota // it cannot be read; Err says why
	LossForeign                      // the program did not make it, or it carries no data
	LossIncomparable                 // the data that it carries cannot be read
	LossEdits                        // it was edited since it was made
)

// Loss is what would be lost if a document were replaced.
type Loss struct {
	Kind     LossKind
	Err      error
	Edits    []string  // in a few words each
	Findings diag.List // of those that no data file can take over
}

// Guard looks for a colleague's work in a DOCX that is about to be replaced: a table that
// says something else than the data which the file carries. It is nil when nothing would be
// lost.
func (w *Workspace) Guard(name string, old []byte, file render.File) *Loss {
	if file.Format != render.DOCX || len(old) == 0 || bytes.Equal(old, file.Data) {
		return nil
	}
	d, err := ReadDocument(name, old)
	if err != nil {
		return &Loss{Kind: LossUnreadable, Err: err}
	}
	if d.Source == nil {
		if d.Untouched {
			return nil
		}
		return &Loss{Kind: LossForeign}
	}
	annex, _ := w.MadeFrom(d)
	if annex == nil {
		return &Loss{Kind: LossIncomparable}
	}
	corrections, findings := w.Edits(d, annex)
	if len(corrections)+len(findings) == 0 {
		return nil
	}
	loss := &Loss{Kind: LossEdits, Findings: findings}
	for _, correction := range corrections {
		loss.Edits = append(loss.Edits, edit.Describe(correction))
	}
	for _, f := range findings {
		loss.Edits = append(loss.Edits, f.Message)
	}
	return loss
}
