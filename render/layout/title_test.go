package layout

import (
	"strings"
	"testing"

	"phuluc2b/fonts"
	"phuluc2b/model"
)

// Titles and references of any length: no last line of one word, the same words, and no more
// lines than before.
func TestNoLastWordAlone(t *testing.T) {
	t.Parallel()
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	for _, style := range []*Style{{Size: titleSize, Bold: true}, {Size: referenceSize, Italic: true}} {
		for n := range 60 {
			text := "(Kèm theo báo cáo số 476/BC-UBND ngày 02/12/2021 của UBND " + strings.Repeat("huyện ", n) + "Hương Kim)"
			plain := Paragraph{style, text}
			p := plain.withoutOrphan(family, Millimetres(165))
			lines := p.Lines(family, Millimetres(165))
			if last := Searchable(lines[len(lines)-1]); len(lines) > 1 && !strings.Contains(last, " ") {
				t.Errorf("%d: last line %q", n, last)
			}
			if before := plain.Lines(family, Millimetres(165)); len(before) != len(lines) || Searchable(p.Text) != text {
				t.Errorf("%d: %q", n, p.Text)
			}
			if p.Text != text {
				kept++
			}
		}
	}
	if kept == 0 {
		t.Error("no last word was alone")
	}
	for _, text := range []string{"", "  ", "một", strings.Repeat("Ộ", 200), "một " + strings.Repeat("Ộ", 200), "hai  ba "} {
		p := Paragraph{&Style{Size: titleSize}, text}
		if got := p.withoutOrphan(family, Millimetres(165)); got != p {
			t.Errorf("%.40q becomes %.40q", text, got.Text)
		}
	}
}

func TestPieces(t *testing.T) {
	t.Parallel()
	doc := &Document{Abbreviations: []Abbreviation{{"TT", "thông tư"}, {"TTHC", "thủ tục hành chính"}, {"QĐ-TTg", "quyết định của Thủ tướng"}}}
	for text, want := range map[string]string{
		"":                         "",
		"TTHC":                     "<TTHC>",
		"Số TTHC cấp xã":           "Số |<TTHC>| cấp xã",
		"TTHCC, ATTHC, tthc, TTHC": "TTHCC, ATTHC, tthc, |<TTHC>",
		"(TTHC;TT) 19/QĐ-TTg":      "(|<TTHC>|;|<TT>|) 19/|<QĐ-TTg>",
		"TT1 TTgđ ĐTT":             "",
	} {
		var got []string
		for _, piece := range doc.Pieces(text) {
			if piece.Long != "" {
				piece.Text = "<" + piece.Text + ">"
			}
			got = append(got, piece.Text)
		}
		if got := strings.Join(got, "|"); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// A head that takes more than half of a page is not repeated; the title of a document has no
// doubled blanks.
func TestTallHead(t *testing.T) {
	t.Parallel()
	for lines, once := range map[int]bool{1: false, 20: false, 25: true, 90: true} {
		annex := read(t, "seeds/huong-khe-2021.toml")
		form := *annex.Form
		annex.Form = &form
		form.Columns = append([]model.Column{}, form.Columns...)
		form.Columns[1].Head = strings.Split(strings.Repeat("Chỉ tiêu\n", lines), "\n")[:lines]
		form.Title = []string{"THỐNG  KÊ", "", "{ky}"}
		doc := New(annex, serif(t), Options{})
		if grid := doc.Blocks[len(doc.Blocks)-1].(*Grid); grid.HeadOnce != once {
			t.Errorf("%d lines: once %v", lines, grid.HeadOnce)
		}
		if doc.Meta.Title != "Phụ lục 2B THỐNG KÊ NĂM 2021" {
			t.Errorf("%q", doc.Meta.Title)
		}
	}
}

// A draft says so in its title.
func TestTitleOfADraft(t *testing.T) {
	t.Parallel()
	doc := New(read(t, "seeds/huong-khe-2021.toml"), serif(t), Options{Draft: true})
	if !strings.HasPrefix(doc.Meta.Title, "DỰ THẢO – Phụ lục 2B THỐNG KÊ") {
		t.Errorf("%q", doc.Meta.Title)
	}
}
