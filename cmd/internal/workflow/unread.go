package workflow

import (
	"maps"
	"slices"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/model/tree"
)

// ImportDraft is Import for one who goes on writing: a figure of the document that could not be
// read stands in the data file as it is, where reading tells of it, and not the one that was
// there before.
func (w *Workspace) ImportDraft(d *Document) ([]byte, diag.List) {
	text, findings := w.Import(d, nil, match.Choice{})
	if text == nil {
		return nil, findings
	}
	own, _ := w.withFormOf(d)
	if own == nil {
		own = w
	}
	drafted, ok := own.typedInto(d.Name, text, findings)
	if !ok {
		return text, findings
	}
	return drafted, slices.DeleteFunc(slices.Clone(findings), func(f diag.Finding) bool { return f.Unread != nil })
}

// typedInto is a data file with the values that findings tell of in their rows; not ok when there
// are none, or they cannot be written.
func (w *Workspace) typedInto(name string, text []byte, findings diag.List) ([]byte, bool) {
	var faults diag.List
	file := tree.Decode(diag.NewSource(name, text), &faults)
	if file == nil {
		return nil, false
	}
	annex, _ := w.reader.ReadFile(file, w.Forms)
	if annex == nil {
		return nil, false
	}
	unread := map[string][]string{}
	for _, f := range findings {
		maps.Copy(unread, f.Unread)
	}
	var drafts []model.Correction
	for _, row := range slices.Sorted(maps.Keys(unread)) {
		drafts = append(drafts, model.Correction{Row: row, Values: unread[row], Note: annex.Figures[row].Note})
	}
	if len(drafts) == 0 {
		return nil, false
	}
	file, err := w.Correct(file, annex.Form, drafts)
	if err != nil {
		return nil, false
	}
	return file.Source.Raw, true
}
