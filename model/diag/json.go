package diag

import (
	"encoding/json"
	"io"
	"unicode/utf8"
)

// jsonPlace is a place as scripts read it: line and column from 1, length in letters.
type jsonPlace struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Length  int    `json:"length"`
	Message string `json:"message,omitempty"`
}

type jsonFinding struct {
	jsonPlace
	Severity string      `json:"severity"` // "error" or "warning"
	Fatal    bool        `json:"fatal"`    // no document can be made
	Rule     string      `json:"rule"`
	Message  string      `json:"message"`
	Hint     string      `json:"hint,omitempty"`
	Accepted string      `json:"accepted,omitempty"`
	Related  []jsonPlace `json:"related,omitempty"`
}

// WriteJSON writes findings, sorted by place, as one JSON array.
func WriteJSON(w io.Writer, findings List) error {
	array := []jsonFinding{}
	for _, f := range findings.Sorted() {
		j := jsonFinding{
			jsonPlace: f.Place.json(""), Severity: "error", Fatal: f.Severity == Fault, Rule: f.Rule,
			Message: f.Message, Hint: f.Hint, Accepted: f.Accepted,
		}
		if f.Severity == Warning {
			j.Severity = "warning"
		}
		for _, r := range f.Related {
			j.Related = append(j.Related, r.Place.json(r.Message))
		}
		array = append(array, j)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(array)
}

func (p Place) json(message string) jsonPlace {
	at := p.Position()
	return jsonPlace{p.Source.Name, at.Line, at.Column, utf8.RuneCountInString(p.Text()), message}
}
