package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"phuluc2b/render/layout"
)

func write(t *testing.T, a *annex) []byte {
	t.Helper()
	var file bytes.Buffer
	pages, err := Write(&file, a.Document, serif(t))
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(file.Bytes(), []byte("/Type /Page\n")); n != pages {
		t.Errorf("%d pages, said to be %d", n, pages)
	}
	return file.Bytes()
}

func TestSameDocumentSameBytes(t *testing.T) {
	want := write(t, filled(140))
	for range 5 {
		if !bytes.Equal(write(t, filled(140)), want) {
			t.Fatal("two runs differ")
		}
	}
}

func TestFile(t *testing.T) {
	file := write(t, filled(140))
	if !bytes.HasPrefix(file, []byte("%PDF-1.4\n")) || !bytes.HasSuffix(file, []byte("%%EOF\n")) {
		t.Errorf("%.10q … %q", file, file[len(file)-10:])
	}
	if len(file) > 120_000 {
		t.Errorf("%d bytes", len(file))
	}
	for _, want := range []string{
		"/Lang (vi-VN)",
		"/CreationDate (D:20211202000000)",
		"/Title (" + utf16("Phụ lục 2B") + ")",
		"/Author (" + utf16("UBND huyện Hương Khê") + ")",
		"/Subject (" + utf16("476/BC-UBND") + ")",
		"/Producer (" + utf16("phuluc2b") + ")",
		"/Creator (" + utf16("phuluc2b") + ")",
		"/Title (" + utf16("1.1. Thống kê thủ tục hành chính") + ")",
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("no %q", want)
		}
	}
	if bytes.Contains(bytes.ToLower(file), []byte("bolditalic")) {
		t.Error("holds a face that no text is set in")
	}
}

// utf16 is s as a file spells it, for letters below U+10000.
func utf16(s string) string {
	spelt := []byte{0xFE, 0xFF}
	for _, r := range s {
		spelt = append(spelt, byte(r>>8), byte(r))
	}
	return string(spelt)
}

func TestNoClock(t *testing.T) {
	a := filled(1)
	a.Meta.Date = time.Time{}
	if file := write(t, a); !bytes.Contains(file, []byte("/ModDate (D:19700101000000)")) {
		t.Error("a report without a date has one")
	}
}

// A bookmark is spelt right even where no text has set a font before it.
func TestBookmarkWithoutText(t *testing.T) {
	a := newAnnex()
	a.Blocks, a.grid.Head, a.grid.Rows = []layout.Block{a.grid}, 0, nil
	a.row().Bookmark = "Cải cách"
	if file := write(t, a); !bytes.Contains(file, []byte(utf16("Cải cách"))) {
		t.Error("no bookmark")
	}
}

// Every way into the file refuses what fpdf would panic at.
func TestTextThatCannotBeDrawn(t *testing.T) {
	for _, text := range []string{"😀", "Ph\xE1"} {
		for name, put := range map[string]func(*annex){
			"cell":      func(a *annex) { a.row(text) },
			"paragraph": func(a *annex) { a.Blocks = append(a.Blocks, layout.Paragraph{Style: a.text, Text: text}) },
			"bookmark":  func(a *annex) { a.row().Bookmark = text },
			"title":     func(a *annex) { a.Meta.Title = text },
			"author":    func(a *annex) { a.Meta.Author = text },
			"subject":   func(a *annex) { a.Meta.Subject = text },
		} {
			a := newAnnex()
			put(a)
			var file bytes.Buffer
			if _, err := Write(&file, a.Document, serif(t)); err == nil || file.Len() > 0 {
				t.Errorf("%q as %s: error %v, %d bytes", text, name, err, file.Len())
			}
		}
	}
}

func TestLettersAtTheEndOfTheirPlane(t *testing.T) {
	a := newAnnex()
	a.row("\uFFFD", "\uFFFF", "(\\)", strings.Repeat("\u00a0", 3), "Č\u0A0D")
	write(t, a)
}

func TestDamagedFont(t *testing.T) {
	for _, size := range []int{0, 100, 100_000} {
		family := serif(t)
		damaged := *family.Bold
		damaged.Data = damaged.Data[:size:size]
		family.Bold = &damaged
		var file bytes.Buffer
		if _, err := Write(&file, newAnnex().Document, family); err == nil || file.Len() > 0 {
			t.Errorf("cut to %d bytes: error %v, %d bytes", size, err, file.Len())
		}
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorOfTheWriter(t *testing.T) {
	if _, err := Write(full{}, filled(1).Document, serif(t)); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
}
