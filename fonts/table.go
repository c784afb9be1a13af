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

// embeddable is a font file as fpdf can embed it in a PDF: with TrueType outlines, a licence
// that allows it, and letters in a subtable of format 4, which nearly every font has. At
// others fpdf panics, although sfnt reads them.
func embeddable(data []byte) ([]byte, error) {
	font := bytes.NewReader(data)
	trueType := bytes.HasPrefix(data, []byte{0, 1, 0, 0}) || bytes.HasPrefix(data, []byte("true"))
	_, outlines := findTable(font, "glyf")
	if !trueType || outlines == 0 || !hasSegments(readTable(font, "cmap")) {
		return nil, ErrNotTrueType
	}
	if !licensed(readTable(font, "OS/2")) {
		return nil, ErrNotEmbeddable
	}
	return plainNames(data), nil
}

// plainNames is a font file whose names are in format 0. The newer format 1 has the same
// records and a list of languages after them; fpdf prints a complaint of it on standard
// output.
func plainNames(data []byte) []byte {
	offset, length := findTable(bytes.NewReader(data), "name")
	if length < 2 || offset+2 > int64(len(data)) || data[offset+1] == 0 {
		return data
	}
	plain := bytes.Clone(data)
	plain[offset], plain[offset+1] = 0, 0
	return plain
}

// hasSegments reports whether a cmap table has a subtable of format 4 for Unicode.
func hasSegments(cmap []byte) bool {
	if len(cmap) < 4 {
		return false
	}
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		record := cmap[min(4+8*i, len(cmap)):]
		if len(record) < 8 {
			return false
		}
		platform, encoding := binary.BigEndian.Uint16(record), binary.BigEndian.Uint16(record[2:])
		subtable := cmap[min(int64(binary.BigEndian.Uint32(record[4:])), int64(len(cmap))):]
		if (platform == 0 || platform == 3 && encoding == 1) && len(subtable) > 1 && binary.BigEndian.Uint16(subtable) == 4 {
			return true
		}
	}
	return false
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
