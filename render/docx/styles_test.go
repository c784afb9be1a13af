package docx

import (
	"slices"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

func annexStyle(t testing.TB, id string) *node {
	t.Helper()
	for _, style := range readPart(t, rendertest.Small(), "word/styles.xml").all("style") {
		if style.val("", "styleId") == id {
			return style
		}
	}
	t.Fatalf("no style %s", id)
	return nil
}

func TestParagraphStyles(t *testing.T) {
	t.Parallel()
	type look struct{ name, base, size, bold, italic, align, before, after, level string }
	for id, want := range map[string]look{
		"Heading1":      {"heading 1", "Normal", "", "", "", "", "", "", "0"},
		"Normal":        {"Normal", "", "26", "false", "false", "left", "0", "0", ""},
		"AnnexTitle":    {"Phụ lục – Tên", "Heading1", "28", "true", "false", "center", "0", "0", "0"},
		"AnnexCitation": {"Phụ lục – Kèm theo", "Normal", "28", "false", "true", "center", "0", "60", ""},
		"PageNumber":    {"Phụ lục – Số trang", "Normal", "27", "false", "false", "center", "0", "0", ""},
		"Right":         {"Bảng – Phải", "Normal", "23", "false", "false", "right", "0", "0", ""},
		"Text":          {"Bảng – Chữ", "Normal", "24", "false", "false", "left", "40", "40", ""},
	} {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			s := annexStyle(t, id)
			got := look{
				s.val("name", "val"), s.val("basedOn", "val"), s.val("rPr/sz", "val"), s.val("rPr/b", "val"), s.val("rPr/i", "val"),
				s.val("pPr/jc", "val"), s.val("pPr/spacing", "before"), s.val("pPr/spacing", "after"), s.val("pPr/outlineLvl", "val"),
			}
			if got != want {
				t.Errorf("%s: %v, want %v", id, got, want)
			}
			if isDefault := s.val("", "default") == "true"; isDefault != (id == "Normal") {
				t.Errorf("%s is the default: %v", id, isDefault)
			}
		})
	}
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	run := readPart(t, rendertest.Small(), "word/styles.xml").at("docDefaults/rPrDefault/rPr")
	for _, script := range []string{"ascii", "hAnsi", "cs", "eastAsia"} {
		t.Run(script, func(t *testing.T) {
			if got := run.val("rFonts", script); got != "Times New Roman" {
				t.Errorf("font for %s: %q", script, got)
			}
		})
	}
	if got := run.val("lang", "val"); got != "vi-VN" {
		t.Errorf("language %q", got)
	}
	if got := run.val("sz", "val"); got != "26" {
		t.Errorf("size %q", got)
	}
}

// All formatting is in styles: a paragraph names its style and at most keeps with the next,
// and a run at most names its style.
func TestTextIsNotFormatted(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"word/document.xml", "word/header1.xml", "word/header2.xml"} {
		t.Run(part, func(t *testing.T) {
			t.Parallel()
			root := readPart(t, rendertest.SmallDraft(), part)
			for _, run := range root.all("rPr") {
				if len(run.Children) != 1 || run.at("rStyle") == nil {
					t.Errorf("%s: a run is formatted", part)
				}
			}
			for _, p := range root.all("p") {
				for _, property := range p.at("pPr").Children {
					if name := property.XMLName.Local; name != "pStyle" && name != "keepNext" {
						t.Errorf("%s: %s of %q", part, name, p.text())
					}
				}
			}
			if borders := root.all("tcBorders"); len(borders) > 0 {
				t.Errorf("%s: %d cells have borders of their own", part, len(borders))
			}
		})
	}
}

// A style that is used is defined, once.
func TestStylesAreDefined(t *testing.T) {
	t.Parallel()
	doc := rendertest.SmallDraft()
	styles := readPart(t, doc, "word/styles.xml")
	defined := map[string]int{}
	for _, style := range styles.all("style") {
		defined[style.val("", "styleId")]++
	}
	used := slices.Concat(styles.all("basedOn"), styles.all("next"), styles.all("link"))
	for _, part := range []string{"word/document.xml", "word/header1.xml", "word/header2.xml"} {
		root := readPart(t, doc, part)
		used = slices.Concat(used, root.all("pStyle"), root.all("rStyle"), root.all("tblStyle"))
	}
	for _, use := range used {
		if id := use.val("", "val"); defined[id] != 1 {
			t.Errorf("style %s is defined %d times", id, defined[id])
		}
	}
}

func TestGridStyle(t *testing.T) {
	t.Parallel()
	s := annexStyle(t, "Grid1")
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		t.Run(side, func(t *testing.T) {
			line := s.at("tblPr/tblBorders/" + side)
			if line.val("", "val") != "single" || line.val("", "sz") != "4" { // eighths of a point
				t.Errorf("%s: %v", side, line)
			}
		})
	}
	if l, r := s.val("tblPr/tblCellMar/left", "w"), s.val("tblPr/tblCellMar/right", "w"); l != "85" || r != "85" {
		t.Errorf("margins %s and %s, want 85", l, r)
	}
	if base := s.val("basedOn", "val"); base != "TableNormal" {
		t.Errorf("based on %q", base)
	}
}

func TestRuleStyle(t *testing.T) {
	t.Parallel()
	s := annexStyle(t, "Rule1")
	got := []string{
		s.val("pPr/pBdr/top", "sz"), s.val("pPr/ind", "left"), s.val("pPr/ind", "right"),
		s.val("pPr/spacing", "before"), s.val("pPr/spacing", "after"), s.val("pPr/spacing", "lineRule"),
	}
	// The text is 9355 wide: 3677 + 2000 + 3678.
	if want := []string{"6", "3677", "3678", "40", "180", "exact"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEachRuleAndGridHasItsStyle(t *testing.T) {
	t.Parallel()
	doc := rendertest.Small()
	doc.Blocks = append(doc.Blocks, layout.Rule{Width: 1000, Weight: 10}, doc.Blocks[4])
	var ids []string
	for _, style := range readPart(t, doc, "word/styles.xml").all("style")[len(doc.Styles):] {
		ids = append(ids, style.val("", "styleId"))
	}
	if want := []string{"Heading1", "TableNormal", "AfterGrid", "Rule1", "Grid1", "Rule2", "Grid2"}; !slices.Equal(ids, want) {
		t.Errorf("%q, want %q", ids, want)
	}
}
