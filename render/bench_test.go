package render

import (
	"fmt"
	"testing"

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

// Many annexes with one renderer, each worker with one at a time: go test -cpu 1,2.
func BenchmarkWorkers(b *testing.B) {
	renderer := NewRenderer(serif(b))
	annex := repositoryAnnex(b, "seeds/huong-khe-2021.toml")
	b.ReportAllocs()
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			if _, err := renderer.Render(annex, Usual(), Options{}); err != nil {
				b.Error(err)
			}
		}
	})
}
