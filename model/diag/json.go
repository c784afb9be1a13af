package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
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
	More     int         `json:"more,omitempty"` // stands for so many that are left out
	Related  []jsonPlace `json:"related,omitempty"`
}

// WriteJSON writes findings, as they are shown, as one JSON array.
func WriteJSON(w io.Writer, findings List) error {
	array := []jsonFinding{}
	for _, f := range findings.Shown() {
		j := jsonFinding{
			jsonPlace: f.Place.json(""), Severity: "error", Fatal: f.Severity == Fault, Rule: f.Rule,
			Message: f.Message, Hint: f.Hint, Accepted: f.Accepted, More: f.More,
		}
		if f.Severity == Warning {
			j.Severity = "warning"
		}
		for _, r := range f.Related[:min(len(f.Related), mostRelated)] {
			j.Related = append(j.Related, r.Place.json(Shorten(r.Message, mostQuoted)))
		}
		array = append(array, j)
	}
	return EncodeJSON(w, array)
}

// EncodeJSON writes a value as JSON for people and scripts to read. Letters that would steer a
// terminal are escaped, which JSON reads as the same letters.
func EncodeJSON(w io.Writer, value any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(visibleJSON(b.Bytes()))
	return err
}

// visibleJSON is JSON text with its hidden letters spelled out but for line breaks.
func visibleJSON(text []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(text) {
		switch {
		case r == '\n' || !hidden(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}

func (p Place) json(message string) jsonPlace {
	at := p.Position()
	return jsonPlace{p.Source.Name, at.Line, at.Column, utf8.RuneCount(p.Source.Text[p.Start:p.End]), message}
}
