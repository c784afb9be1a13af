package workflow

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/model/tree"
)

// ImportDraft is Import for one who goes on writing: a figure of the document that could not be
// read stands in the data file as it is, where reading tells of it.
func (w *Workspace) ImportDraft(d *Document) ([]byte, diag.List) {
	text, findings := w.Import(d, nil, match.Choice{})
	if text == nil {
		return nil, findings
	}
	drafted, ok := w.withFormIfSound(d).typedInto(d.Name, text, findings)
	if !ok {
		return text, findings
	}
	return drafted, slices.DeleteFunc(slices.Clone(findings), written)
}

// written reports whether a finding is about values that a draft holds.
func written(f diag.Finding) bool {
	for _, values := range f.Unread {
		return values != nil // all of one finding are alike
	}
	return false
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
		if written(f) {
			maps.Copy(unread, f.Unread)
		}
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

// mostOld is how many figures that were dropped one finding names.
const mostOld = 12

// leftBlank adds to corrections that what could not be read is no longer known: a figure that
// stayed would be added up as if the document said it. Findings say what there was.
func leftBlank(a *model.Annex, corrections []model.Correction, findings diag.List) ([]model.Correction, diag.List) {
	told := slices.Clone(findings)
	index := a.Form.RowIndex()
	for i := range told {
		f := &told[i]
		var old, spoken []string // in the words of the file, of the annex
		for _, id := range slices.SortedFunc(maps.Keys(f.Unread), func(x, y string) int { return index[x] - index[y] }) {
			was := a.Figures[id]
			if was.Blank() {
				continue
			}
			corrections = withoutFigure(corrections, id, was.Note)
			words := "số cũ của " + id + " là " + was.Written()
			if len(f.Unread) == 1 {
				words = "số cũ là " + was.Written()
			}
			old, spoken = append(old, words), append(spoken, words)
		}
		for _, field := range model.HeaderFields() {
			words, unread := f.UnreadKeys[field.Key]
			if was := field.Stored(a.Report); unread && was != "" {
				corrections = append(corrections, model.Correction{Key: field.Key, Value: words})
				old = append(old, field.Key+" cũ là "+was)
				spoken = append(spoken, strings.ToLower(field.Label)+" cũ là "+field.Shown(a.Report))
			}
		}
		if old != nil {
			f.Spoken = cmp.Or(f.Spoken, f.Message) + blanked(spoken)
			f.Message, f.Blanked = f.Message+blanked(old), true
		}
	}
	return corrections, told
}

// blanked says what was left blank, and what stood there.
func blanked(old []string) string { return "; để trống; " + diag.Few(old, mostOld, ", ", "chỗ") }

// withoutFigure is corrections with a row left blank but for its note.
func withoutFigure(corrections []model.Correction, row, note string) []model.Correction {
	for i := range corrections {
		if corrections[i].Row == row {
			corrections[i].Values = nil
			return corrections
		}
	}
	return append(corrections, model.Correction{Row: row, Note: note})
}
