package engine

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
	"phuluc2b/render/html"
)

// desk is one annex that is being written. Its text is all there is of it: the rest is read
// from it anew after each change, so that a file that is saved, reopened or restored is the
// same annex.
type desk struct {
	work  *workflow.Workspace
	forms []*diag.Source
	name  string     // of the data file, as it was opened
	named naming     // when another name follows from what is written
	file  *tree.File // its text, taken apart

	annex    *model.Annex // what can be read of it
	findings diag.List
	rows     map[string]int // of the form, by ID
	told     diag.List      // what was not understood of the document that it came from

	doubted map[model.Acceptance]string // reasons that were taken back, for a figure has changed

	history history
	step    string            // of the last change
	shown   map[string]figure // as the page has them

	words   string         // above the table
	heading []html.Element // the same, laid out

	previous *model.Annex // the period before; nil for none
	why      string       // the page was told of it: cumulative rows are not compared
	since    *model.Annex // another version; nil for none
	newer    bool         // it is the newer one

	previousUnread, sinceUnread diag.List // what could not be read of them
}

// text is the data file.
func (d *desk) text() []byte { return d.file.Source.Raw }

// open reads a text, which is then the one on the desk.
func (d *desk) open(text []byte) error {
	var findings diag.List
	file := tree.Decode(diag.NewSource(d.name, text), &findings)
	if file == nil {
		return &refusal{d.name, findings}
	}
	return d.read(file)
}

func (d *desk) read(file *tree.File) error {
	annex, findings := d.work.Draft(file, d.previous)
	if annex == nil {
		return &refusal{d.name, findings}
	}
	d.file, d.annex, d.findings = file, annex, findings
	return nil
}

// compare compares with another period before.
func (d *desk) compare(previous *model.Annex) {
	d.previous = previous
	d.read(d.file)
}

// change puts another data file in the place of the one that there is. Changes of one step are
// undone together.
func (d *desk) change(file *tree.File, step string) (any, []byte, error) {
	before, was := d.text(), d.annex
	if bytes.Equal(file.Source.Raw, before) {
		return d.changed(), before, nil
	}
	if d.read(file) != nil {
		return nil, nil, errors.New("không ghi được chỗ này vào số liệu")
	}
	d.history.add(before, d.text(), step != "" && step == d.step)
	d.step = step
	d.told = slices.DeleteFunc(d.told, func(f diag.Finding) bool { return d.rewritten(was, f.Row) })
	return d.changed(), d.text(), nil
}

func (d *desk) undo(request, []byte) (any, []byte, error) { return d.travel(d.history.undo) }

func (d *desk) redo(request, []byte) (any, []byte, error) { return d.travel(d.history.redo) }

// travel goes to another text of the history, if there is one.
func (d *desk) travel(to func(text []byte) ([]byte, bool)) (any, []byte, error) {
	if text, ok := to(d.text()); ok {
		d.step = ""
		d.told = slices.DeleteFunc(d.told, func(f diag.Finding) bool { return f.Rule == ruleTaken })
		if d.open(text) != nil {
			d.history = history{} // it is not of this annex
		}
	}
	return d.changed(), d.text(), nil
}

// showHeading lays out what stands above the table, when it says something else than before.
func (d *desk) showHeading() []html.Element {
	words := strings.Join(append(d.annex.TitleLines(), d.annex.Reference()), "\n")
	if d.heading == nil || words != d.words {
		d.words, d.heading = words, d.work.Describe(d.annex).Heading
	}
	return d.heading
}
