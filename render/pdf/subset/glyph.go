package subset

import "encoding/binary"

// take copies a glyph, to be drawn as before.
func (c *cutter) take(glyph int) error {
	outline, ok := c.source.outline(glyph)
	// What damaged offsets make of a face is larger than it.
	if !ok || len(c.glyf)+len(outline) > len(c.face.Data) || len(c.glyphs) > 0xFFFF {
		return errDamaged
	}
	c.hmtx = append(c.hmtx, c.source.metric(glyph)...)
	c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(len(c.glyf)))
	start := len(c.glyf)
	c.glyf = append(c.glyf, outline...)
	c.glyf = append(c.glyf, make([]byte, -len(c.glyf)&3)...)
	return c.components(c.glyf[start:][:len(outline)])
}

// outline is the description of a glyph (OpenType, glyf table).
func (t *tables) outline(glyph int) (outline []byte, ok bool) {
	if glyph >= t.count() {
		return nil, false
	}
	var start, end int
	if t.offsetSize() == 2 {
		start, end = 2*number(t.loca[2*glyph:]), 2*number(t.loca[2*glyph+2:])
	} else {
		start, end = int(binary.BigEndian.Uint32(t.loca[4*glyph:])), int(binary.BigEndian.Uint32(t.loca[4*glyph+4:]))
	}
	if start > end || end > len(t.glyf) {
		return nil, false
	}
	return t.glyf[start:end], true
}

// metric is the advance of a glyph and the bearing at its left, which some fonts leave out for
// glyphs that share the last advance.
func (t *tables) metric(glyph int) []byte {
	last := t.metrics() - 1
	if glyph <= last {
		return t.hmtx[4*glyph:][:4]
	}
	metric := []byte{t.hmtx[4*last], t.hmtx[4*last+1], 0, 0}
	copy(metric[2:], t.hmtx[min(4*(last+1)+2*(glyph-last-1), len(t.hmtx)):])
	return metric
}

// Flags of a component of a glyph: how long it is, and whether another follows.
const (
	words    = 1 << 0
	scaled   = 1 << 3
	more     = 1 << 5
	scaledXY = 1 << 6
	matrix   = 1 << 7
)

// components gives the glyphs that a composite one is made of their new numbers.
func (c *cutter) components(outline []byte) error {
	const header, negative = 10, 0x8000
	if len(outline) < header || number(outline)&negative == 0 {
		return nil
	}
	for at, flags := header, more; flags&more != 0; {
		if at+4 > len(outline) {
			return errDamaged
		}
		flags = number(outline[at:])
		binary.BigEndian.PutUint16(outline[at+2:], uint16(c.newNumber(number(outline[at+2:]))))
		at += 4 + componentLength(flags)
	}
	return nil
}

// componentLength is the number of bytes of the place and size of a component.
func componentLength(flags int) int {
	length := 2
	if flags&words != 0 {
		length = 4
	}
	switch {
	case flags&scaled != 0:
		length += 2
	case flags&scaledXY != 0:
		length += 4
	case flags&matrix != 0:
		length += 8
	}
	return length
}

// newNumber is the number of a glyph, which is taken if it is not there yet.
func (c *cutter) newNumber(glyph int) int {
	n, ok := c.numbers[glyph]
	if !ok {
		n = len(c.glyphs)
		c.glyphs = append(c.glyphs, glyph)
		c.numbers[glyph] = n
	}
	return n
}
