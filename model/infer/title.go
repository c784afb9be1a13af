package infer

import (
	"strings"
	"unicode"

	"phuluc2b/model/tabular"
)

// title is the lines above a table, by what they are.
type title struct {
	label, lines []string
	reference    string   // the line that cites the report
	unit         string   // "Đơn vị tính: người"
	rest         []string // lines of none of these
	found        bool     // a label stands there
}

var (
	labelLine   = tabular.Pattern(`^(?i:phụ lục|phụ biểu|biểu mẫu|mẫu biểu|biểu|mẫu|bảng)(?:\s+(?i:số))?\s*:?\s*(?:\d[\p{L}\d./-]*|[IVXLC]{1,6}(?:[.-]?\d*[A-Za-z]?)|[A-ZĐ]\d*)(?:\s*[.:–-]\s*(.*))?$`)
	bareLabel   = tabular.Pattern(`^(?i:phụ lục)(?:\s*(?i:số))?[\s.…_:]*$`)
	citation    = tabular.Pattern(`(?i)(?:^|[(\[\s])(?:ban hành kèm theo|kèm theo|đính kèm)\s`)
	unitLine    = tabular.Pattern(`(?i)^\(?\s*(?:đơn vị tính|đvt|đơn vị)\s*:\s*(.+?)\s*\)?$`)
	letterheads = tabular.Pattern(`(?i)^(?:cộng hòa xã hội|cộng hoà xã hội|độc lập|ủy ban|uỷ ban|ubnd|hđnd|đảng cộng sản|số\s*:|.*ngày.*tháng.*năm)`)
)

func isLabel(line string) bool {
	line = tabular.OneLine(line)
	return labelLine().MatchString(line) || bareLabel().MatchString(line)
}

func isCitation(line string) bool { return citation().MatchString(tabular.OneLine(line)) }

// heading is the lines of a document above an annex, behind the annex before it: paragraphs, the
// text of tables that lay out a page, and titles that stand in the annex's own table.
func (d Document) heading(a *Annex) []string {
	own := a.parts[0].grid
	from := 0
	if a.previous > 0 {
		for _, g := range d.Grids {
			if g.Ordinal == a.previous {
				from = g.After
			}
		}
	}
	to := max(min(own.After, len(d.Paragraphs)), min(from, len(d.Paragraphs)))
	var lines []string
	add := func(text string) {
		for line := range strings.SplitSeq(tabular.Clean(text), "\n") {
			if line = tabular.OneLine(line); line != "" {
				lines = append(lines, line)
			}
		}
	}
	next := min(from, to)
	for _, g := range d.Grids {
		if g.Ordinal >= own.Ordinal || g.Ordinal <= a.previous || g.Width() > tabular.MaxLayoutColumns || g.After < from || g.After > to {
			continue
		}
		for next < g.After {
			add(d.Paragraphs[next])
			next++
		}
		for _, row := range g.Cells {
			for _, text := range ownTexts(row) {
				add(text)
			}
		}
	}
	for ; next < to; next++ {
		add(d.Paragraphs[next])
	}
	for _, line := range d.aroundTable(own) {
		add(line)
	}
	for _, row := range own.Cells[:a.parts[0].top] {
		for _, text := range ownTexts(row) {
			add(text)
		}
	}
	return lines
}

// aroundTable is what stands above a table in the cell of another that holds it.
func (d Document) aroundTable(own tabular.Grid) []string {
	begin := strings.Join(rowTexts(own.Cells[0]), " ")
	for _, g := range d.Grids {
		if g.Ordinal < own.Ordinal || g.Depth != own.Depth-1 {
			continue
		}
		for _, row := range g.Cells {
			for _, text := range ownTexts(row) {
				lines := strings.Split(tabular.Clean(text), "\n")
				for i := range lines {
					if strings.HasPrefix(begin, tabular.OneLine(lines[i])) && strings.HasPrefix(tabular.OneLine(strings.Join(lines[i:], " ")), begin) {
						return lines[:i]
					}
				}
			}
		}
		break
	}
	return nil
}

// ownTexts are the texts of the cells that begin in a row.
func ownTexts(row []tabular.Cell) []string {
	var all []string
	for _, c := range row {
		if !c.Covered && !c.Above {
			all = append(all, c.Text)
		}
	}
	return all
}

// splitTitle tells the lines above a table apart. What stands before the label is none of the
// annex's; without a label, what stands before the last lines in capitals.
func splitTitle(lines []string) (t title, first int) {
	for first = len(lines) - 1; first >= 0 && !isLabel(lines[first]); first-- {
	}
	if t.found = first >= 0; !t.found {
		first = firstCapitals(lines)
	} else {
		for first > 0 && isLabel(lines[first-1]) {
			first--
		}
	}
	for i := first; i < len(lines); i++ {
		line := lines[i]
		switch {
		case isLabel(line) && len(t.lines) == 0 && t.reference == "":
			t.addLabel(line)
		case t.reference == "" && isCitation(line):
			t.reference = line
			for strings.HasPrefix(line, "(") && !strings.Contains(t.reference, ")") && i+1 < len(lines) && !unitLine().MatchString(lines[i+1]) {
				i++
				t.reference += " " + lines[i]
			}
		case unitLine().MatchString(line):
			t.unit = line
		case t.reference != "" && !allCapitals([]string{line}) || strings.Trim(line, " .…_-–*") == "":
			t.rest = append(t.rest, line)
		default:
			t.lines = append(t.lines, line)
		}
	}
	return t, first
}

// addLabel parts a title that stands on the line of the label.
func (t *title) addLabel(line string) {
	if parts := labelLine().FindStringSubmatchIndex(line); parts != nil && parts[2] >= 0 && parts[3] > parts[2] {
		t.label = append(t.label, strings.TrimRight(line[:parts[2]], " .:–-"))
		t.lines = append(t.lines, line[parts[2]:])
		return
	}
	t.label = append(t.label, line)
}

// firstCapitals is where the last run of lines in capitals begins, which are none of a letterhead;
// the end of the lines when there is none.
func firstCapitals(lines []string) int {
	isTitle := func(line string) bool {
		letters, upper := 0, 0
		for _, c := range line {
			if unicode.IsLetter(c) {
				letters++
				if unicode.IsUpper(c) {
					upper++
				}
			}
		}
		return letters > 3 && upper*10 >= letters*8 && !letterheads().MatchString(line)
	}
	last := len(lines) - 1
	for last >= 0 && !isTitle(lines[last]) {
		last--
	}
	if last < 0 {
		for i, line := range lines { // a citation alone is something
			if isCitation(line) {
				return i
			}
		}
		return len(lines)
	}
	for last > 0 && isTitle(lines[last-1]) {
		last--
	}
	return last
}
