package files

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A run that was killed between two files is undone by the next, which says so; a file that
// somebody changed since is left as it is.
func TestRecover(t *testing.T) {
	for test, tt := range map[string]struct {
		before, after map[string]string
		since         string // what became of a.docx since
		says          string
	}{
		"old files":  {map[string]string{"a.docx": "1", "a.pdf": "1"}, map[string]string{"a.docx": "1", "a.pdf": "1"}, "", "a.pdf: đã trả lại như cũ"},
		"none":       {map[string]string{}, map[string]string{}, "", "a.pdf: đã trả lại như cũ"},
		"edited":     {map[string]string{"a.docx": "1", "a.pdf": "1"}, map[string]string{"a.docx": "mine", "a.pdf": "1"}, "mine", "a.docx đã đổi từ khi ấy"},
		"first only": {map[string]string{"a.pdf": "1"}, map[string]string{"a.pdf": "1"}, "", "đã trả lại"},
	} {
		t.Run(test, func(t *testing.T) {
			folder := t.TempDir()
			fill(t, folder, tt.before)
			half(t, folder, 2)
			if said := Recover(folder); said != nil {
				t.Errorf("a running program is disturbed: %q", said)
			}
			kill(t, folder)
			if tt.since != "" {
				fill(t, folder, map[string]string{"a.docx": tt.since})
			}
			if said := Recover(folder); len(said) != 1 || !strings.Contains(said[0], tt.says) {
				t.Errorf("%q", said)
			}
			expect(t, folder, tt.after)
		})
	}
}

// A set that had not begun, one that was done, and a journal that is not ours: nothing to say.
func TestRecoverInSilence(t *testing.T) {
	for test, spoil := range map[string]func(s *set) error{
		"not begun":      func(s *set) error { return os.Rename(s.changes[0].Old, s.changes[0].Target) },
		"cut off":        func(s *set) error { return os.Truncate(s.journal, 40) },
		"another folder": func(s *set) error { return os.WriteFile(s.journal, []byte(`[{"Target":"../a"}]`), 0o644) },
	} {
		t.Run(test, func(t *testing.T) {
			folder := t.TempDir()
			fill(t, folder, map[string]string{"a.docx": "2", "a.pdf": "1"})
			if err := spoil(half(t, folder, 2)); err != nil {
				t.Fatal(err)
			}
			kill(t, folder)
			if said := Recover(folder); said != nil {
				t.Errorf("%q", said)
			}
			expect(t, folder, map[string]string{"a.docx": "2", "a.pdf": "1"})
		})
	}
}

// Temporary files go when their process is gone, or after an hour; all else stays.
func TestRecoverClears(t *testing.T) {
	folder, gone := t.TempDir(), deadProcess(t)
	ours, other := machine(), fmt.Sprintf("%08x", 0x1234567)
	stays := map[string]string{
		fmt.Sprintf(".phuluc2b-%s-%d-1.tmp", ours, os.Getpid()): "",
		fmt.Sprintf(".phuluc2b-%s-%d-1.tmp", other, gone):       "",
		".phuluc2b-x.tmp": "", ".phuluc2b-notes-1-1.tmp": "", "a.tmp": "", "a.docx": "",
	}
	fill(t, folder, stays)
	fill(t, folder, map[string]string{
		fmt.Sprintf(".phuluc2b-%s-%d-1.tmp", ours, gone):      "",
		fmt.Sprintf(".phuluc2b-%s-%d-ff.tmp", other, gone):    "old",
		fmt.Sprintf(".phuluc2b-%s-%d-f.set.tmp", other, gone): "old",
	})
	old := time.Now().Add(-2 * time.Hour)
	for _, name := range []string{"ff.tmp", "f.set.tmp"} {
		os.Chtimes(filepath.Join(folder, fmt.Sprintf(".phuluc2b-%s-%d-%s", other, gone, name)), old, old)
	}
	if said := Recover(folder); said != nil {
		t.Errorf("%q", said)
	}
	expect(t, folder, stays)
}

// kill gives the temporary files of this process to one that has ended.
func kill(t *testing.T, folder string) {
	t.Helper()
	mine, dead := fmt.Sprintf("-%d-", os.Getpid()), fmt.Sprintf("-%d-", deadProcess(t))
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		name := filepath.Join(folder, entry.Name())
		if strings.HasSuffix(name, journalSuffix) {
			text, _ := os.ReadFile(name)
			os.WriteFile(name, []byte(strings.ReplaceAll(string(text), mine, dead)), 0o644)
		}
		if err := os.Rename(name, filepath.Join(folder, strings.Replace(entry.Name(), mine, dead, 1))); err != nil {
			t.Fatal(err)
		}
	}
}

// deadProcess is the number of a process that has ended.
func deadProcess(t *testing.T) int {
	t.Helper()
	command := exec.Command(os.Args[0], "-test.run=^$")
	if err := command.Run(); err != nil {
		t.Fatal(err)
	}
	return command.Process.Pid
}
