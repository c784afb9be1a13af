package subset

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// program puts the tables together (OpenType, the table directory): those that a PDF needs
// (ISO 32000-1, 9.9), by their names.
func (c *cutter) program() []byte {
	c.head, c.hhea, c.maxp = bytes.Clone(c.source.head), bytes.Clone(c.source.hhea), bytes.Clone(c.source.maxp)
	clear(c.head[8:12])                        // the sum of the whole file
	binary.BigEndian.PutUint16(c.head[50:], 1) // offsets of four bytes
	binary.BigEndian.PutUint16(c.hhea[34:], uint16(len(c.glyphs)))
	binary.BigEndian.PutUint16(c.maxp[4:], uint16(len(c.glyphs)))
	c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(len(c.glyf)))
	var parts []part
	for _, p := range []part{
		{"cvt ", c.face.Table("cvt ")}, {"fpgm", c.face.Table("fpgm")}, {"glyf", c.glyf}, {"head", c.head}, {"hhea", c.hhea},
		{"hmtx", c.hmtx}, {"loca", c.loca}, {"maxp", c.maxp}, {"prep", c.face.Table("prep")},
	} {
		if len(p.table) > 0 {
			parts = append(parts, p)
		}
	}
	return assemble(parts)
}

// part is a table and its name.
type part struct {
	name  string
	table []byte
}

func assemble(parts []part) []byte {
	power := bits.Len(uint(len(parts))) - 1
	size := 12 + 16*len(parts)
	for _, p := range parts {
		size += padded(len(p.table))
	}
	b := append(make([]byte, 0, size), 0, 1, 0, 0)
	for _, n := range []int{len(parts), 16 << power, power, 16*len(parts) - 16<<power} {
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	}
	offset := len(b) + 16*len(parts)
	head := 0
	for _, p := range parts {
		if p.name == "head" {
			head = offset
		}
		b = append(b, p.name...)
		for _, n := range []uint32{sum(p.table), uint32(offset), uint32(len(p.table))} {
			b = binary.BigEndian.AppendUint32(b, n)
		}
		offset += padded(len(p.table))
	}
	for _, p := range parts {
		b = append(b, p.table...)
		b = append(b, make([]byte, -len(b)&3)...)
	}
	const magic = 0xB1B0AFBA
	binary.BigEndian.PutUint32(b[head+8:], magic-sum(b))
	return b
}

// padded is a length up to the next multiple of 4.
func padded(n int) int { return (n + 3) &^ 3 }

// sum is the sum of a table in numbers of 32 bits.
func sum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	var rest [4]byte
	copy(rest[:], b)
	return sum + binary.BigEndian.Uint32(rest[:])
}
