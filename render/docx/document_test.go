package docx

import (
	"maps"
	"slices"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

func TestBlocksInOrder(t *testing.T) {
	t.Parallel()
	var got [][2]string
	body := readPart(t, rendertest.Small(), "word/document.xml").at("body")
	for i := range body.Children {
		if b := &body.Children[i]; b.XMLName.Local == "p" {
			got = append(got, [2]string{b.val("pPr/pStyle", "val"), b.text()})
		} else {
			got = append(got, [2]string{b.XMLName.Local})
		}
	}
	want := [][2]string{
		{"AnnexTitle", "Phụ lục 2B"},
		{"AnnexTitle", "CẢI CÁCH HÀNH CHÍNH NĂM 2021"},
		{"AnnexCitation", rendertest.Citation},
		{"Rule1", ""},
		{"tbl"},
		{"AfterGrid", ""},
		{"sectPr"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// The library's own start is "strict", which has other namespaces.
func TestConformance(t *testing.T) {
	t.Parallel()
	if got := readPart(t, rendertest.Small(), "word/document.xml").val("", "conformance"); got != "transitional" {
		t.Errorf("conformance %q", got)
	}
}

func TestSpacesArePreserved(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		want string
	}{
		{"Nhiệm vụ", ""},
		{"a  b", "preserve"},
		{" a", "preserve"},
		{"a ", "preserve"},
	} {
		t.Run(test.text, func(t *testing.T) {
			t.Parallel()
			doc := rendertest.Small()
			doc.Blocks[0] = layout.Paragraph{Style: doc.Styles[0], Text: test.text}
			run := readPart(t, doc, "word/document.xml").at("body/p/r/t")
			if got := run.val("", "space"); got != test.want || run.Text != test.text {
				t.Errorf("%q: %q with space=%q, want %q", test.text, run.Text, got, test.want)
			}
		})
	}
}

// Printers turn the paper when the file says so, not by its sides alone.
func TestTurnedPaper(t *testing.T) {
	t.Parallel()
	doc := rendertest.Small()
	if got := readPart(t, doc, "word/document.xml").val("body/sectPr/pgSz", "orient"); got != "" {
		t.Errorf("upright paper: %q", got)
	}
	doc.Page.Width, doc.Page.Height = doc.Page.Height, doc.Page.Width
	section := readPart(t, doc, "word/document.xml").at("body/sectPr/pgSz")
	if w, h, orient := section.val("", "w"), section.val("", "h"), section.val("", "orient"); w != "16838" || h != "11906" || orient != "landscape" {
		t.Errorf("%s × %s, %q", w, h, orient)
	}
}

func TestSection(t *testing.T) {
	t.Parallel()
	section := readPart(t, rendertest.Small(), "word/document.xml").at("body/sectPr")
	for _, test := range []struct{ path, attribute, want string }{
		{"pgSz", "w", "11906"},
		{"pgSz", "h", "16838"},
		{"pgMar", "top", "1134"},
		{"pgMar", "right", "850"},
		{"pgMar", "bottom", "1134"},
		{"pgMar", "left", "1701"},
		{"pgMar", "header", "567"},
		{"pgNumType", "start", "1"},
	} {
		t.Run(test.path+" "+test.attribute, func(t *testing.T) {
			if got := section.val(test.path, test.attribute); got != test.want {
				t.Errorf("%s %s: %q, want %q", test.path, test.attribute, got, test.want)
			}
		})
	}
	if section.at("titlePg") == nil {
		t.Error("the first page has the header of the others")
	}
}

// The header of the first page is empty, that of the others is the page number.
func TestHeaders(t *testing.T) {
	t.Parallel()
	targets := map[string]string{}
	for _, link := range readPart(t, rendertest.Small(), "word/_rels/document.xml.rels").all("Relationship") {
		targets[link.val("", "Id")] = link.val("", "Target")
	}
	fields := map[string]string{}
	for _, use := range readPart(t, rendertest.Small(), "word/document.xml").all("headerReference") {
		header := readPart(t, rendertest.Small(), "word/"+targets[use.val("", "id")])
		fields[use.val("", "type")] = header.val("p/fldSimple", "instr")
		if style := header.val("p/pPr/pStyle", "val"); style != "PageNumber" {
			t.Errorf("a header in style %q", style)
		}
	}
	if want := map[string]string{"first": "", "default": "PAGE"}; !maps.Equal(fields, want) {
		t.Errorf("%q, want %q", fields, want)
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	settings := readPart(t, rendertest.Small(), "word/settings.xml")
	modes := map[string]string{}
	for _, s := range settings.all("compatSetting") {
		modes[s.val("", "name")] = s.val("", "val")
	}
	if modes["compatibilityMode"] != "15" {
		t.Errorf("compatibility mode %q", modes["compatibilityMode"])
	}
	if got := settings.val("themeFontLang", "val"); got != "vi-VN" {
		t.Errorf("language %q", got)
	}
	if settings.at("updateFields") != nil {
		t.Error("Word asks whether to update fields")
	}
}
