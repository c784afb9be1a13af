package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// What may not be done with a folder is told of the folder, not of a file that is open.
func TestExplainPermission(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "a.toml")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		folder: "không có quyền với thư mục này",
		file:   "không có quyền, hoặc tệp đang mở trong chương trình khác; đóng tệp rồi chạy lại",
		filepath.Join(folder, ".phuluc2b-new.tmp"): "không có quyền với thư mục này",
	} {
		if got := Explain(&fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
