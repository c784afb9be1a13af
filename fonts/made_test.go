package fonts

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf16"
)

// inTable is a table of a font file, to be changed in place.
func inTable(data []byte, name string) []byte {
	offset, length := findTable(bytes.NewReader(data), name)
	return data[offset:][:length]
}

// embedded is a copy of an embedded face.
func embedded(s style) []byte {
	return bytes.Clone([styles][]byte{regular: serifRegular, bold: serifBold, italic: serifItalic, boldItalic: serifBoldItalic}[s])
}

// nameRecord is a name in a font, in UTF-16.
type nameRecord struct {
	platform, encoding, language, id int
	text                             string
}

func english(id int, text string) nameRecord { return nameRecord{3, 1, 0x409, id, text} }

// named is a font file with other names, in a table at its end.
func named(data []byte, records ...nameRecord) []byte {
	var table, texts []byte
	for _, n := range []int{0, len(records), 6 + 12*len(records)} {
		table = binary.BigEndian.AppendUint16(table, uint16(n))
	}
	for _, r := range records {
		start := len(texts)
		for _, unit := range utf16.Encode([]rune(r.text)) {
			texts = binary.BigEndian.AppendUint16(texts, unit)
		}
		for _, n := range []int{r.platform, r.encoding, r.language, r.id, len(texts) - start, start} {
			table = binary.BigEndian.AppendUint16(table, uint16(n))
		}
	}
	table = append(table, texts...)
	data = append(data, make([]byte, -len(data)&3)...)
	record := data[bytes.Index(data, []byte("name")):]
	binary.BigEndian.PutUint32(record[8:], uint32(len(data)))
	binary.BigEndian.PutUint32(record[12:], uint32(len(table)))
	return append(data, table...)
}

// monospaced is a font file in which all letters have one width.
func monospaced(data []byte) []byte {
	metrics := inTable(data, "hmtx")
	for i := 0; i+4 <= len(metrics); i += 4 {
		copy(metrics[i:], []byte{4, 0})
	}
	return data
}

// sans is a font file that says it has no serifs.
func sans(data []byte) []byte {
	copy(inTable(data, "OS/2")[30:], []byte{8, 0})
	return data
}

// wider is a font file in which a letter is wider.
func wider(data []byte) []byte {
	inTable(data, "hmtx")[4*40] += 3
	return data
}

// western is a font file without the letters from U+1E00 on that it has in stretches.
func western(data []byte) []byte {
	cmap := inTable(data, "cmap")
	for at := 4; at < 4+8*int(binary.BigEndian.Uint16(cmap[2:])); at += 8 {
		subtable := cmap[binary.BigEndian.Uint32(cmap[at+4:]):]
		if binary.BigEndian.Uint16(subtable) != 4 {
			continue
		}
		size := int(binary.BigEndian.Uint16(subtable[6:]))
		ends, starts := subtable[14:], subtable[16+size:]
		for i := 0; i < size; i += 2 {
			if binary.BigEndian.Uint16(starts[i:]) >= 0x1E00 {
				copy(starts[i:i+2], ends[i:])
			}
		}
	}
	return data
}

// family puts the four styles of a family into a folder, changed by edit.
func family(t testing.TB, folder, name string, edit func([]byte) []byte) {
	t.Helper()
	for s := range style(styles) {
		data := named(embedded(s), english(nameFamily, name), english(nameSubfamily, s.String()))
		put(t, filepath.Join(folder, name+" "+s.String()+".ttf"), edit(data))
	}
}

func same(data []byte) []byte { return data }

func put(t testing.TB, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, slices.Clone(data), 0o644); err != nil {
		t.Fatal(err)
	}
}
