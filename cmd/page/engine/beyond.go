package engine

import (
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/model/tree"
)

// beyond is what a document has that the form by which it was read lacks: it may show a newer form.
type beyond struct {
	Form   string   `json:"form"`
	Rows   []string `json:"rows,omitempty"` // as they stand in the document
	Period string   `json:"period,omitempty"`
}

// mostBeyond is how many rows are named.
const mostBeyond = 8

// beyondForm is that of the document that was opened; nil when the form has all of it.
func (d *desk) beyondForm(findings diag.List) *beyond {
	b := &beyond{Form: d.annex.Form.Name()}
	for _, f := range findings {
		switch period := model.Period(f.Subject); {
		case f.Rule == "dong-la" && len(b.Rows) < mostBeyond:
			b.Rows = append(b.Rows, wordsOf(f))
		case f.Rule == match.RuleHeading && period.Name() != "":
			b.Period = period.Name()
		}
	}
	if len(b.Rows) == 0 && b.Period == "" {
		return nil
	}
	return b
}

// wordsOf is the row of a document that a finding is about, in a line; several rows are in its
// message.
func wordsOf(f diag.Finding) string {
	if row := strings.Join(strings.Fields(f.Place.Text()), " "); row != "" {
		return tree.Short(row)
	}
	return f.Message
}
