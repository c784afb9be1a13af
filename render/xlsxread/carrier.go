package xlsxread

import (
	"encoding/base64"
	"fmt"
	"strings"

	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

// carries reports whether a sheet has what travels inside, as its first cell says. Each row below
// that is an attachment or the digests.
func (s *sheet) carries() bool {
	first := s.cells[place{}]
	return first != nil && first.text == layout.SourceSpace
}

// at is the text of a cell; "" of one with nothing in it.
func (s *sheet) at(row, column int) string {
	if c := s.cells[place{row, column}]; c != nil {
		return c.text
	}
	return ""
}

func (b *book) readCarrier(s *sheet) error {
	for row := 1; s.at(row, 0) != ""; row++ {
		switch s.at(row, 0) {
		case "source":
			var data strings.Builder
			for column := 4; s.at(row, column) != ""; column++ {
				data.WriteString(s.at(row, column))
			}
			a := layout.Attachment{Name: s.at(row, 1), Type: s.at(row, 2), Description: s.at(row, 3)}
			var err error
			if a.Data, err = base64.StdEncoding.DecodeString(data.String()); err != nil {
				return fmt.Errorf("%w: attachment %q: %w", ooxml.ErrDamaged, a.Name, err)
			}
			if b.content.Attachments = append(b.content.Attachments, a); len(b.content.Attachments) > ooxml.MaxAttachments {
				return ooxml.TooLarge("more than 16 attachments")
			}
		case "digest":
			b.digest = &digest{s.at(row, 1), s.at(row, 2)}
		}
	}
	return nil
}

// digest is that of the words, and of the parts that make the pages, when the file was made.
type digest struct{ words, pages string }

// compare says whether they are so still.
func (b *book) compare(carrier string) {
	if b.digest == nil {
		return
	}
	pages, err := b.PagesDigest(func(name string) bool {
		return strings.HasPrefix(name, "xl/") && !strings.Contains(name, "_rels/") && name != ooxml.PartName(carrier)
	})
	b.content.Digested = true
	b.content.Intact = b.content.Digest() == b.digest.words
	b.content.AsMade = err == nil && pages == b.digest.pages
}
