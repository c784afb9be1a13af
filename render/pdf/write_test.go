package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"phuluc2b/fonts"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/object"
)

// writer is shared by the tests, as by many documents: cutting the faces takes longer than
// all else.
var writer = sync.OnceValues(func() (*Writer, error) {
	family, err := rendertest.Family()
	return NewWriter(family), err
})

func write(t testing.TB, a *rendertest.Annex) []byte {
	t.Helper()
	var file bytes.Buffer
	w, err := writer()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := w.Write(&file, a.Document)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(open(t, file.Bytes()).pages()); n != pages {
		t.Errorf("%d pages, said to be %d", n, pages)
	}
	return file.Bytes()
}

func TestSameDocumentSameBytes(t *testing.T) {
	t.Parallel()
	want := write(t, rendertest.Filled(140))
	for range 5 {
		var file bytes.Buffer
		if _, err := Write(&file, rendertest.Filled(140).Document, rendertest.Serif(t)); err != nil || !bytes.Equal(file.Bytes(), want) {
			t.Fatal("two runs differ", err)
		}
	}
}

func TestDocumentsInParallel(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
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
		t.Run(string(key), func(t *testing.T) {
			if got := fmt.Sprint(catalog[key]); got != want {
				t.Errorf("/%s is %s, want %s", key, got, want)
			}
		})
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

// The outline is the marks of the pages.
func TestOutline(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
	a := rendertest.Filled(1)
	a.Meta.Date = time.Time{}
	o := open(t, write(t, a))
	if day := o.dict(o.trailer["Info"])["ModDate"]; day != "D:19700101000000+00'00'" {
		t.Errorf("a report without a date has %q", day)
	}
}

// A bookmark is spelt right even where no text has set a font before it.
func TestBookmarkWithoutText(t *testing.T) {
	t.Parallel()
	a := rendertest.NewAnnex()
	a.Blocks, a.Grid.Head, a.Grid.Rows = []layout.Block{a.Grid}, 0, nil
	a.AddRow().Bookmark = "Cải cách"
	o := open(t, write(t, a))
	if got := o.dict(o.dict(o.catalog()["Outlines"])["First"])["Title"]; object.Decode(got.(string)) != "Cải cách" {
		t.Errorf("%q", got)
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorOfTheWriter(t *testing.T) {
	t.Parallel()
	if _, err := Write(full{}, rendertest.Filled(1).Document, rendertest.Serif(t)); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
}

// Write writes one document with a Writer of its own.
func Write(out io.Writer, doc *layout.Document, family *fonts.Family) (pages int, err error) {
	return NewWriter(family).Write(out, doc)
}
