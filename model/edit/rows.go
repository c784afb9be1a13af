package edit

import (
	"strings"

	"phuluc2b/model"
)

// rows writes [so_lieu]: the rows that the file has, in the order of the form, with the
// headings above them and a free line between the parts of the annex.
func (w *writer) rows(s *section) {
	width := 0
	for _, r := range w.form.Rows {
		width = max(width, len(rowKey(r.ID)))
	}
	groups := parents(s)
	part := ""
	for _, r := range w.form.Rows {
		e := s.entries[r.ID]
		if e == nil && (r.Kind != model.KindHeading || !groups[r.ID]) {
			continue
		}
		if name, _, _ := strings.Cut(r.ID, "."); name != part {
			part = name
			w.blank()
		}
		if e == nil {
			w.out = append(w.out, headingComment(r))
			continue
		}
		w.lines(trimGroups(e.above, w.headings))
		w.out = append(w.out, beside(pad(rowKey(r.ID), width)+" = "+e.written(), width+len(" = ")+valueWidth+1, rowRemark(r, e.behind)))
	}
}

// parents are the IDs of rows that some row of the file stands below, by position.
func parents(s *section) map[string]bool {
	groups := map[string]bool{}
	for id := range s.entries {
		for id = model.ParentOf(id); id != ""; id = model.ParentOf(id) {
			groups[id] = true
		}
	}
	return groups
}

// headingComment is the line that stands for a heading, which has no figure of its own.
func headingComment(r model.Row) string {
	return strings.TrimRight("# "+r.ID+". "+first(r.Label), " ")
}

// headingComments are those of the form. Where a file has one it is not a person's.
func headingComments(f *model.Form) []string {
	var lines []string
	for _, r := range f.Rows {
		if r.Kind == model.KindHeading {
			lines = append(lines, headingComment(r))
		}
	}
	return lines
}

// caption is a row's label and unit, as a comment says them.
func caption(r model.Row) string {
	if len(r.Unit) == 0 {
		return first(r.Label)
	}
	return strings.TrimSpace(first(r.Label) + " (" + strings.Join(r.Unit, "; ") + ")")
}

func first(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return lines[0]
}

// rowRemark is the comment behind a row: its caption, then a person's own words. A comment that
// is the beginning of the caption, as one without the unit, was the caption; one that begins
// with the caption stays as it is.
func rowRemark(r model.Row, behind []string) string {
	caption := caption(r)
	text := caption
	for _, c := range behind {
		switch c = words(c); {
		case strings.HasPrefix(caption, c):
		case text == caption && strings.HasPrefix(c, caption):
			text = c
		default:
			text += "; " + c
		}
	}
	return comment(text)
}

// remark is the comments behind something as one.
func remark(behind []string) string {
	var texts []string
	for _, c := range behind {
		if c = words(c); c != "" {
			texts = append(texts, c)
		}
	}
	return comment(strings.Join(texts, "; "))
}

// words is a comment without its sign.
func words(comment string) string { return strings.Trim(strings.TrimPrefix(comment, "#"), " \t") }

// comment is a line of text as a comment; "" for none.
func comment(text string) string {
	if text == "" {
		return ""
	}
	return "# " + text
}
