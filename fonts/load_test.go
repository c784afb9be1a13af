package fonts

import (
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
	for file, name := range map[string]string{"a.TTF": "Regular", "b.ttf": "Bold", "c.ttf": "Italic", "d.ttf": "BoldItalic"} {
		data, err := files.ReadFile("LiberationSerif-" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		if data = edit(name, data); data == nil {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoad(t *testing.T) {
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
				copy(tableOf(data, "OS/2")[8:], []byte{0, 2})
			}
			return data
		}, ErrNotEmbeddable},
		{"no subsets", func(name string, data []byte) []byte {
			if name == "Italic" {
				data = append([]byte(nil), data...)
				copy(tableOf(data, "OS/2")[8:], []byte{1, 0})
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
		_, errs := Load(folder(t, test.edit))
		var style *StyleError
		if len(errs) != 1 || !errors.Is(errs[0], test.want) || !errors.As(errs[0], &style) || style.Style != "Italic" {
			t.Errorf("%s: %v", test.name, errs)
		}
	}
	if _, errs := Load(t.TempDir()); len(errs) != 4 {
		t.Errorf("an empty folder: %v", errs)
	}
	if _, errs := Load("none"); len(errs) != 1 || !errors.Is(errs[0], fs.ErrNotExist) {
		t.Errorf("no folder: %v", errs)
	}
}
