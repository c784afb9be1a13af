package engine

import (
	"errors"
	"strconv"
	"strings"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render/html"
)

// desk is one annex that is being written. Its text is all there is of it: the rest is read
// from it anew after each change, so that a file that is saved, reopened or restored is the
// same annex.
type desk struct {
	work  *workflow.Workspace
	forms []*diag.Source
	name  string // of the data file
	text  []byte

	annex    *model.Annex // what can be read of it
	findings diag.List
	told     diag.List // what was not understood of the document that it came from

	past, future [][]byte
	step         string            // of the last change
	shown        map[string]figure // as the page has them

	words   string         // above the table
	heading []html.Element // the same, laid out

	previous *model.Annex // the period before; nil for none
	since    *model.Annex // an older version; nil for none
}

// mostSteps bounds what can be undone.
const mostSteps = 1000

// read reads the text; false when nothing can be read of it.
func (d *desk) read() bool {
	d.annex, d.findings = d.work.Draft(diag.NewSource(d.name, d.text), d.previous)
	return d.annex != nil
}

// change puts another text in the place of the one that there is. Changes of one step are
// undone together.
func (d *desk) change(text []byte, step string) (any, []byte, error) {
	if string(text) == string(d.text) {
		return d.changed(), d.text, nil
	}
	before := d.text
	d.text = text
	if !d.read() {
		d.text = before
		d.read()
		return nil, nil, errors.New("không ghi được chỗ này vào số liệu")
	}
	if step == "" || step != d.step {
		d.past = append(d.past, before)
		d.past = d.past[max(0, len(d.past)-mostSteps):]
	}
	d.step, d.future = step, nil
	return d.changed(), d.text, nil
}

func (d *desk) undo(request, []byte) (any, []byte, error) { return d.travel(&d.past, &d.future) }

func (d *desk) redo(request, []byte) (any, []byte, error) { return d.travel(&d.future, &d.past) }

// travel takes the last text of one pile, and puts the present one on the other.
func (d *desk) travel(from, to *[][]byte) (any, []byte, error) {
	if n := len(*from); n > 0 {
		*to = append(*to, d.text)
		d.text, *from = (*from)[n-1], (*from)[:n-1]
		d.step = ""
		d.read()
	}
	return d.changed(), d.text, nil
}

// dismiss takes what was told of the document off the list.
func (d *desk) dismiss(request, []byte) (any, []byte, error) {
	d.told = nil
	return d.changed(), d.text, nil
}

// showHeading lays out what stands above the table, when it says something else than before.
func (d *desk) showHeading() []html.Element {
	words := strings.Join(append(d.annex.TitleLines(), d.annex.Reference()), "\n")
	if d.heading == nil || words != d.words {
		d.words, d.heading = words, d.work.Describe(d.annex).Heading
	}
	return d.heading
}

func itoa(n int) string { return strconv.Itoa(n) }
