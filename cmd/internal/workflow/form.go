package workflow

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/infer"
	"phuluc2b/model/match"
)

// FormOrder is what a person asks for of a form that is read out of a document.
type FormOrder struct {
	ID    string      // that data files will name it by
	Table int         // a table of the annex, by its ordinal; 0: the only one
	Data  bool        // the figures of the document too
	Seen  []*Document // filled in by this form: a rule that one of them breaks is not suggested
}

// Drafted is a form read out of a document.
type Drafted struct {
	Form []byte // as TOML
	Data []byte // the document's figures by that form; nil where they were not asked for or cannot be read
}

// Form is the form that a document shows, with findings about all that was guessed, left out or
// not understood. It is nil when the document shows none.
func (w *Workspace) Form(d *Document, order FormOrder) (*Drafted, diag.List) {
	doc := infer.Document{Name: d.Name, Paragraphs: d.Paragraphs, Grids: d.grids(), Extras: d.extras()}
	for _, h := range d.Extras.Headers {
		doc.Extras = append(doc.Extras, fmt.Sprintf("đầu trang hoặc chân trang có “%s”", short(h)))
	}
	annexes, findings := infer.Annexes(doc)
	if annexes == nil {
		return nil, findings
	}
	annex, findings := infer.Choose(doc, annexes, order.Table)
	if annex == nil {
		return nil, findings
	}
	draft, findings := infer.Read(doc, annex, w.freeID(order.ID))
	if draft == nil {
		return nil, findings
	}
	if order.Data {
		findings = slices.DeleteFunc(findings, func(f diag.Finding) bool { return f.Rule == infer.RuleData })
	}
	choice := match.Choice{Column: draft.Figures}
	if len(annexes) > 1 {
		choice.Table = annex.Ordinal()
	}
	findings = append(findings, w.tryRules(d, draft, choice, order.Seen)...)
	findings = append(findings, draft.Findings()...)
	text, lost := draft.Text(w.family.Has, false)
	for _, letter := range lost {
		findings = append(findings, diag.Finding{Severity: diag.Warning, Rule: "ky-tu", Place: diag.NewSource(d.Name, nil).At(0, 0),
			Message: fmt.Sprintf("bỏ ký tự %U, không in được", letter), Hint: "gõ lại bằng chữ thường trong biểu mẫu nếu cần"})
	}
	form, faults := w.reader.ReadForm(diag.NewSource(order.ID+".toml", text))
	findings = append(findings, faults...)
	drafted := &Drafted{Form: text}
	if form != nil && order.Data {
		var unread diag.List
		drafted.Data, unread = w.composeByChoice(d, form, choice)
		findings = append(findings, unread...)
	}
	return drafted, findings
}

// freeID is an ID that no form of the program's own has: a data file that names that one is
// read by it, whatever lies beside.
func (w *Workspace) freeID(id string) string {
	if form := w.Forms[id]; form != nil && form.Embedded {
		return id + "-rieng"
	}
	return id
}

// composeByChoice reads a document by a form that was read out of such a one; the head of the
// column with the figures decides where the form's own does not.
func (w *Workspace) composeByChoice(d *Document, form *model.Form, choice match.Choice) ([]byte, diag.List) {
	text, findings := w.compose(d, form, match.Choice{Table: choice.Table})
	if text == nil && choice.Column != "" && findings[0].Rule == "cot" {
		return w.compose(d, form, choice)
	}
	return text, findings
}

// tryRules leaves out the suggested rules that a document filled in by the form breaks, this one
// or others, and says so.
func (w *Workspace) tryRules(d *Document, draft *infer.Draft, own match.Choice, seen []*Document) diag.List {
	on, _ := draft.Text(w.family.Has, true)
	form, _ := w.reader.ReadForm(diag.NewSource(draft.ID+".toml", on))
	if form == nil {
		return nil // what is wrong with it is told of the form itself
	}
	var findings diag.List
	try := func(d *Document, choice match.Choice, must bool) {
		annex, why := w.readBy(d, form, choice)
		if annex == nil {
			if must {
				findings = append(findings, diag.Finding{Severity: diag.Fault, Rule: "seen", Place: diag.NewSource(d.Name, nil).At(0, 0),
					Message: fmt.Sprintf("không đọc được %s theo biểu mẫu này nên không so các quy tắc với nó: %s", d.Name, why), Remedy: diag.Remedy{Do: diag.DropSeen, Args: []string{d.Name}}})
			}
			return
		}
		draft.Beyond(annex)
		broken := map[string]bool{}
		for _, f := range check.Annex(annex, nil) {
			broken[f.Rule] = true
		}
		if said := draft.Drop(broken); said != nil {
			findings = append(findings, diag.Finding{Severity: diag.Warning, Rule: "quy-tac", Place: diag.NewSource(d.Name, nil).At(0, 0),
				Message: fmt.Sprintf("số liệu của %s trái với %d quy tắc định gợi ý, nên bỏ: %s", d.Name, len(said), strings.Join(said, "; ")),
				Hint:    "số liệu ấy sai thì sửa rồi làm lại biểu mẫu, hoặc tự viết quy tắc vào quy_tac"})
		}
	}
	if draft.Filled() > 0 {
		try(d, own, false)
	}
	for _, other := range seen {
		try(other, match.Choice{Column: own.Column}, true)
	}
	return findings
}

// readBy is a document as an annex by a form, whatever data it carries; nil, and why, when it
// cannot be read so.
func (w *Workspace) readBy(d *Document, form *model.Form, choice match.Choice) (*model.Annex, string) {
	text, findings := w.composeByChoice(d, form, choice)
	if text != nil {
		annex, faults := w.reader.ReadPartly(diag.NewSource(d.Name, text), w.with(form).Forms)
		if findings = append(findings, faults...); annex != nil {
			return annex, ""
		}
	}
	if len(findings) == 0 {
		return nil, "không có số liệu nào"
	}
	return nil, findings.Sorted()[0].Message
}

// CheckForm is what is wrong with a form, and what of it a person has still to look at.
func (w *Workspace) CheckForm(src *diag.Source) diag.List {
	form, findings := w.reader.ReadForm(src)
	if form != nil {
		findings = infer.Doubts(form)
	}
	return findings
}
