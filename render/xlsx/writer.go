package xlsx

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"
)

// writer writes markup. Its error is kept until it is flushed.
type writer struct {
	*bufio.Writer
	styles  *styleSheet
	strings *sharedStrings
}

func newWriter(w io.Writer, styles *styleSheet, strings *sharedStrings) *writer {
	return &writer{bufio.NewWriterSize(w, 16<<10), styles, strings}
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(w.Writer, format, args...) }

// open begins the root of a part.
func (w *writer) open(root string, spaces ...string) {
	w.printf("%s<%s %s>", xml.Header, root, strings.Join(spaces, " "))
}

func (w *writer) close(root string) { w.printf("</%s>", root) }

// list writes an element that counts those in it; none if there are none.
func (w *writer) list(name string, n int, item func(i int)) {
	if n == 0 {
		return
	}
	w.printf(`<%s count="%d">`, name, n)
	for i := range n {
		item(i)
	}
	w.close(name)
}

// spelt is what Excel takes for a letter by its number, where it stands in a text.
var spelt = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`) })

// escaped is a text in markup.
func escaped(text string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(text))
	return b.String()
}

// text writes a text so that all of its blanks are kept.
func (w *writer) text(text string) {
	space := ""
	if strings.TrimSpace(text) != text || strings.Contains(text, "  ") {
		space = ` xml:space="preserve"`
	}
	w.printf(`<t%s>%s</t>`, space, escaped(spelt().ReplaceAllString(text, "_x005F_$1")))
}

// sharedStrings are the texts of the cells, each once.
type sharedStrings struct {
	texts  []Cell
	number map[string]int
	uses   int
}

// of is the number of the text of a cell.
func (s *sharedStrings) of(c Cell) int {
	var key strings.Builder
	for _, run := range c.Text {
		fmt.Fprintf(&key, "%q", run.Text)
		if run.Style != nil {
			fmt.Fprint(&key, run.Style.font())
		}
	}
	s.uses++
	n, ok := s.number[key.String()]
	if !ok {
		n = len(s.texts)
		s.number[key.String()] = n
		s.texts = append(s.texts, c)
	}
	return n
}

func (s *sharedStrings) write(w *writer) {
	w.open("sst", mainSpace, fmt.Sprintf(`count="%d" uniqueCount="%d"`, s.uses, len(s.texts)))
	for _, c := range s.texts {
		w.printf("<si>")
		w.runs(c)
		w.printf("</si>")
	}
	w.close("sst")
}

// runs writes the text of a cell: a run of it that is set like the cell says nothing of its font.
func (w *writer) runs(c Cell) {
	if len(c.Text) == 1 && c.Text[0].Style == nil {
		w.text(c.Text[0].Text)
		return
	}
	for _, run := range c.Text {
		w.printf("<r>")
		if run.Style != nil {
			w.printf("<rPr>")
			w.font(run.Style.font(), "rFont")
			w.printf("</rPr>")
		}
		w.text(run.Text)
		w.printf("</r>")
	}
}
