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

// changeLine is a change as a table shows it: key, label, old, new, remark.
type changeLine [5]string

func changeLines(changes []model.Change) []changeLine {
	lines := []changeLine{{"Dòng", "Chỉ tiêu", "Cũ", "Mới", "Chênh lệch"}}
	for _, c := range changes {
		label := c.Label
		if c.Part == model.PartNote {
			label += " (ghi chú)"
		}
		old, new := c.Shown()
		line := changeLine{c.Key, label, old, new, c.Remark()}
		for i := range line {
			line[i] = console.VisibleText(line[i])
		}
		lines = append(lines, line)
	}
	return lines
}

// WriteText shows changes to a person, aligned and as wide as the terminal.
func WriteText(out console.Stream, changes []model.Change, summary string) error {
	var b strings.Builder
	if len(changes) > 0 {
		lines := changeLines(changes)
		widths := fitWidths(lines, out.Width)
		for _, line := range lines {
			line.write(&b, widths)
		}
		b.WriteString("\n")
	}
	fmt.Fprintln(&b, diag.Visible(summary))
	_, err := io.WriteString(out.Writer, b.String())
	return err
}

// fitWidths is the width of each column: as wide as its text, but for what the terminal has
// not. Keys and remarks stay whole; a figure or a note gives way before the label does, down
// to a share of what is left.
func fitWidths(lines []changeLine, terminal int) [5]int {
	var widths [5]int
	for _, line := range lines {
		for i, text := range line {
			widths[i] = max(widths[i], diag.Width(text))
		}
	}
	const gaps, least = 2 + 2 + 3 + 2, 12
	room := terminal - gaps - widths[0] - widths[4]
	widths[2] = min(widths[2], max(room/4, least))
	widths[3] = min(widths[3], max(room/4, least))
	widths[1] = min(widths[1], max(room-widths[2]-widths[3], least))
	return widths
}

// write puts the cells beside each other; what is too long goes on below.
func (l changeLine) write(b *strings.Builder, widths [5]int) {
	var cells [5][]string
	height := 0
	for i, text := range l {
		cells[i] = diag.Wrap(text, widths[i])
		height = max(height, len(cells[i]))
	}
	arrow := " → "
	for i := range height {
		var line [5]string
		for column := range line {
			if i < len(cells[column]) {
				line[column] = cells[column][i]
			}
			blank := strings.Repeat(" ", max(0, widths[column]-diag.Width(line[column])))
			if column == 2 || column == 4 { // old figures end at the arrow, numbers at the right
				line[column] = blank + line[column]
			} else {
				line[column] += blank
			}
		}
		text := line[0] + "  " + line[1] + "  " + line[2] + arrow + line[3] + "  " + line[4]
		b.WriteString(strings.TrimRight(text, " ") + "\n")
		arrow = "   "
	}
}

// WriteMarkdown writes changes as a table for a message or a web page.
func WriteMarkdown(w io.Writer, changes []model.Change, summary string) error {
	var b strings.Builder
	for i, line := range changeLines(changes) {
		switch {
		case len(changes) == 0:
			continue
		case i == 0:
			b.WriteString("| " + strings.Join(line[:], " | ") + " |\n|---|---|--:|--:|--:|\n")
			continue
		}
		for _, text := range line {
			fmt.Fprintf(&b, "| %s ", markdown(text))
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
