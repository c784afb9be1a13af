package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/fonts"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/object"
)

// A face has the name of a subset, the same in all three places.
func TestFontNames(t *testing.T) {
	t.Parallel()
	o := open(t, write(t, rendertest.Filled(10)))
	var names []string
	for _, v := range o.dict(o.dict(o.pages()[0])["Resources"])["Font"].(object.Dict) {
		font := o.dict(v)
		cid := o.dict(font["DescendantFonts"].(object.Array)[0])
		descriptor := o.dict(cid["FontDescriptor"])
		base, _ := font["BaseFont"].(object.Name)
		if cid["BaseFont"] != base || descriptor["FontName"] != base {
			t.Errorf("%v, %v and %v", base, cid["BaseFont"], descriptor["FontName"])
		}
		tag, face, _ := strings.Cut(string(base), "+")
		if len(tag) != 6 || strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			t.Errorf("%v", base)
		}
		names = append(names, face)
	}
	family := rendertest.Serif(t)
	want := []string{family.Regular.Name, family.Bold.Name, family.Italic.Name}
	slices.Sort(names)
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

// Every way into the file refuses what a font has no code for, and what XML or the
// face cannot carry: the file would not be what it claims to be.
func TestTextThatCannotBeDrawn(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"😀", "Ph\xE1", "a\x00b", "\uFFFF"} {
		for name, put := range map[string]func(*rendertest.Annex){
			"cell":      func(a *rendertest.Annex) { a.AddRow(text) },
			"paragraph": func(a *rendertest.Annex) { a.Blocks = append(a.Blocks, layout.Paragraph{Style: a.Text, Text: text}) },
			"bookmark":  func(a *rendertest.Annex) { a.AddRow().Bookmark = text },
			"title":     func(a *rendertest.Annex) { a.Meta.Title = text },
			"author":    func(a *rendertest.Annex) { a.Meta.Author = text },
			"subject":   func(a *rendertest.Annex) { a.Meta.Subject = text },
		} {
			t.Run(fmt.Sprintf("%+q as %s", text, name), func(t *testing.T) {
				t.Parallel()
				a := rendertest.NewAnnex()
				put(a)
				var file bytes.Buffer
				if _, err := Write(&file, a.Document, rendertest.Serif(t)); err == nil || file.Len() > 0 {
					t.Errorf("%q as %s: error %v, %d bytes", text, name, err, file.Len())
				}
			})
		}
	}
	for _, text := range []string{"漢", "\u0A0D", "\uE000", "\uFEFF", "\u200B"} {
		t.Run(fmt.Sprintf("%+q", text), func(t *testing.T) {
			t.Parallel()
			a := rendertest.NewAnnex()
			a.AddRow(text)
			if _, err := Write(new(bytes.Buffer), a.Document, rendertest.Serif(t)); err == nil {
				t.Errorf("%q is drawn", text)
			}
		})
	}
}

// Letters whose codes hold the bytes of brackets, backslash and line ends.
func TestLettersThatLookLikeSyntax(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.AddRow("", "čĊĨĩŜ()\\", "(\\)", strings.Repeat("\u00a0", 3), "℅Ω")
	tagged(t, a)
}

const vietnamese = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ" +
	"AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬBCDĐEÉÈẺẼẸÊẾỀỂỄỆGHIÍÌỈĨỊKLMNOÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢPQRSTUÚÙỦŨỤƯỨỪỬỮỰVXYÝỲỶỸỴ" +
	"0123456789 .,;:!?%()[]/\\-–—…“”‘’*+=<>≤≥₫²³\u00a0"

// Every letter comes back in every style, with a glyph of the width that the file says.
func TestEveryLetterInEveryStyle(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	for i := range 4 {
		style := *a.Text
		style.Bold, style.Italic = i&1 > 0, i&2 > 0
		cell := a.AddRow("", vietnamese).Cells[1]
		cell.Paragraphs[0].Style = &style
	}
	tagged(t, a)
}

func TestDamagedFont(t *testing.T) {
	t.Parallel()
	for _, size := range []int{0, 100, 100_000} {
		t.Run(fmt.Sprint(size, " bytes"), func(t *testing.T) {
			t.Parallel()
			family := rendertest.Serif(t)
			damaged := *family.Bold
			damaged.Data = damaged.Data[:size:size]
			family.Bold = &damaged
			var file bytes.Buffer
			if _, err := Write(&file, rendertest.NewAnnex().Document, family); err == nil || file.Len() > 0 {
				t.Errorf("cut to %d bytes: error %v, %d bytes", size, err, file.Len())
			}
		})
	}
}

// Faces are told apart even if an office names them alike.
func TestFacesOfOneName(t *testing.T) {
	t.Parallel()
	family := rendertest.Serif(t)
	for _, face := range []**fonts.Face{&family.Regular, &family.Bold, &family.Italic} {
		same := **face
		same.Name = "Ofis Sérif"
		*face = &same
	}
	var file bytes.Buffer
	if _, err := Write(&file, rendertest.Filled(5).Document, family); err != nil {
		t.Fatal(err)
	}
	if text := open(t, file.Bytes()).structure().whole(); !strings.Contains(text, "Thống kê thủ tục hành chính") {
		t.Errorf("%q", text)
	}
}
