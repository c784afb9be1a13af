// Package changes writes what has changed between two versions of an annex: for a person, as
// Markdown, for a script.
package changes

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"phuluc2b/cmd/internal/console"
	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// rows are changes as a table shows them, below its head.
func rows(changes []model.Change) [][]string {
	all := [][]string{{"Dòng", "Chỉ tiêu", "Cũ", "Mới", "Chênh lệch"}}
	for _, c := range changes {
		label := c.Label
		if c.Part == model.PartNote {
			label += " (ghi chú)"
		}
		old, new := c.Shown()
		all = append(all, []string{c.Key, label, old, new, c.Remark()})
	}
	return all
}

// WriteText shows changes to a person, aligned and as wide as the terminal.
func WriteText(out console.Stream, changes []model.Change, summary string) error {
	if len(changes) > 0 {
		if err := out.Table(console.Table{Rows: rows(changes), Right: []int{2, 4}, Arrow: 3}); err != nil {
			return err
		}
		fmt.Fprintln(out.Writer)
	}
	_, err := fmt.Fprintln(out, summary)
	return err
}

// WriteMarkdown writes changes as a table for a message or a web page.
func WriteMarkdown(w io.Writer, changes []model.Change, summary string) error {
	var b strings.Builder
	for i, line := range rows(changes) {
		switch {
		case len(changes) == 0:
			continue
		case i == 0:
			b.WriteString("| " + strings.Join(line, " | ") + " |\n|---|---|--:|--:|--:|\n")
			continue
		}
		for _, text := range line {
			fmt.Fprintf(&b, "| %s ", markdown(console.VisibleText(text)))
		}
		b.WriteString("|\n")
	}
	if len(changes) > 0 {
		b.WriteString("\n")
	}
	fmt.Fprintln(&b, markdown(diag.Visible(summary)))
	_, err := io.WriteString(w, b.String())
	return err
}

// markdown is text that means nothing to Markdown.
func markdown(text string) string {
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`,
		"<", "&lt;", "&", "&amp;", "~", `\~`, "\n", "<br>").Replace(text)
}

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

func WriteJSON(w io.Writer, changes []model.Change) error {
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
	return diag.EncodeJSON(w, array)
}

// unitOf is the unit of a figure on one line; notes and the header have none.
func unitOf(c model.Change) string {
	if c.Part != model.PartFigure {
		return ""
	}
	return strings.Join(c.Row.Unit, "; ")
}
