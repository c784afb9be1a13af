package edit

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// oddForm has captions that are easily taken for something else.
const oddForm = `
mau = "la"
nhan = "Nhãn: một dòng"
kem_theo = ""
cot = [ { khoa = "chi_tieu", tieu_de = "Chỉ tiêu" }, { khoa = "so_lieu", tieu_de = "Số liệu", rong = 20 } ]
dong = [
  { ma = "a", ten = "-", loai = "de_muc" },
  { ma = "a.1", ten = ".", loai = "chu" },
  { ma = "a.2", ten = "–", don_vi = "%", loai = "chu" },
  { ma = "b", ten = "# x; y", don_vi = "1\n2", loai = "chu", so_gia_tri = 3 },
  { ma = "b.c", ten = "x", loai = "de_muc" },
  { ma = "b.c.d", ten = "xy", loai = "chu" },
]
quy_tac = [ { ten = "Q 1", muc = "loi", loai = "bao_cao" }, { ten = "so_lieu", muc = "loi", loai = "khong_trong" } ]
`

func testForms(t testing.TB) model.Forms {
	t.Helper()
	var own []*model.Form
	for name, text := range map[string]string{"bieu-mau-xa.toml": modeltest.RepositoryFile(t, "examples/bieu-mau-xa.toml"), "la.toml": oddForm, "nho.toml": modeltest.SmallForm} {
		form, findings := check.Reader(modeltest.AnyRune).ReadForm(diag.NewSource(name, []byte(text)))
		if form == nil {
			t.Fatal(findings)
		}
		own = append(own, form)
	}
	forms, findings := check.Reader(modeltest.AnyRune).ReadForms(own...)
	if forms == nil {
		t.Fatal(findings)
	}
	return forms
}

// said is what an annex says, without the places where it says so.
func said(a *model.Annex) map[string]string {
	r := a.Report
	all := map[string]string{"bao_cao": strings.Join([]string{r.Type, r.Number, r.Symbol, r.Date.String(), r.Issuer, r.Period.Title(r.Year)}, "|"), "mau": a.Form.ID}
	for id, f := range a.Figures {
		for _, v := range f.Values {
			all[id] += v.Written + "|"
		}
		all[id] += f.Note
	}
	for accepted, reason := range a.Accepted {
		all[accepted.Row+"|"+accepted.Rule] = reason.Text
	}
	return all
}

// comments are those of sound TOML, found without any parser of the program.
func comments(text string) []string {
	var found []string
	for text != "" {
		skip := 1
		switch {
		case strings.HasPrefix(text, `"""`), strings.HasPrefix(text, "'''"):
			for skip = 3; !strings.HasPrefix(text[skip:], text[:3]) || strings.HasPrefix(text[skip+1:], text[:3]); skip++ {
				if text[0] == '"' && text[skip] == '\\' {
					skip++
				}
			}
			skip += 3
		case text[0] == '"', text[0] == '\'':
			for skip = 1; text[skip] != text[0]; skip++ {
				if text[0] == '"' && text[skip] == '\\' {
					skip++
				}
			}
			skip++
		case text[0] == '#':
			if skip = strings.IndexByte(text, '\n'); skip < 0 {
				skip = len(text)
			}
			found = append(found, strings.Trim(text[1:skip], " \t\r"))
		}
		text = text[skip:]
	}
	return found
}

// formatted formats an annex and fails when that changes what it says, loses a comment or
// is not the last word.
func formatted(t *testing.T, a *model.Annex, forms model.Forms) string {
	t.Helper()
	out, findings := Format(a)
	if findings != nil {
		t.Fatal(findings)
	}
	again := reread(t, out, forms)
	if !maps.Equal(said(a), said(again)) {
		t.Fatalf("%q says %v, before it was %v", out, said(again), said(a))
	}
	if twice, _ := Format(again); !bytes.Equal(out, twice) {
		t.Fatalf("%q is formatted to %q", out, twice)
	}
	for _, c := range comments(string(a.Source.Text)) {
		c = norm.NFC.String(c)
		if !strings.Contains(string(out), c) && !slices.Contains(headingComments(a.Form), "# "+c) {
			t.Fatalf("%q lacks the comment %q", out, c)
		}
	}
	return string(out)
}

func reread(t *testing.T, text []byte, forms model.Forms) *model.Annex {
	t.Helper()
	a, findings := check.Reader(modeltest.AnyRune).ReadAnnex(diag.NewSource("a.toml", text), forms)
	if a == nil {
		t.Fatalf("%q: %s", text, findings[0].Message)
	}
	return a
}

func FuzzFormat(f *testing.F) {
	modeltest.Seed(f)
	forms := testForms(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		a, _ := check.Reader(modeltest.AnyRune).ReadAnnex(diag.NewSource("a.toml", text), forms)
		if a == nil {
			return
		}
		formatted(t, a, forms)
		if a.Report.Year == 9999 {
			return // the next period has no year
		}
		next := carried(t, a, forms)
		if out := formatted(t, next, forms); out != string(next.Source.Text) {
			t.Fatalf("%q is formatted to %q", next.Source.Text, out)
		}
	})
}

// carried is the annex of the next period, with the same figures.
func carried(t *testing.T, a *model.Annex, forms model.Forms) *model.Annex {
	t.Helper()
	text, findings := NextData(a, a.Form, true)
	if findings != nil {
		t.Fatal(findings)
	}
	next := reread(t, text, forms)
	was, is := said(a), said(next)
	for id := range next.Figures {
		if is[id] != was[id] {
			t.Fatalf("%s is %q, was %q", id, is[id], was[id])
		}
	}
	for id := range a.Figures {
		if _, ok := next.Figures[id]; !ok {
			t.Fatalf("%s is not carried over", id)
		}
	}
	if len(next.Accepted) > 0 {
		t.Fatalf("reasons are carried over: %v", next.Accepted)
	}
	return next
}
