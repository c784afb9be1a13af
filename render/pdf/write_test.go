package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"phuluc2b/fonts"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/object"
)

func write(t testing.TB, a *rendertest.Annex) []byte {
	t.Helper()
	var file bytes.Buffer
	pages, err := Write(&file, a.Document, rendertest.Serif(t))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(open(t, file.Bytes()).pages()); n != pages {
		t.Errorf("%d pages, said to be %d", n, pages)
	}
	return file.Bytes()
}

func TestSameDocumentSameBytes(t *testing.T) {
	want := write(t, rendertest.Filled(140))
	for range 5 {
		if !bytes.Equal(write(t, rendertest.Filled(140)), want) {
			t.Fatal("two runs differ")
		}
	}
}

func TestDocumentsInParallel(t *testing.T) {
	family := rendertest.Serif(t)
	var files [4]bytes.Buffer
	var all sync.WaitGroup
	for i := range files {
		all.Go(func() { Write(&files[i], rendertest.Filled(60).Document, family) })
	}
	all.Wait()
	for i := range files {
		if want := write(t, rendertest.Filled(60)); !bytes.Equal(files[i].Bytes(), want) {
			t.Errorf("%d bytes, alone %d", files[i].Len(), len(want))
		}
	}
}

func TestFile(t *testing.T) {
	a := rendertest.Filled(140)
	file := write(t, a)
	if !bytes.HasPrefix(file, []byte(header)) {
		t.Errorf("begins with %.20q", file)
	}
	if len(file) > 100_000 {
		t.Errorf("%d bytes", len(file))
	}
	o := open(t, file)
	catalog := o.catalog()
	for key, want := range map[object.Name]string{
		"Lang": "vi-VN", "PageMode": "/UseOutlines", "MarkInfo": "map[/Marked:true]",
		"ViewerPreferences": "map[/DisplayDocTitle:true]", "AF": "<nil>", "Names": "<nil>",
	} {
		if got := fmt.Sprint(catalog[key]); got != want {
			t.Errorf("/%s is %s, want %s", key, got, want)
		}
	}
	for _, v := range o.pages() {
		page := o.dict(v)
		for _, box := range []object.Name{"MediaBox", "CropBox", "TrimBox"} {
			if got := fmt.Sprint(page[box]); got != "[0 0 598.5 846.45]" {
				t.Errorf("/%s is %s", box, got)
			}
		}
		if page["Tabs"] != object.Name("S") || page["Group"] != nil {
			t.Errorf("%v", page)
		}
	}
	for resource, font := range o.fonts(o.dict(o.pages()[0])) {
		if bytes.Contains(bytes.ToLower(font.program), []byte("bolditalic")) {
			t.Errorf("%v is a face that no text is set in", resource)
		}
	}
}

// A face is named as what it is, cut down: in all three places alike.
func TestFontNames(t *testing.T) {
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

// The outline is the marks of the pages.
func TestOutline(t *testing.T) {
	p := onPages(t, rendertest.Filled(60))
	o := open(t, write(t, p.Annex))
	root := o.dict(o.catalog()["Outlines"])
	count := 0
	var previous any
	next := root["First"]
	for n, page := range p.pages {
		for _, mark := range page.Marks {
			item := o.dict(next)
			want := fmt.Sprintf("[%v /XYZ 0 %s <nil>]", o.pages()[n], strings.TrimRight(strings.TrimRight(number(p.Page.Height-mark.Y), "0"), "."))
			if object.Decode(item["Title"].(string)) != mark.Text || item["Parent"] != o.catalog()["Outlines"] ||
				item["Prev"] != previous || fmt.Sprint(item["Dest"]) != want {
				t.Errorf("%q: %v, want %s", mark.Text, item, want)
			}
			previous, next = next, item["Next"]
			count++
		}
	}
	if next != nil || root["Last"] != previous || root["Count"] != count {
		t.Errorf("%v after %d of %v", next, count, root)
	}
}

func TestNoClock(t *testing.T) {
	a := rendertest.Filled(1)
	a.Meta.Date = time.Time{}
	o := open(t, write(t, a))
	if day := o.dict(o.trailer["Info"])["ModDate"]; day != "D:19700101000000+00'00'" {
		t.Errorf("a report without a date has %q", day)
	}
}

// A bookmark is spelt right even where no text has set a font before it.
func TestBookmarkWithoutText(t *testing.T) {
	a := rendertest.NewAnnex()
	a.Blocks, a.Grid.Head, a.Grid.Rows = []layout.Block{a.Grid}, 0, nil
	a.AddRow().Bookmark = "Cải cách"
	o := open(t, write(t, a))
	if got := o.dict(o.dict(o.catalog()["Outlines"])["First"])["Title"]; object.Decode(got.(string)) != "Cải cách" {
		t.Errorf("%q", got)
	}
}

// Every way into the file refuses what fpdf would panic at, and what XML or the face
// cannot carry: the file would not be what it claims to be.
func TestTextThatCannotBeDrawn(t *testing.T) {
	for _, text := range []string{"😀", "Ph\xE1", "a\x00b", "\uFFFF"} {
		for name, put := range map[string]func(*rendertest.Annex){
			"cell":      func(a *rendertest.Annex) { a.AddRow(text) },
			"paragraph": func(a *rendertest.Annex) { a.Blocks = append(a.Blocks, layout.Paragraph{Style: a.Text, Text: text}) },
			"bookmark":  func(a *rendertest.Annex) { a.AddRow().Bookmark = text },
			"title":     func(a *rendertest.Annex) { a.Meta.Title = text },
			"author":    func(a *rendertest.Annex) { a.Meta.Author = text },
			"subject":   func(a *rendertest.Annex) { a.Meta.Subject = text },
		} {
			a := rendertest.NewAnnex()
			put(a)
			var file bytes.Buffer
			if _, err := Write(&file, a.Document, rendertest.Serif(t)); err == nil || file.Len() > 0 {
				t.Errorf("%q as %s: error %v, %d bytes", text, name, err, file.Len())
			}
		}
	}
	for _, text := range []string{"漢", "\u0A0D", "\uE000", "\uFEFF", "\u200B"} {
		a := rendertest.NewAnnex()
		a.AddRow(text)
		if _, err := Write(new(bytes.Buffer), a.Document, rendertest.Serif(t)); err == nil {
			t.Errorf("%q is drawn", text)
		}
	}
}

// Letters whose codes hold the bytes of brackets, backslash and line ends.
func TestLettersThatLookLikeSyntax(t *testing.T) {
	a := rendertest.NewAnnex()
	a.AddRow("", "čĊĨĩŜ()\\", "(\\)", strings.Repeat("\u00a0", 3), "℅Ω")
	tagged(t, a)
}

const vietnamese = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ" +
	"AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬBCDĐEÉÈẺẼẸÊẾỀỂỄỆGHIÍÌỈĨỊKLMNOÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢPQRSTUÚÙỦŨỤƯỨỪỬỮỰVXYÝỲỶỸỴ" +
	"0123456789 .,;:!?%()[]/\\-–—…“”‘’*+=<>≤≥₫²³\u00a0"

// Every letter comes back in every style, with a glyph of the width that the file says.
func TestEveryLetterInEveryStyle(t *testing.T) {
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
	for _, size := range []int{0, 100, 100_000} {
		family := rendertest.Serif(t)
		damaged := *family.Bold
		damaged.Data = damaged.Data[:size:size]
		family.Bold = &damaged
		var file bytes.Buffer
		if _, err := Write(&file, rendertest.NewAnnex().Document, family); err == nil || file.Len() > 0 {
			t.Errorf("cut to %d bytes: error %v, %d bytes", size, err, file.Len())
		}
	}
}

// Of some fonts the box for a missing letter has no width, and fpdf leaves that out.
func TestFontWithoutWidthOfItsBox(t *testing.T) {
	family := rendertest.Serif(t)
	other := *family.Regular
	other.Data = bytes.Clone(other.Data)
	clear(sfntTable(other.Data, "hmtx")[:2])
	family.Regular = &other
	var file bytes.Buffer
	if _, err := Write(&file, rendertest.Filled(5).Document, family); err != nil {
		t.Fatal(err)
	}
	open(t, file.Bytes()).structure()
}

// Faces are told apart even if an office names them alike.
func TestFacesOfOneName(t *testing.T) {
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

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorOfTheWriter(t *testing.T) {
	if _, err := Write(full{}, rendertest.Filled(1).Document, rendertest.Serif(t)); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
}

// Write writes one document with a Writer of its own.
func Write(out io.Writer, doc *layout.Document, family *fonts.Family) (pages int, err error) {
	return NewWriter(family).Write(out, doc)
}
