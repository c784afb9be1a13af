package doubleclick

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPageOf(t *testing.T) {
	for name, tt := range map[string]struct {
		files []string
		want  string
	}{
		"of the release":  {[]string{"phuluc2b-0.3.html", "phuluc2b-0.31.html", "phuluc2b-0.4.html"}, "phuluc2b-0.3.html"},
		"of another":      {[]string{"phuluc2b-0.4.html", "a.html"}, "phuluc2b-0.4.html"},
		"without version": {[]string{"phuluc2b.html"}, "phuluc2b.html"},
		"none":            {[]string{"bao-cao.html", "phuluc2b.toml"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "Tải về [1]")
			if err := os.Mkdir(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			for _, file := range tt.files {
				if err := os.WriteFile(filepath.Join(folder, file), nil, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want := tt.want
			if want != "" {
				want = filepath.Join(folder, want)
			}
			if got := pageOf(filepath.Join(folder, "phuluc2b-0.3-windows-amd64.exe")); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

// Without the page the window stays until Enter, and says what to do.
func TestServeWithoutPage(t *testing.T) {
	var out bytes.Buffer
	in := strings.NewReader("\nrest")
	if Serve(&out, in) || !strings.Contains(out.String(), "vào thư mục của chương trình rồi bấm đúp lại") {
		t.Error(out.String())
	}
}
