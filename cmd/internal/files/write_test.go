package files

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	folder := t.TempDir()
	name := func(n string) string { return filepath.Join(folder, n) }
	write := func(outputs ...Output) error { return Write(outputs) }
	if err := write(Output{Name: name("a.docx"), Data: []byte("1")}, Output{Name: name("a.pdf"), Data: []byte("1")}); err != nil {
		t.Fatal(err)
	}
	os.Mkdir(name("folder"), 0o755)
	tests := map[string]struct {
		outputs []Output
		want    string // in the error
	}{
		"there already":      {[]Output{{Name: name("a.docx"), Data: []byte("2"), New: true}}, "a.docx đã có, không bị thay"},
		"a folder":           {[]Output{{Name: name("a.docx"), Data: []byte("2")}, {Name: name("folder")}}, "đây là thư mục"},
		"no folder":          {[]Output{{Name: name("a.docx"), Data: []byte("2")}, {Name: name("none/a.pdf")}}, "không có thư mục"},
		"a device":           {[]Output{{Name: os.DevNull, Data: []byte("2")}}, "không ghi được"},
		"a name of no bytes": {[]Output{{Name: name("a.docx"), Data: []byte("2")}, {Name: name(strings.Repeat("a", 300))}}, "tên tệp quá dài"},
	}
	for test, tt := range tests {
		t.Run(test, func(t *testing.T) {
			if err := Write(tt.outputs); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v", err)
			}
			expect(t, folder, map[string]string{"a.docx": "1", "a.pdf": "1"})
		})
	}
	if err := write(Output{Name: name("a.docx"), New: true}); !errors.Is(err, ErrExists) {
		t.Errorf("%v", err)
	}
	if err := write(Output{Name: name("b.toml"), Data: []byte("2"), New: true}); err != nil {
		t.Error(err)
	}
	expect(t, folder, map[string]string{"a.docx": "1", "a.pdf": "1", "b.toml": "2"})
}

// When a file cannot take its place, those before it are the old ones again, or not there
// when there were none.
func TestWriteTakesBack(t *testing.T) {
	for _, before := range []map[string]string{{"a.docx": "1", "a.pdf": "1"}, {"a.pdf": "1"}, {}} {
		folder := t.TempDir()
		fill(t, folder, before)
		s := half(t, folder, 2)
		if stuck := s.takeBack(1); len(stuck) > 0 {
			t.Errorf("%v", stuck)
		}
		s.clear()
		expect(t, folder, before)
	}
}

// half is a set of two files of which the first took its place and the second cannot.
func half(t *testing.T, folder string, version byte) *set {
	t.Helper()
	s := &set{}
	for _, name := range []string{"a.docx", "a.pdf"} {
		if err := s.add(Output{Name: filepath.Join(folder, name), Data: []byte{'0' + version}}); err != nil {
			t.Fatal(err)
		}
	}
	second := s.changes[1].Fresh
	os.Rename(second, second+"-away")
	if failed, err := s.replace(); failed != 1 || err == nil {
		t.Fatal(failed, err)
	}
	os.Rename(second+"-away", second)
	return s
}

func fill(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// expect fails when a folder has other files; folders in it are left out.
func expect(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	got := 0
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if w, ok := want[entry.Name()]; !ok || err != nil || string(text) != w {
			t.Errorf("%s is %q, %v", entry.Name(), text, err)
		}
		got++
	}
	if got != len(want) {
		t.Errorf("%d files, want %d", got, len(want))
	}
}
