package layout

import (
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Digest is a hash of the words of a document: its paragraphs, and its tables cell by cell,
// whatever their looks and their blanks. A document that carries no data has it inside, so that
// a change of its words shows.
func Digest(paragraphs []string, grids []*Grid) string {
	h := sha256.New()
	write := func(text string) { io.WriteString(h, strings.Join(strings.Fields(text), " ")+"\n") }
	for _, p := range paragraphs {
		if strings.TrimSpace(p) != "" {
			write(p)
		}
	}
	for _, g := range grids {
		for i, row := range g.Rows {
			for j, c := range row.Cells {
				if c.Owns(i, j) {
					write(c.Text())
				}
			}
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// PagesDigest is a hash of the parts of a file that make its pages, by the hash of each.
func PagesDigest(sums map[string]string) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(h, "%s %s\n", name, sums[name])
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// digest is that of a document that was laid out.
func (d *Document) digest() string {
	var paragraphs []string
	var grids []*Grid
	for _, block := range d.Blocks {
		switch b := block.(type) {
		case Paragraph:
			paragraphs = append(paragraphs, b.Text)
		case *Grid:
			grids = append(grids, b)
		}
	}
	return Digest(paragraphs, grids)
}
