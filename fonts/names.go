package fonts

import (
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf16"
)

// What a name in the name table of a font is (OpenType, name identifiers).
const (
	nameFamily               = 1
	nameSubfamily            = 2
	nameTypographicFamily    = 16
	nameTypographicSubfamily = 17
)

// readNames reads the names of a font by their identifiers: of each the one in American
// English, for Windows lists "Negreta" before "Bold", else in another Unicode encoding, else
// that of the old Macintosh, else any. What a terminal cannot show is left out of them.
func readNames(font io.ReaderAt) map[int]string {
	const header, record = 6, 12
	names, ranks := map[int]string{}, map[int]int{}
	table := readTable(font, "name")
	if len(table) < header {
		return names
	}
	texts := table[min(int(binary.BigEndian.Uint16(table[4:])), len(table)):]
	for i := range int(binary.BigEndian.Uint16(table[2:])) {
		r := table[min(header+record*i, len(table)):]
		if len(r) < record {
			break
		}
		field := func(i int) int { return int(binary.BigEndian.Uint16(r[2*i:])) }
		platform, encoding, language, id, length, offset := field(0), field(1), field(2), field(3), field(4), field(5)
		if offset+length > len(texts) {
			continue
		}
		if rank := rankOfName(platform, encoding, language); rank > ranks[id] {
			ranks[id] = rank
			names[id] = decodeName(platform, texts[offset:offset+length])
		}
	}
	return names
}

// rankOfName says how good a record is to go by; 0 for one that cannot be read.
func rankOfName(platform, encoding, language int) int {
	const unicodePlatform, macintosh, windows = 0, 1, 3
	const american, roman = 0x409, 0
	switch {
	case platform == windows && language == american:
		return 4
	case platform == unicodePlatform:
		return 3
	case platform == macintosh && encoding == roman && language == 0:
		return 2
	case platform == windows:
		return 1
	}
	return 0
}

// decodeName is text in UTF-16, or of the Macintosh in ASCII.
func decodeName(platform int, b []byte) string {
	var text string
	if platform == 1 {
		text = strings.ToValidUTF8(string(b), "")
	} else {
		var units []uint16
		for ; len(b) > 1; b = b[2:] {
			units = append(units, binary.BigEndian.Uint16(b))
		}
		text = string(utf16.Decode(units))
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, text))
}
