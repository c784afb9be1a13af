package engine

import (
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
)

// before is the figures of the period before.
type before struct {
	Name    string            `json:"name"`
	Period  string            `json:"period"`
	Figures map[string]string `json:"figures"`
	Why     string            `json:"why,omitempty"` // cumulative rows are not compared
}

// since is what changed from an older version.
type since struct {
	Name    string       `json:"name"`
	Changes []changeView `json:"changes"`
}

type changeView struct {
	Row    string `json:"row"` // "bao_cao" for the report
	Label  string `json:"label"`
	Note   bool   `json:"note,omitempty"`
	Old    string `json:"old"`
	New    string `json:"new"`
	Remark string `json:"remark,omitempty"`
}

// version reads an annex to compare with; none without a name.
func (d *desk) version(name string, data []byte) (*model.Annex, error) {
	if name == "" {
		return nil, nil
	}
	var annex *model.Annex
	var findings diag.List
	if isDocument(data) {
		document, err := workflow.ReadDocument(name, data)
		if err != nil {
			return nil, unreadable(name, err)
		}
		annex, findings = d.work.Version(document)
	} else {
		annex, findings = d.work.Read(diag.NewSource(name, data))
	}
	if annex == nil {
		return nil, &refusal{name, findings}
	}
	return annex, nil
}

// setPrevious compares with the period before; without a name no longer.
func (d *desk) setPrevious(in request, data []byte) (any, []byte, error) {
	previous, err := d.version(in.Name, data)
	if err != nil {
		return nil, nil, err
	}
	d.compare(previous)
	v := d.changed()
	v.Before = d.before()
	return v, d.text(), nil
}

func (d *desk) before() *before {
	if d.previous == nil {
		return nil
	}
	b := &before{Name: d.previous.Source.Name, Period: d.previous.Report.Period.Name() + " " + itoa(d.previous.Report.Year),
		Figures: map[string]string{}, Why: check.Incomparable(d.previous, d.annex)}
	for id, f := range d.previous.Figures {
		if !f.Blank() {
			b.Figures[id] = f.Written()
		}
	}
	return b
}

// setSince compares with an older version of the same annex; without a name no longer.
func (d *desk) setSince(in request, data []byte) (any, []byte, error) {
	since, err := d.version(in.Name, data)
	if err != nil {
		return nil, nil, err
	}
	d.since = since
	v := d.changed()
	v.Before, v.Since = d.before(), d.changes()
	return v, d.text(), nil
}

func (d *desk) changes() *since {
	if d.since == nil {
		return nil
	}
	s := &since{Name: d.since.Source.Name, Changes: []changeView{}}
	for _, c := range model.WithoutSpelling(model.Compare(d.since, d.annex)) {
		old, now := c.Shown()
		row := model.HeaderSubject
		if c.Row != nil {
			row = c.Row.ID
		}
		s.Changes = append(s.Changes, changeView{row, c.Label, c.Part == model.PartNote, old, now, c.Remark()})
	}
	return s
}
