package main

import (
	"encoding/json"
	"io"
	"strings"

	"phuluc2b/model"
)

// jsonChange is a change as scripts read it. The difference is an exact decimal.
type jsonChange struct {
	Part       model.Part  `json:"part"` // "bao_cao", "so_lieu" or "ghi_chu"
	Key        string      `json:"key"`  // of the row or the field of the header
	Label      string      `json:"label"`
	Unit       string      `json:"unit,omitempty"`
	Old        string      `json:"old"` // as printed; "" for blank
	New        string      `json:"new"`
	Difference json.Number `json:"difference,omitempty"`
	Spelling   bool        `json:"spelling,omitempty"`
	Added      bool        `json:"added,omitempty"`   // the older form has no such row
	Removed    bool        `json:"removed,omitempty"` // the newer form has no such row
}

func writeChangesJSON(w io.Writer, changes []model.Change) error {
	array := []jsonChange{}
	for _, c := range changes {
		j := jsonChange{Part: c.Part, Key: c.Key, Label: c.Label, Unit: unitOf(c), Old: c.Old, New: c.New,
			Spelling: c.Spelling, Added: c.Added, Removed: c.Removed}
		if c.Difference != nil {
			decimals, _ := c.Difference.FloatPrec()
			j.Difference = json.Number(c.Difference.FloatString(decimals))
		}
		array = append(array, j)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(array)
}

// unitOf is the unit of a figure on one line; notes and the header have none.
func unitOf(c model.Change) string {
	if c.Part != model.FigurePart {
		return ""
	}
	return strings.Join(c.Row.Unit, "; ")
}
