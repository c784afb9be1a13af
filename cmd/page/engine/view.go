package engine

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render/html"
)

// view is what the page shows. After a change it has the figures that are others now.
type view struct {
	Name     string            `json:"name"` // of the data file
	Title    string            `json:"title"`
	Heading  []html.Element    `json:"heading"`
	Header   []field           `json:"header"`
	Figures  map[string]figure `json:"figures"`
	Findings []findingView     `json:"findings"`
	Told     []findingView     `json:"told,omitempty"` // of the document that was opened
	Filled   int               `json:"filled"`
	Total    int               `json:"total"`
	Partial  bool              `json:"partial"` // no document can be made
	History  history           `json:"history"` // of what can be undone, to be kept with the draft
	Message  string            `json:"message,omitempty"`
	Period   string            `json:"period,omitempty"` // "quý I năm 2022"
	Ends     string            `json:"ends,omitempty"`   // its last day, as year-month-day
	Pasted   []string          `json:"pasted,omitempty"`

	// When an annex is opened, or compared.
	For      string         `json:"for,omitempty"` // whom the form is for, where it says so
	Document *html.Document `json:"document,omitempty"`
	Rows     []row          `json:"rows,omitempty"`
	Forms    []formFile     `json:"forms,omitempty"`
	Before   *before        `json:"before,omitempty"`
	Since    *since         `json:"since,omitempty"`
	Beyond   *beyond        `json:"beyond,omitempty"`
}

// row is what does not change of a row.
type row struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	Label  string `json:"label"`
	Unit   string `json:"unit"`
	Kind   string `json:"kind"`
	Values int    `json:"values"`
	Codes  []code `json:"codes,omitempty"`
}

type code struct {
	Code  string `json:"code"`
	Label string `json:"label"`
}

// figure is what can be typed into a row.
type figure struct {
	Text  string `json:"text"`
	Note  string `json:"note"`
	State string `json:"state,omitempty"` // "unreadable", "ambiguous"
}

// field is one key of the header.
type field struct {
	Key     string   `json:"key"`
	Label   string   `json:"label"`
	Value   string   `json:"value"`
	Options []option `json:"options,omitempty"`
}

type option struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// whole is the view of an annex that the page does not know yet.
func (d *desk) whole() *view {
	d.shown = nil
	v := d.changed()
	v.For = d.annex.Form.For
	v.Document = d.work.Describe(d.annex)
	v.Heading = v.Document.Heading
	for _, r := range d.annex.Form.Rows {
		v.Rows = append(v.Rows, row{r.ID, r.Number, strings.Join(r.Label, " "), strings.Join(r.Unit, "; "), string(r.Kind), r.Values, codes(r)})
	}
	for _, f := range d.forms {
		v.Forms = append(v.Forms, formFile{f.Name, string(f.Raw)})
	}
	v.Before = d.before()
	return v
}

// changed is the view with the figures that the page does not show yet.
func (d *desk) changed() *view {
	v := &view{Name: d.fileName(), Title: strings.Join(slices.Concat(d.annex.Form.Label, d.annex.TitleLines()), " "),
		Heading: d.showHeading(), Header: d.fields(), Figures: map[string]figure{},
		Findings: d.viewChecked(), Told: d.viewTold(),
		Partial: d.annex.Partial, History: d.history}
	if _, last, ok := d.annex.Report.Period.Days(d.annex.Report.Year); ok {
		v.Period, v.Ends = d.annex.Report.Period.In(d.annex.Report.Year), last.Format(time.DateOnly)
	}
	now := map[string]figure{}
	figures, _ := d.file.Values["so_lieu"].(map[string]any)
	for _, r := range d.annex.Form.Rows {
		f := viewFigure(d.annex.Figures[r.ID], figures[r.ID])
		now[r.ID] = f
		if was, known := d.shown[r.ID]; !known || was != f {
			v.Figures[r.ID] = f
		}
		if r.Kind != model.KindHeading {
			v.Total++
			if f.Text != "" {
				v.Filled++
			}
		}
	}
	d.shown = now
	v.Since, v.Before = d.changes(), d.renewed()
	return v
}

// viewFigure is a figure as it is typed; written is what the file holds of it.
func viewFigure(f model.Figure, written any) figure {
	shown := figure{Note: f.Note}
	var lines []string
	for i, v := range f.Values {
		text := v.Written
		switch v.State {
		case model.StateUnreadable:
			shown.State = "unreadable"
			if text == "" {
				text = unread(written, i, v.Place)
			}
		case model.StateAmbiguous:
			shown.State = "ambiguous"
		}
		lines = append(lines, text)
	}
	shown.Text = strings.Join(lines, "\n")
	return shown
}

// unread is the text of a value that could not be read, without the quotes of the file.
func unread(written any, i int, at diag.Place) string {
	if table, ok := written.(map[string]any); ok {
		written = table["so_lieu"]
	}
	if list, ok := written.([]any); ok && i < len(list) {
		written = list[i]
	}
	if text, ok := written.(string); ok {
		return text
	}
	return at.Text()
}

// codes are those of a coded row, with what its unit says of them.
func codes(r model.Row) []code {
	var all []code
	for _, n := range r.Codes {
		all = append(all, code{Code: strconv.Itoa(n), Label: r.CodeName(n)})
	}
	return all
}

// fields are the keys of the header as a person reads them. What cannot be read is shown as the
// file has it.
func (d *desk) fields() []field {
	var all []field
	raw := d.rawHeader()
	for _, f := range model.HeaderFields() {
		v := field{Key: f.Key, Label: f.Label, Value: f.Shown(d.annex.Report)}
		if f.Key == "ky" {
			v.Value = f.Stored(d.annex.Report)
			for _, p := range d.annex.Form.Periods {
				v.Options = append(v.Options, option{string(p), p.Name()})
			}
		}
		if written := raw[f.Key]; written != nil && (v.Value == "" || v.Value == "0") {
			v.Value = fmt.Sprint(written)
		}
		all = append(all, v)
	}
	return all
}

func (d *desk) rawHeader() map[string]any {
	header, _ := d.file.Values[model.HeaderSubject].(map[string]any)
	return header
}
