package engine

import (
	"fmt"
	"slices"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// before is the figures of the period before.
type before struct {
	Name    string            `json:"name"`
	Period  string            `json:"period"`
	Figures map[string]string `json:"figures"`
	Text    string            `json:"text,omitempty"` // its data file, to be kept with a draft
	Why     string            `json:"why,omitempty"`  // cumulative rows are not compared
	Unread  []findingView     `json:"unread,omitempty"`
}

// since is what changed from an older version, or to a newer one.
type since struct {
	Name    string        `json:"name"`
	Newer   bool          `json:"newer,omitempty"`
	Changes []changeView  `json:"changes"`
	Unread  []findingView `json:"unread,omitempty"`
}

type changeView struct {
	Row    string `json:"row"` // "bao_cao" for the report
	Label  string `json:"label"`
	Note   bool   `json:"note,omitempty"`
	Old    string `json:"old"`
	New    string `json:"new"`
	Remark string `json:"remark,omitempty"`
}

// version is another annex, and what could not be read of it.
type version struct {
	annex  *model.Annex
	unread diag.List
}

// version reads an annex to compare with; none without a name. It must be of the same form: the
// same ID may be another row elsewhere.
func (d *desk) version(name string, data []byte) (v version, err error) {
	if name == "" {
		return v, nil
	}
	var findings diag.List
	if isDocument(data) {
		document, err := workflow.ReadDocument(name, data)
		if err != nil {
			return v, unreadable(name, err)
		}
		v.annex, findings = d.work.VersionDraft(document)
		v.unread = faultsOf(findings)
	} else {
		v.annex, findings = d.work.Read(diag.NewSource(name, data))
	}
	switch form := d.annex.Form; {
	case v.annex == nil:
		return v, &refusal{name, findings}
	case v.annex.Form.ID != form.ID:
		return v, fmt.Errorf("%s theo biểu mẫu “%s”, phụ lục đang mở theo biểu mẫu “%s”: hai biểu mẫu khác nhau không so được", name, v.annex.Form.ID, form.ID)
	}
	return v, nil
}

// setPrevious compares with the period before; without a name no longer. Of a figure that could
// not be read, or is of another row there, nothing is known.
func (d *desk) setPrevious(in request, data []byte) (any, []byte, error) {
	v, err := d.version(in.Name, data)
	if err != nil {
		return nil, nil, err
	}
	if v.annex != nil {
		v.unread = append(v.unread, workflow.OtherRows(v.annex, d.annex.Form)...)
	}
	for _, f := range v.unread {
		delete(v.annex.Figures, f.Row)
	}
	d.previousUnread = v.unread
	d.compare(v.annex)
	out := d.changed()
	out.Before = d.before()
	return out, d.text(), nil
}

// viewUnread are findings about another file, in which nothing is typed here.
func viewUnread(findings diag.List) []findingView {
	views := viewFindings(findings.Shown(), nil)
	for i := range views {
		views[i].Hint = ""
	}
	return views
}

// mostKept is how large a data file of the period before is kept with a draft.
const mostKept = 512 << 10

// takeUp compares again with the period before that was kept with a draft; false when it was too
// large to be kept, or cannot be read.
func (d *desk) takeUp(kept *formFile) bool {
	if kept.Text == "" {
		return false
	}
	var faults diag.List
	file := tree.Decode(diag.NewSource(kept.Name, []byte(kept.Text)), &faults)
	if file == nil {
		return false
	}
	annex, _ := d.work.Draft(file, nil)
	if annex == nil || annex.Form.ID != d.annex.Form.ID {
		return false
	}
	d.compare(annex)
	return true
}

// renewed is what there is to say of the period before when that is no longer what the page says.
func (d *desk) renewed() *before {
	if d.previous == nil || check.Incomparable(d.previous, d.annex) == d.why {
		return nil
	}
	return d.before()
}

func (d *desk) before() *before {
	if d.previous == nil {
		return nil
	}
	d.why = check.Incomparable(d.previous, d.annex)
	b := &before{Name: d.previous.Source.Name, Period: d.previous.Report.Period.In(d.previous.Report.Year),
		Figures: map[string]string{}, Why: d.why, Unread: viewUnread(d.previousUnread)}
	others := slices.ContainsFunc(d.previousUnread, func(f diag.Finding) bool { return f.Rule == workflow.RuleOtherRow })
	if raw := d.previous.Source.Raw; len(raw) <= mostKept && !others { // the draft would be read by this form
		b.Text = string(raw)
	}
	for id, f := range d.previous.Figures {
		if !f.Blank() {
			b.Figures[id] = f.Written()
		}
	}
	return b
}

// setSince compares with another version of the same annex; without a name no longer. It is the
// older one, unless it was made of what is open and has been changed since.
func (d *desk) setSince(in request, data []byte) (any, []byte, error) {
	v, err := d.version(in.Name, data)
	if err != nil {
		return nil, nil, err
	}
	later := d.later(in.Name, data)
	d.since, d.sinceUnread = v.annex, v.unread
	d.newer = (later != nil && d.is(later.From) && len(later.Corrections)+len(v.unread) > 0) != in.Turned
	out := d.changed()
	out.Before = d.before()
	return out, d.text(), nil
}

// versions are the older and the newer one of what is open and what it is compared with.
func (d *desk) versions() (old, now *model.Annex) {
	if d.newer {
		return d.annex, d.since
	}
	return d.since, d.annex
}

func (d *desk) changes() *since {
	if d.since == nil {
		return nil
	}
	old, now := d.versions()
	return &since{Name: d.since.Source.Name, Newer: d.newer, Changes: changesBetween(old, now), Unread: viewUnread(d.sinceUnread)}
}

// changesBetween lists what changed from one annex to another.
func changesBetween(was, is *model.Annex) []changeView {
	all := []changeView{}
	for _, c := range model.WithoutSpelling(model.Compare(was, is)) {
		old, now := c.Shown()
		all = append(all, changeView{subject(c), c.Label, c.Part == model.PartNote, old, now, c.Remark()})
	}
	return all
}

// subject is the row that a change is in, or the report.
func subject(c model.Change) string {
	if c.Row == nil {
		return model.HeaderSubject
	}
	return c.Row.ID
}
