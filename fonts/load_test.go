package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// folder is a copy of the embedded fonts, changed by edit, under other file names.
func folder(t *testing.T, edit func(name string, data []byte) []byte) string {
	t.Helper()
	dir := t.TempDir()
	for s, file := range []string{regular: "a.TTF", bold: "b.ttf", italic: "c.ttf", boldItalic: "d.ttf"} {
		data := edit(style(s).String(), embedded(style(s)))
		if data == nil {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoad(t *testing.T) {
	t.Parallel()
	family, errs := Load(folder(t, func(_ string, data []byte) []byte { return data }))
	if errs != nil {
		t.Fatal(errs)
	}
	embedded, err := Serif()
	if err != nil {
		t.Fatal(err)
	}
	for i, face := range family.faces() {
		if want := embedded.faces()[i]; face.Name != want.Name || face.LineHeight() != want.LineHeight() {
			t.Errorf("%s, want %s", face.Name, want.Name)
		}
	}
}

func TestLoadReportsEachStyle(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		edit func(name string, data []byte) []byte
		want error
	}{
		{"missing", func(name string, data []byte) []byte {
			if name == "Italic" {
				return nil
			}
			return data
		}, ErrStyleMissing},
		{"restricted", func(name string, data []byte) []byte {
			if name == "Italic" {
				data = append([]byte(nil), data...)
				copy(inTable(data, "OS/2")[8:], []byte{0, 2})
			}
			return data
		}, ErrNotEmbeddable},
		{"no subsets", func(name string, data []byte) []byte {
			if name == "Italic" {
				data = append([]byte(nil), data...)
				copy(inTable(data, "OS/2")[8:], []byte{1, 0})
			}
			return data
		}, ErrNotEmbeddable},
		{"cut short", func(name string, data []byte) []byte {
			if name == "Italic" {
				return data[:1000]
			}
			return data
		}, ErrStyleMissing},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, errs := Load(folder(t, test.edit))
			var style *StyleError
			if len(errs) != 1 || !errors.Is(errs[0], test.want) || !errors.As(errs[0], &style) || style.Style != "Italic" {
				t.Error(errs)
			}
		})
	}
	if _, errs := Load(t.TempDir()); len(errs) != 4 {
		t.Errorf("an empty folder: %v", errs)
	}
	if _, errs := Load("none"); len(errs) != 1 || !errors.Is(errs[0], fs.ErrNotExist) {
		t.Errorf("no folder: %v", errs)
	}
}

// A face that sfnt reads is taken only if a PDF in Vietnamese can be set in it.
func TestUnusableFaces(t *testing.T) {
	t.Parallel()
	for what, test := range map[string]struct {
		edit func([]byte) []byte
		want error
	}{
		"letters of the Macintosh": {func(b []byte) []byte {
			cmap := inTable(b, "cmap")
			for at := 4; at < 4+8*int(cmap[3]); at += 8 {
				cmap[at+1] = 1
			}
			return b
		}, ErrNotVietnamese},
		"no Vietnamese":    {western, ErrNotVietnamese},
		"larger than told": {func(b []byte) []byte { binary.BigEndian.PutUint32(b[24:], 1<<28); return b }, ErrStyleMissing},
		"no outlines": {func(b []byte) []byte {
			copy(b[bytes.Index(b, []byte("glyf")):], "glyg")
			return b
		}, ErrNotTrueType},
		"no OS/2": {func(b []byte) []byte {
			copy(b[bytes.Index(b, []byte("OS/2")):], "OS/3")
			return b
		}, nil},
		"names of format 1": {func(b []byte) []byte {
			inTable(b, "name")[1] = 1
			return b
		}, nil},
		"no PostScript name": {same, nil},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			family(t, dir, "Ofis", test.edit)
			f, errs := Load(dir)
			switch {
			case test.want != nil:
				if len(errs) != styles || !errors.Is(errs[0], test.want) {
					t.Error(errs)
				}
			case errs != nil:
				t.Error(errs)
			case f.BoldItalic.Name != "Ofis-BoldItalic":
				t.Errorf("%q", f.BoldItalic.Name)
			}
		})
	}
}

func TestTooManyFiles(t *testing.T) {
	t.Parallel()
	s := scanner{entries: maxEntries}
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a", "b.txt"), nil)
	if err := s.folder(dir, 1); !errors.Is(err, ErrTooManyFiles) {
		t.Error(err)
	}
	if _, err := scan(dir); err != nil {
		t.Error(err)
	}
}
