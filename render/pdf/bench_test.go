package pdf

import (
	"fmt"
	"io"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/paginate"
	"phuluc2b/render/pdfread"
)

func BenchmarkWrite(b *testing.B) {
	for _, rows := range []int{145, 2000} {
		p := onPages(b, rendertest.Filled(rows))
		w := NewWriter(p.family)
		drawing, used := p.draw(b)
		f := new(file)
		for _, step := range []struct {
			name string
			do   func() error
		}{
			{"place", func() error { paginate.Place(p.Document, p.family); return nil }},
			{"draw", func() error { _, err := draw(p.Document, p.pages, used); return err }},
			{"finish", func() error { _, err := f.finish(p.Document, p.pages, drawing, used); return err }},
			{"all", func() error { _, err := w.Write(io.Discard, p.Document); return err }},
			{"alone", func() error { _, err := Write(io.Discard, p.Document, p.family); return err }},
		} {
			b.Run(fmt.Sprintf("rows=%d/%s", rows, step.name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := step.do(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkAttachments(b *testing.B) {
	file := attachedTo(b, sources()...)
	for b.Loop() {
		if _, err := pdfread.Attachments(file); err != nil {
			b.Fatal(err)
		}
	}
}
