package workflow_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/fonts"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

const referenceFile = "templates/README.md"

// reference is the page that says how forms and data files are written: its sections by their
// headings, and its examples in order. The first two are whole, a form and its data; each of
// the others replaces keys and tables of one of these.
type reference struct {
	text     string
	sections map[string]string
	examples []string
}

func readReference(t *testing.T) reference {
	t.Helper()
	r := reference{text: string(repositoryFile(t, referenceFile)), sections: map[string]string{}}
	for _, section := range strings.Split(r.text, "\n## ")[1:] {
		heading, body, _ := strings.Cut(section, "\n")
		r.sections[heading] = body
	}
	for _, block := range strings.Split(r.text, "```toml\n")[1:] {
		example, _, _ := strings.Cut(block, "```")
		r.examples = append(r.examples, example)
	}
	return r
}

// statement is a key with its value, or a table with its keys.
type statement struct{ name, text string }

// statements cuts a TOML text. Lines that go on with a value are indented, or are a bracket.
func statements(text string) []statement {
	start := regexp.MustCompile(`^(?:\[(\w+)\]|(\w+)\s*=)`)
	var all []statement
	inTable := false
	for line := range strings.Lines(text) {
		if m := start.FindStringSubmatch(line); m != nil && (m[1] != "" || !inTable) {
			inTable = m[1] != ""
			all = append(all, statement{name: m[1] + m[2]})
		}
		if len(all) > 0 {
			all[len(all)-1].text += line
		}
	}
	return all
}

// completed is an example with what it lacks of a whole file.
func completed(whole, example string) string {
	own := statements(example)
	named := func(name string) func(statement) bool { return func(s statement) bool { return s.name == name } }
	text := ""
	for _, s := range statements(whole) {
		if i := slices.IndexFunc(own, named(s.name)); i >= 0 {
			s.text = own[i].text
			own = slices.Delete(own, i, i+1)
		}
		text += s.text + "\n"
	}
	for _, s := range own {
		text += s.text + "\n"
	}
	return text
}

func printed(findings diag.List) string {
	text := ""
	for _, f := range findings.Sorted() {
		text += fmt.Sprintf("%d: %s %s (%s)\n", f.Place.Position().Line, f.Rule, f.Message, f.Hint)
	}
	return text
}

// Every example of the reference can be read, checked and rendered as it stands there.
func TestReferenceExamples(t *testing.T) {
	r := readReference(t)
	form, data := r.examples[0], r.examples[1]
	for i, example := range r.examples {
		form, data := form, data
		if strings.Contains(example, "\ndon_vi = ") && !strings.HasPrefix(example, "[gop]") {
			t.Run(fmt.Sprint(i+1), func(t *testing.T) { runCollection(t, form, example) })
			continue
		}
		switch first := statements(example)[0].name; {
		case i < 2:
		case slices.Contains([]string{"bao_cao", "so_lieu", "chap_nhan", "gop"}, first):
			data = completed(data, example)
		default:
			form = completed(form, example)
			if slices.ContainsFunc(statements(example), func(s statement) bool { return s.name == "dong" }) {
				data = "" // it is of other rows
			}
		}
		t.Run(fmt.Sprint(i+1), func(t *testing.T) { runExample(t, form, data) })
	}
}

func runExample(t *testing.T, form, data string) {
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	src := diag.NewSource("bieu-mau.toml", []byte(form))
	work, findings := workflow.Open(family, src)
	if work == nil {
		t.Fatalf("%s%s", printed(findings), form)
	}
	annex, findings := work.Blank(src)
	if annex == nil {
		t.Fatal(printed(findings))
	}
	if data != "" {
		annex, findings = work.Check(diag.NewSource("so-lieu.toml", []byte(data)), nil)
		if annex == nil || findings.Count(diag.Error)+findings.Count(diag.Warning) > 0 {
			t.Fatalf("%s%s", printed(findings), data)
		}
	}
	if _, err := work.Render(annex, render.Formats(), render.Options{}, workflow.Comparison{}); err != nil {
		t.Error(err)
	}
}

func runCollection(t *testing.T, form, text string) {
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	work, faults := workflow.Open(family, diag.NewSource("bieu-mau.toml", []byte(form)))
	if work == nil {
		t.Fatal(printed(faults))
	}
	if c, findings := workflow.NewShelf(work, nil).Collection(diag.NewSource("tong-hop.toml", []byte(text))); c == nil {
		t.Fatal(printed(findings))
	}
}

// A form and a data file that have a key too many in each of their tables, and no value that
// is right. What is said of them lists all that there is.
const (
	strangeForm = `mau = "a"
nhan = "a"
zzzz = 1
tieu_de = ["{zzzz}"]
kem_theo = "{zzzz}"
dang_ngay = "zzzz"
kho_giay = "zzzz"
ky = ["zzzz"]
cot = [ { khoa = "zzzz", can = "zzzz", zzzz = 1 } ]
dong = [ { ma = "1", ten = "a", loai = "zzzz", zzzz = 1, gop = "zzzz" }, { ma = "2", ten = "a", loai = "ty_le", gop = { zzzz = 1 } } ]
viet_tat = { a = 1 }
quy_tac = [ { ten = "E1", muc = "zzzz", loai = "zzzz", zzzz = 1 } ]
`
	plainForm = `mau = "a"
nhan = "a"
cot = [ { khoa = "chi_tieu", tieu_de = "Chỉ tiêu" }, { khoa = "so_lieu", tieu_de = "Số liệu", rong = 20 } ]
dong = [ { ma = "1", ten = "a", loai = "so_dem" } ]
`
	strangeData = `mau = "a"
zzzz = 1
[bao_cao]
loai = "a"
ky_hieu = "a"
co_quan = "a"
ky = "zzzz"
nam = 2026
zzzz = 1
[so_lieu]
"1" = { so_lieu = 1, zzzz = 1 }
[gop]
don_vi = ["a"]
"1" = { zzzz = "1" }
`
	strangeCollection = `mau = "a"
don_vi = ["a"]
zzzz = 1
[bao_cao]
loai = "a"
ky_hieu = "a"
co_quan = "a"
ky = "nam"
nam = 2026
[so_lieu]
"1" = { so_lieu = 1, ly_do = "a", zzzz = 1 }
`
)

// The reference has every key that a form or a data file may have, every choice of a value and
// every place of a title, and shows each of them in an example.
func TestReferenceIsComplete(t *testing.T) {
	r := readReference(t)
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	reader := check.Reader(family.Has)
	_, findings := reader.ReadForm(diag.NewSource("a.toml", []byte(strangeForm)))
	work, faults := workflow.Open(family, diag.NewSource("a.toml", []byte(plainForm)))
	if work == nil {
		t.Fatal(printed(faults))
	}
	_, ofData := work.Read(diag.NewSource("b.toml", []byte(strangeData)))
	examples := strings.Join(r.examples, "")

	tables := map[string]string{"biểu mẫu ": "Biểu mẫu", "{…} này ": "Cột", "dòng 1 ": "Dòng", `gop của "2" `: "Gộp số liệu", "quy tắc E1 ": "Quy tắc",
		"đầu tệp ": "Tệp số liệu", "[bao_cao] ": "Báo cáo", `"1" `: "Số liệu", `gop của "1" `: "Số liệu đã gộp"}
	_, ofCollection := workflow.NewShelf(work, nil).Collection(diag.NewSource("c.toml", []byte(strangeCollection)))
	for _, f := range ofCollection {
		if keys, ok := strings.CutPrefix(f.Hint, "các khóa dùng được: "); ok {
			for key := range strings.SplitSeq(keys, ", ") {
				if !strings.Contains(r.sections["Tệp tổng hợp"], "| `"+key+"` |") {
					t.Errorf("%s: no key %s of a collection", referenceFile, key)
				}
			}
		}
	}
	if len(ofCollection) != 2 {
		t.Error(printed(ofCollection))
	}
	for _, f := range append(findings, ofData...) {
		if keys, ok := strings.CutPrefix(f.Hint, "các khóa dùng được: "); ok {
			for table, heading := range tables {
				if !strings.HasPrefix(f.Message, table) {
					continue
				}
				delete(tables, table)
				for key := range strings.SplitSeq(keys, ", ") {
					if !strings.Contains(r.sections[heading], "| `"+key+"` |") {
						t.Errorf("%s: section %q has no key %s", referenceFile, heading, key)
					}
					if !regexp.MustCompile(`(?m)\b` + key + `\b *=|^\[` + key + `\]`).MatchString(examples) {
						t.Errorf("%s: no example has the key %s", referenceFile, key)
					}
				}
			}
		}
		_, choices, ok := strings.Cut(f.Hint, "một trong: ")
		if _, places, found := strings.Cut(f.Hint, "chỗ điền dùng được: "); found {
			choices = places
		} else if !ok {
			continue
		}
		for choice := range strings.SplitSeq(choices, ", ") {
			if !strings.Contains(r.text, "`"+choice+"`") {
				t.Errorf("%s: %s is not in it: %s", referenceFile, choice, f.Message)
			}
			shown := choice // a place within a text
			if !strings.HasPrefix(choice, "{") {
				shown = `"` + choice + `"`
			}
			if !strings.Contains(examples, shown) {
				t.Errorf("%s: no example has %s: %s", referenceFile, choice, f.Message)
			}
		}
	}
	if len(tables) > 0 {
		t.Errorf("nothing was said of the keys of %v:\n%s", tables, printed(append(findings, ofData...)))
	}
	checkOwnRules(t, r, work)
}

// checkOwnRules asserts that the reference names the rules that hold for all forms.
func checkOwnRules(t *testing.T, r reference, work *workflow.Workspace) {
	text, err := work.Own.Schema()
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Definitions struct {
			Accepted struct{ Properties map[string]any } `json:"chap_nhan"`
		}
	}
	if err := json.Unmarshal(text, &schema); err != nil || len(schema.Definitions.Accepted.Properties) == 0 {
		t.Fatal(err, string(text))
	}
	for rule := range schema.Definitions.Accepted.Properties {
		if !strings.Contains(r.sections["Chấp nhận"], "`"+rule+"`") {
			t.Errorf("%s: section %q has no rule %s", referenceFile, "Chấp nhận", rule)
		}
	}
}
