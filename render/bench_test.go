package render

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// The cost of an annex by its size: laid out, as one file, as both.
func BenchmarkRender(b *testing.B) {
	family := serif(b)
	renderer := NewRenderer(family)
	for _, rows := range []int{143, 2000, 20_000} {
		annex := made(b, rows/10, "Một nhóm", "")
		b.Run(fmt.Sprintf("layout/rows=%d", rows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				layout.New(annex, family, Options{})
			}
		})
		for name, formats := range map[string][]Format{"docx": {DOCX}, "pdf": {PDF}, "both": {DOCX, PDF}, "xlsx": {XLSX}} {
			b.Run(fmt.Sprintf("%s/rows=%d", name, rows), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := renderer.Render(annex, formats, Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// Many annexes with one renderer, each worker with one at a time: copies of one, and annexes of
// as many offices, read and checked too. go test -cpu 1,2.
func BenchmarkWorkers(b *testing.B) {
	annex := repositoryAnnex(b, "seeds/huong-khe-2021.toml")
	reader := check.Reader(serif(b).Has)
	forms, _ := reader.ReadForms()
	texts := varied(b, 500)
	for name, read := range map[string]func(i int) *model.Annex{
		"one": func(int) *model.Annex { return annex },
		"varied": func(i int) *model.Annex {
			a, _ := reader.ReadAnnex(diag.NewSource("a.toml", texts[i%len(texts)]), forms)
			check.Annex(a, nil)
			return a
		},
	} {
		b.Run(name, func(b *testing.B) {
			renderer := NewRenderer(serif(b))
			var count atomic.Int64
			b.ReportAllocs()
			b.RunParallel(func(p *testing.PB) {
				for p.Next() {
					if _, err := renderer.Render(read(int(count.Add(1))), Usual(), Options{}); err != nil {
						b.Error(err)
					}
				}
			})
		})
	}
}

// varied is the data files of so many offices.
func varied(t testing.TB, count int) [][]byte {
	t.Helper()
	filed, err := os.ReadFile("../seeds/huong-khe-2021.toml")
	if err != nil {
		t.Fatal(err)
	}
	var texts [][]byte
	for i := range count {
		text, _, _ := strings.Cut(rendertest.Varied(string(filed), i), "\n# Số liệu đúng như văn bản") // older programs read no such reasons
		texts = append(texts, []byte(text))
	}
	return texts
}

// TestVariedFiles leaves the data files of as many offices in a folder as it is called: "200".
func TestVariedFiles(t *testing.T) {
	folder := os.Getenv("PHULUC2B_VARIED")
	if folder == "" {
		t.Skip("no folder to write to")
	}
	count, err := strconv.Atoi(filepath.Base(folder))
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range varied(t, count) {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%05d.toml", i)), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
