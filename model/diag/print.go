package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Printer shows findings to a person.
type Printer struct {
	Color bool
	Width int // columns of the terminal
}

const (
	ansiBold   = "1"
	ansiRed    = "1;31"
	ansiYellow = "1;33"
	ansiCyan   = "36"
)

// Print writes a finding: place, severity, rule and fact on one line, the source line with
// the place marked, the places that take part, and what to type instead, or why it is
// accepted. All that comes from files is made Visible.
func (p Printer) Print(w io.Writer, f Finding) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s: %s\n",
		p.paint(ansiBold, f.Place.named()),
		p.paint(f.color(), Visible(fmt.Sprintf("%s[%s]", f.label(), f.Rule))), Visible(f.Message))
	p.snippet(&b, f)
	if f.Accepted != "" {
		p.paragraph(&b, "lý do: ", f.Accepted)
	} else {
		p.paragraph(&b, "liên quan: ", f.relations())
		p.paragraph(&b, "gợi ý: ", f.Hint)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// label is how a person reads the severity: "lỗi" is a fault alone, for a broken rule stops
// nothing.
func (f Finding) label() string {
	switch {
	case f.Accepted != "":
		return "đã chấp nhận"
	case f.Severity == Warning:
		return "cảnh báo"
	case f.Severity == Error:
		return "trái quy tắc"
	}
	return "lỗi"
}

func (f Finding) color() string {
	switch {
	case f.Accepted != "":
		return ansiCyan
	case f.Severity == Warning:
		return ansiYellow
	}
	return ansiRed
}

// relations names the places that take part.
func (f Finding) relations() string {
	var places []string
	for _, r := range f.Related[:min(len(f.Related), mostRelated)] {
		places = append(places, Shorten(r.Message, mostQuoted)+" ở "+r.Place.where(f.Place.Source))
	}
	if more := len(f.Related) - len(places); more > 0 {
		places = append(places, fmt.Sprintf("… và %d chỗ khác", more))
	}
	return strings.Join(places, "; ")
}

// named is the place as a person finds it: file, line and column, or the row of a document's
// table.
func (p Place) named() string {
	at := p.Position()
	if cell := p.Cell(); cell != "" {
		return fmt.Sprintf("%s: %s, ô %s", Visible(p.Source.Name), Visible(p.Source.Part), cell)
	}
	if p.Source.Part != "" {
		return fmt.Sprintf("%s: %s, dòng %d", Visible(p.Source.Name), Visible(p.Source.Part), at.Line)
	}
	return fmt.Sprintf("%s:%d:%d", Visible(p.Source.Name), at.Line, at.Column)
}

// where names the place for a reader who is looking at another one.
func (p Place) where(from *Source) string {
	line := fmt.Sprintf("dòng %d", p.Position().Line)
	if cell := p.Cell(); cell != "" {
		line = "ô " + cell
	}
	if p.Source != from {
		return line + " của " + p.Source.Name
	}
	return line
}

func (p Printer) paint(color, s string) string {
	if !p.Color {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

// snippet writes the source line and marks the place under it by display width. A long line
// is cut to what fits around the place.
func (p Printer) snippet(b *strings.Builder, f Finding) {
	at := f.Place.Position()
	line := f.Place.Source.Line(at.Line)
	gutter := fmt.Sprintf("%5s | ", f.Place.Source.number(at.Line))
	lineStart := f.Place.Source.Start(at.Line)
	start := min(f.Place.Start-lineStart, len(line))
	end := min(f.Place.End-lineStart, len(line))

	room := max(p.Width-len(gutter), 20)
	far := 16 * room // bytes that no terminal line shows
	from := max(0, start-far)
	for from > 0 && from < start && !utf8.RuneStart(line[from]) {
		from++
	}
	before, marked, after := visible(line[from:start]), visible(line[start:min(end, start+far)]), visible(line[end:min(end+far, len(line))])
	if Width(before)+Width(marked)+Width(after) > room {
		marked = head(marked, room/2)
		before = tail(before, room/3)
		after = head(after, room-Width(before)-Width(marked))
	}
	if strings.TrimSpace(before+marked+after) == "" {
		return
	}
	fmt.Fprintf(b, "%s%s\n", p.paint(ansiCyan, gutter), before+marked+after)
	fmt.Fprintf(b, "%s%s%s\n", p.paint(ansiCyan, "      | "), strings.Repeat(" ", Width(before)),
		p.paint(f.color(), strings.Repeat("^", max(1, Width(marked)))))
}

// visible is a part of a source line as a terminal may show it, tabs as spaces.
func visible(part []byte) string {
	return Visible(strings.ReplaceAll(string(part), "\t", strings.Repeat(" ", tabStop)))
}

// head is the beginning of s, at most width columns with its mark of omission.
func head(s string, width int) string {
	if Width(s) <= width {
		return s
	}
	used := 1
	for i, r := range s {
		if used += runeWidth(r); used > width {
			return s[:i] + "…"
		}
	}
	return s
}

// tail is the end of s, at most width columns with its mark of omission.
func tail(s string, width int) string {
	if Width(s) <= width {
		return s
	}
	skip := Width(s) - width + 1
	for i, r := range s {
		if skip <= 0 {
			return "…" + s[i:]
		}
		skip -= runeWidth(r)
	}
	return "…"
}

// paragraph writes text, if there is any, under the snippet, wrapped to the terminal behind
// its label.
func (p Printer) paragraph(b *strings.Builder, label, text string) {
	if text == "" {
		return
	}
	indent := 6 + 2
	b.WriteString("      " + p.paint(ansiCyan, "= ") + label)
	column := indent + Width(label)
	for i, word := range strings.Fields(Visible(text)) {
		if i > 0 && column+1+Width(word) > p.Width {
			b.WriteString("\n" + strings.Repeat(" ", indent+Width(label)))
			column = indent + Width(label)
		} else if i > 0 {
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += Width(word)
	}
	b.WriteByte('\n')
}
