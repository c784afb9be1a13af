package edit

import (
	"bytes"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
	"golang.org/x/text/unicode/norm"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// transcriber reads a manuscript from sound TOML.
type transcriber struct {
	parser  unstable.Parser
	script  *manuscript
	section *section // the one that was spoken of last
	said    *remarks // what a comment on the same line is about; nil at the top of the file
	pending []string // comment lines that wait for what stands below them, in groups
	end     int      // offset behind what was read last
}

// transcribe reads the manuscript of an annex's data file. Line ends become \n: a file with
// those of Windows is one that formatting changes.
func transcribe(a *model.Annex) (*manuscript, diag.List) {
	m := &manuscript{tables: map[string]*section{}}
	t := &transcriber{script: m, section: m.section("")}
	t.parser.KeepComments = true
	t.parser.Reset(bytes.ReplaceAll(a.Source.Text, []byte("\r\n"), []byte("\n")))
	t.file()
	var findings diag.List
	if t.parser.Error() != nil { // the parser that decodes found no fault
		findings.Faultf("toml", a.Source.At(0, 0), "viết lại chỗ khác thường theo lối đơn giản hơn", "không đọc được lời ghi trong tệp này")
	}
	return m, findings
}

func (t *transcriber) file() {
	var table []string
	for t.parser.NextExpression() {
		e := t.parser.Expression()
		switch e.Kind {
		case unstable.Comment:
			t.comment(e)
			continue
		case unstable.Table:
			table = t.open(nil, e.Key())
		case unstable.KeyValue:
			t.keyValue(table, e)
		}
		if c := e.Next(); c != nil {
			t.comment(c)
		}
	}
	t.foot()
}

// foot shares out the comments below the last key: those that no blank line parts from it
// belong to its table, the others to the file.
func (t *transcriber) foot() {
	i := slices.Index(append(t.pending, ""), "")
	t.section.tail = addGroups(t.section.tail, t.pending[:i])
	t.script.foot = addGroups(nil, t.pending[i:])
}

// open begins what a key below a table names, and returns its whole path.
func (t *transcriber) open(table []string, key unstable.Iterator) []string {
	path := slices.Clone(table)
	for key.Next() {
		raw := key.Node().Raw
		if len(path) == len(table) {
			t.breakGroup(int(raw.Offset))
		}
		path = append(path, string(key.Node().Data))
		t.end = int(raw.Offset + raw.Length)
	}
	if path[0] == "mau" {
		t.begin("", path)
	} else {
		t.begin(path[0], path[1:])
	}
	return path
}

// begin gives the comments that wait to what begins: a section, or a key of it. All that is
// above the first key, and above mau, is the head of the file. What a blank line parts from
// the name of a section belongs to the section before.
func (t *transcriber) begin(name string, key []string) {
	before, first := t.section, t.said == nil
	t.section = t.script.section(name)
	t.said = &t.section.remarks
	if len(key) > 0 {
		t.said = &t.section.entry(key[0]).remarks
	}
	switch {
	case first || name == "":
		t.script.head, t.pending = addGroups(t.script.head, t.pending), nil
	case len(key) == 0:
		i := lastGroup(t.pending)
		before.tail, t.pending = addGroups(before.tail, t.pending[:i]), t.pending[i:]
	}
	t.settle()
}

// settle gives the comments that wait to what began last.
func (t *transcriber) settle() {
	for _, line := range t.pending {
		if line != "" {
			t.said.above = append(t.said.above, line)
		}
	}
	t.pending = nil
}

// keyValue reads a key and its value. A table in braces is read like one with a name of its
// own, as far as the file has tables.
func (t *transcriber) keyValue(table []string, e *unstable.Node) {
	path := t.open(table, e.Key())
	if v := e.Value(); v.Kind == unstable.InlineTable {
		t.braces(path, v)
	} else {
		t.put(path, t.spelling(v))
		t.settle()
	}
	t.end = int(e.Raw.Offset + e.Raw.Length)
}

// braces reads what stands in the braces of a table.
func (t *transcriber) braces(path []string, v *unstable.Node) {
	for it := v.Children(); it.Next(); {
		if c := it.Node(); c.Kind == unstable.Comment {
			t.comment(c)
		} else {
			t.keyValue(path, c)
		}
	}
	if len(path) > 1 { // of a row
		t.settle()
		return
	}
	t.section.tail, t.pending = addGroups(t.section.tail, t.pending), nil
	t.said = &t.section.remarks
}

// put keeps a value under its path: table, key and, in a row's own table, part.
func (t *transcriber) put(path []string, value string) {
	e := t.section.entry(path[min(1, len(path)-1)])
	if len(path) > 2 {
		e.parts[path[2]] = value
	} else {
		e.value = value
	}
}

// spelling is a value as it is written, a list on one line.
func (t *transcriber) spelling(v *unstable.Node) string {
	if v.Kind != unstable.Array {
		t.end = int(v.Raw.Offset + v.Raw.Length)
		return composed(string(t.parser.Raw(v.Raw)))
	}
	var items []string
	for it := v.Children(); it.Next(); {
		if c := it.Node(); c.Kind == unstable.Comment {
			t.comment(c)
		} else {
			items = append(items, t.spelling(c))
		}
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// composed is text as NFC. Text with escapes stays as it is: a mark that follows \n must not
// join its n.
func composed(s string) string {
	if strings.Contains(s, `\`) {
		return s
	}
	return norm.NFC.String(s)
}

// comment keeps a comment and, inside of a value, those right after it, which the parser
// makes its children.
func (t *transcriber) comment(n *unstable.Node) {
	start := int(n.Raw.Offset)
	text := norm.NFC.String(strings.TrimRight(string(t.parser.Raw(n.Raw)), " \t"))
	if t.said != nil && t.lines(start) == 0 {
		t.said.behind = append(t.said.behind, text)
	} else {
		t.breakGroup(start)
		t.pending = append(t.pending, text)
	}
	t.end = start + int(n.Raw.Length)
	for it := n.Children(); it.Next(); {
		t.comment(it.Node())
	}
}

// breakGroup notes a blank line before what comes next.
func (t *transcriber) breakGroup(next int) {
	if t.lines(next) > 1 {
		t.pending = append(t.pending, "")
	}
}

// lines counts the line ends between what was read last and an offset.
func (t *transcriber) lines(to int) int {
	return bytes.Count(t.parser.Data()[min(t.end, to):to], []byte("\n"))
}
