package docx

import (
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
)

// The mark is in the paragraph of the number, on the first page too, and a tab takes the
// number to the middle of the text, which is 9355 wide.
func TestMark(t *testing.T) {
	t.Parallel()
	doc := rendertest.SmallDraft()
	first := readPart(t, doc, "word/header1.xml")
	others := readPart(t, doc, "word/header2.xml")
	for _, header := range []*node{first, others} {
		if n := len(header.all("p")); n != 1 {
			t.Errorf("%d paragraphs in a header push the text down", n)
		}
		if got := header.val("p/pPr/pStyle", "val"); got != "PageNumberMarked" {
			t.Errorf("style %q", got)
		}
		run := header.at("p/r")
		if run.text() != "DỰ THẢO" || run.val("rPr/rStyle", "val") != "DraftMarkText" {
			t.Errorf("%q in style %q", run.text(), run.val("rPr/rStyle", "val"))
		}
	}
	if first.at("p/fldSimple") != nil {
		t.Error("the first page has a number")
	}
	p := others.at("p")
	if len(p.Children) != 4 || p.Children[2].at("tab") == nil || p.val("fldSimple", "instr") != "PAGE" {
		t.Errorf("%v", p.Children)
	}
}

func TestMarkStyles(t *testing.T) {
	t.Parallel()
	styles := map[string]*node{}
	for _, style := range readPart(t, rendertest.SmallDraft(), "word/styles.xml").all("style") {
		styles[style.val("", "styleId")] = style
	}
	number := styles["PageNumberMarked"]
	if number.val("basedOn", "val") != "PageNumber" || number.val("pPr/jc", "val") != "left" {
		t.Errorf("%v", number)
	}
	if tab := number.at("pPr/tabs/tab"); tab.val("", "val") != "center" || tab.val("", "pos") != "4678" {
		t.Errorf("tab %v", tab)
	}
	mark := styles["DraftMarkText"]
	if mark.val("", "type") != "character" || mark.val("rPr/b", "val") != "true" || mark.val("rPr/sz", "val") != "28" {
		t.Errorf("%v", mark)
	}
	if mark.val("link", "val") != "DraftMark" || styles["DraftMark"].val("link", "val") != "DraftMarkText" {
		t.Error("the two styles of the mark are not one")
	}
}

// The mark changes nothing but the headers, the styles and the status.
func TestMarkMovesNothing(t *testing.T) {
	t.Parallel()
	_, plain := rendertest.Unzip(t, write(t, rendertest.Small()))
	_, marked := rendertest.Unzip(t, write(t, rendertest.SmallDraft()))
	for name, content := range marked {
		own := strings.HasPrefix(name, "word/header") || name == "word/styles.xml" || name == "docProps/core.xml"
		if same := content == plain[name]; same == own {
			t.Errorf("%s is the same: %v", name, same)
		}
	}
}
