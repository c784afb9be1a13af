//go:build unix

package files

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Devices and pipes are told at once, behind a link too; a file behind a link is read.
func TestRead(t *testing.T) {
	folder := t.TempDir()
	name := func(n string) string { return filepath.Join(folder, n) }
	fill(t, folder, map[string]string{"a.toml": "1"})
	os.Symlink("a.toml", name("link"))
	os.Symlink("/dev/zero", name("zero"))
	os.Symlink("loop", name("loop"))
	if err := syscall.Mkfifo(name("pipe"), 0o644); err != nil {
		t.Fatal(err)
	}
	large, err := os.Create(name("large"))
	if err != nil {
		t.Fatal(err)
	}
	defer large.Close()
	if err := large.Truncate(maxDocument + 1); err != nil {
		t.Fatal(err)
	}
	for n, want := range map[string]error{"a.toml": nil, "link": nil, "zero": ErrNotRegular, "pipe": ErrNotRegular, "large": ErrTooLarge, ".": syscall.EISDIR, "loop": syscall.ELOOP} {
		if _, err := ReadDocument(name(n)); !errors.Is(err, want) {
			t.Errorf("%s: %v", n, err)
		}
	}
	for _, n := range []string{"zero", "pipe"} {
		if _, err := ReadSource(name(n)); err == nil || !strings.Contains(err.Error(), "thiết bị hoặc ống dẫn") {
			t.Errorf("%s: %v", n, err)
		}
	}
}
