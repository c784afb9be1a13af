package fonts

import (
	"bytes"
	"encoding/binary"
	"io"
	"iter"
)

// maxTable bounds what is read of one table, in bytes: names in many languages take 50 KiB.
const maxTable = 1 << 20

// readTable is a table of a font file, as far as it can be read; nil when there is none of
// that name.
func readTable(font io.ReaderAt, name string) []byte {
	offset, length := findTable(font, name)
	if length == 0 {
		return nil
	}
	table, _ := io.ReadAll(io.NewSectionReader(font, offset, min(length, maxTable)))
	return table
}

// findTable is where a table stands in a font file; its length is 0 when there is none.
func findTable(font io.ReaderAt, name string) (offset, length int64) {
	for tag, place := range tables(font) {
		if tag == name {
			return place[0], place[1]
		}
	}
	return 0, 0
}

// tables are the tables of a font file: their names, with offset and length.
func tables(font io.ReaderAt) iter.Seq2[string, [2]int64] {
	return func(yield func(string, [2]int64) bool) {
		var header [12]byte
		if _, err := font.ReadAt(header[:], 0); err != nil {
			return
		}
		records := make([]byte, 16*int(binary.BigEndian.Uint16(header[4:])))
		n, _ := font.ReadAt(records, int64(len(header)))
		for r := records[:n]; len(r) >= 16; r = r[16:] {
			if !yield(string(r[:4]), [2]int64{int64(binary.BigEndian.Uint32(r[8:])), int64(binary.BigEndian.Uint32(r[12:]))}) {
				return
			}
		}
	}
}

// whole reports whether every table lies inside a file of that size: sfnt would set aside
// what one claims to take.
func whole(font io.ReaderAt, size int64) bool {
	for _, place := range tables(font) {
		if place[0]+place[1] > size {
			return false
		}
	}
	return true
}

// embeddable refuses a font file that a PDF cannot embed: without TrueType outlines, or whose
// licence forbids it.
func embeddable(data []byte) error {
	font := bytes.NewReader(data)
	trueType := bytes.HasPrefix(data, []byte{0, 1, 0, 0}) || bytes.HasPrefix(data, []byte("true"))
	if _, outlines := findTable(font, "glyf"); !trueType || outlines == 0 {
		return ErrNotTrueType
	}
	if !licensed(readTable(font, "OS/2")) {
		return ErrNotEmbeddable
	}
	return nil
}

// licensed reads the licence bits of the OS/2 table (fsType): restricted, no subsetting and
// bitmaps only are the ones that forbid what a PDF needs.
func licensed(os2 []byte) bool {
	const restricted, noSubset, bitmapsOnly, editable = 0x0002, 0x0100, 0x0200, 0x000c
	if len(os2) < 10 {
		return true // says nothing
	}
	bits := binary.BigEndian.Uint16(os2[8:])
	return bits&(noSubset|bitmapsOnly) == 0 && (bits&restricted == 0 || bits&editable != 0)
}
