package docx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// One Writer serves goroutines at once, and neither what it wrote before nor what failed
// shows in a file.
func TestSharedWriter(t *testing.T) {
	t.Parallel()
	docs := []*layout.Document{rendertest.Small(), rendertest.SmallDraft(), longAnnex(50)}
	want := [][]byte{write(t, docs[0]), write(t, docs[1]), write(t, docs[2])}
	w := NewWriter()
	var work sync.WaitGroup
	for worker := range 4 {
		work.Go(func() {
			for i := range 9 {
				var file bytes.Buffer
				doc := (worker + i) % len(docs)
				if err := w.Write(&file, docs[doc]); err != nil || !bytes.Equal(file.Bytes(), want[doc]) {
					t.Errorf("document %d differs in a shared Writer: %v", doc, err)
				}
				full := fullDisk(i * 1000)
				if err := w.Write(&full, docs[doc]); !errors.Is(err, errDiskFull) {
					t.Errorf("document %d on a full disk: %v", doc, err)
				}
			}
		})
	}
	work.Wait()
}

// More shapes than are kept, in a Writer that has some already.
func TestManyShapes(t *testing.T) {
	t.Parallel()
	doc := longAnnex(mostShapes + 50)
	for r := range doc.Blocks[4].(*layout.Grid).Rows {
		doc.Blocks[4].(*layout.Grid).Rows[r].MinHeight = layout.Length(r)
	}
	w := NewWriter()
	for range 2 {
		var file bytes.Buffer
		if err := w.Write(&file, doc); err != nil || !bytes.Equal(file.Bytes(), write(t, doc)) {
			t.Errorf("the file differs: %v", err)
		}
	}
}

// longAnnex has that many rows under its head, and an attachment as large as its data.
func longAnnex(rows int) *layout.Document {
	doc := rendertest.Small()
	g := doc.Blocks[4].(*layout.Grid)
	plain := g.Rows[rendertest.PlainAt]
	g.Rows = g.Rows[:rendertest.HeadRows]
	for i := range rows {
		row := layout.Row{KeepNext: i%10 == 0}
		for _, c := range plain.Cells {
			copied := *c
			copied.Row = len(g.Rows)
			if c.Column == rendertest.FigureColumn {
				copied.Bookmark = fmt.Sprintf("r_%d_%d", i/10, i%10)
			}
			row.Cells = append(row.Cells, &copied)
		}
		g.Rows = append(g.Rows, row)
	}
	doc.Attachments[0].Data = []byte(strings.Repeat("\"1.2.1\" = { so_lieu = 476, ghi_chu = \"so với năm 2020\" }\n", rows))
	return doc
}

// The cost of a document by its rows.
func BenchmarkWrite(b *testing.B) {
	for _, rows := range []int{143, 2000, 20_000} {
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			doc, w := longAnnex(rows), NewWriter()
			b.ReportAllocs()
			for b.Loop() {
				if err := w.Write(io.Discard, doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Write writes one document with a Writer of its own.
func Write(file io.Writer, doc *layout.Document) error {
	return NewWriter().Write(file, doc)
}
