package workflow

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
	"phuluc2b/model/match"
	"phuluc2b/model/tree"
	"phuluc2b/render"
)

// Import is the data file of a document: the one that it carries with what was changed
// since, or one made from its table by the form; nil for the form means the one that most of
// its rows are of. It is nil when the document cannot be understood.
func (w *Workspace) Import(d *Document, form *model.Form, choice match.Choice) ([]byte, diag.List) {
	if d.Source == nil {
		sent, _ := w.carried(d) // a blank annex was sent out with it
		return w.compose(d, cmp.Or(form, sent), choice)
	}
	annex, faults := w.MadeFrom(d)
	if annex == nil {
		return w.composeAfter(d, form, choice, faults)
	}
	if findings := otherRows(d, annex.Form, form); findings != nil {
		return nil, findings
	}
	corrections, findings, ok := w.Edits(d, annex, choice)
	if !ok {
		return nil, findings
	}
	corrections, findings = leftBlank(annex, corrections, findings)
	findings = append(findings, w.leftOut(d, annex, corrections)...)
	file, err := w.correctedFile(annex, corrections)
	if err != nil {
		return nil, append(findings, diag.Finding{Severity: diag.Fault, Rule: "import", Place: annex.Source.At(0, 0), Remedy: diag.Remedy{Do: diag.TakeSource},
			Message: "tệp số liệu mang theo viết theo lối không sửa tại chỗ được"})
	}
	_, faults = w.reader.ReadFile(file, w.with(annex.Form).Forms)
	return file.Source.Raw, append(findings, untold(faults, findings)...)
}

// untold are the faults of a data file that was made from a document, but for those that have
// been told row by row.
func untold(faults, told diag.List) diag.List {
	unnamed := slices.ContainsFunc(told, func(t diag.Finding) bool { return t.Rule == match.RuleHeading })
	return slices.DeleteFunc(faults, func(f diag.Finding) bool {
		return unnamed && slices.Contains([]string{"thieu-khoa", "sai-gia-tri", "sai-kieu"}, f.Rule) || f.Severity != diag.Fault || slices.ContainsFunc(told, func(t diag.Finding) bool {
			return t.Severity == diag.Fault && (t.Rule == f.Rule || t.Row == f.Row && f.Row != "")
		})
	})
}

// composeAfter reads the table of a document whose own data cannot be read, and says so.
func (w *Workspace) composeAfter(d *Document, form *model.Form, choice match.Choice, faults diag.List) ([]byte, diag.List) {
	own, formFaults := w.withFormOf(d)
	if own == nil {
		own, faults = w, formFaults
	}
	text, findings := own.compose(d, form, choice)
	first := faults.Sorted()[0]
	return text, append(diag.List{{Severity: diag.Fault, Rule: "so-lieu-kem", Place: first.Place, Related: first.Related,
		Message: fmt.Sprintf("tệp số liệu mà văn bản mang theo không đọc được (%s), nên chỉ đọc bảng", first.Message),
		Hint:    "so lại với tệp số liệu của cơ quan; lời ghi và lý do trong tệp cũ không lấy lại được"}}, findings...)
}

// compose is a data file made from nothing but the table and the heading of a document, in
// canonical layout if it can be read back.
func (w *Workspace) compose(d *Document, form *model.Form, choice match.Choice) ([]byte, diag.List) {
	grids := d.grids()
	if form == nil {
		if form = match.BestForm(w.Forms, grids); form == nil {
			return nil, d.unseen(diag.List{{Severity: diag.Fault, Rule: "mau-khong-ro", Place: diag.NewSource(d.Name, nil).At(0, 0),
				Message: "bảng trong văn bản không theo biểu mẫu nào đang có",
				Remedy:  diag.Remedy{Do: diag.NameForm, Args: []string{d.Name, strings.Join(w.Forms.IDs(), ", ")}}}})
		}
	}
	table, findings := match.FindTable(form, d.Name, grids, choice)
	if table == nil {
		return nil, d.unseen(findings)
	}
	rows, findings := match.Revise(&model.Annex{Form: form}, table)
	findings = append(findings, notTaken(d, d.extras())...)
	heading := d.heading(table)
	findings = append(findings, table.Scaled(form, heading)...)
	header, faults := match.ReadHeader(form, d.Name, heading)
	findings = append(append(findings, faults...), table.YearOf(header["nam"])...)
	text := edit.Compose(form, header, rows)
	annex, faults := w.with(form).Read(diag.NewSource(d.Name, text))
	if annex == nil {
		return text, append(findings, untold(faults, findings)...)
	}
	if formatted, faults := edit.Format(annex); faults == nil {
		text = formatted
	}
	return text, findings
}

// Version is the annex of a document with what was changed in it since it was made, and what
// could not be understood of it. It is nil when it cannot be compared.
func (w *Workspace) Version(d *Document) (*model.Annex, diag.List) {
	own := w.withFormIfSound(d)
	text, findings := own.Import(d, nil, match.Choice{})
	if text == nil {
		return nil, findings
	}
	annex, faults := own.Read(diag.NewSource(d.Name, text))
	return annex, append(findings, faults...)
}

// VersionDraft is Version of an annex that may be read in part, with drafts as ImportDraft has
// them; nil when its form is not known. What it does not tell in its figures is in the findings.
func (w *Workspace) VersionDraft(d *Document) (*model.Annex, diag.List) {
	own := w.withFormIfSound(d)
	text, findings := own.ImportDraft(d)
	if text == nil {
		return nil, findings
	}
	var faults diag.List
	file := tree.Decode(diag.NewSource(d.Name, text), &faults)
	if file == nil {
		return nil, append(findings, faults...)
	}
	annex, faults := own.reader.ReadFile(file, own.Forms)
	return annex, append(findings, untold(faults, findings)...)
}

// leftOut warns of what a document holds beside its text that no data file can take over.
func (w *Workspace) leftOut(d *Document, a *model.Annex, corrections []model.Correction) diag.List {
	if d.Format == render.PDF {
		return nil // only what it carries was read
	}
	corrected, err := w.corrected(a, corrections)
	if err != nil || corrected == nil {
		return notTaken(d, d.extras())
	}
	return notTaken(d, d.beyond([][]byte{w.remade(corrected, d.Format, render.Options{}), w.remade(corrected, d.Format, render.Options{Draft: true})}))
}

// notTaken is one warning of all that a data file does not keep.
func notTaken(d *Document, what []string) diag.List {
	if len(what) == 0 {
		return nil
	}
	remedy := diag.Remedy{Do: diag.RedoInProgram, Args: []string{d.program()}}
	if d.Extras.Tracked > 0 {
		remedy = diag.Remedy{Do: diag.AcceptedInWord}
	}
	return diag.List{{Severity: diag.Warning, Rule: "ngoai-so-lieu", Place: diag.NewSource(d.Name, nil).At(0, 0), Remedy: remedy, Message: "tệp số liệu không giữ được: " + diag.Few(what, mostParagraphs, "; ", "chỗ")}}
}
