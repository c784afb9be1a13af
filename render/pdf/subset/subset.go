// Package subset reduces a TrueType face to some of its glyphs: a [fonts.Face] and letters go
// in, the font program that a PDF embeds comes out. It imports fonts.
package subset

import (
	"encoding/binary"
	"errors"
	"fmt"

	"phuluc2b/fonts"
)

// errDamaged is a face whose tables contradict each other.
var errDamaged = errors.New("bị hỏng: không nhúng được vào PDF")

// Program is a TrueType program of letters of a face, which keep their order: the first has
// the glyph 1, and each a glyph of its own, even where the face draws two with one, so that a
// glyph says which letter it is. Glyph 0 is the box for none; after the letters come glyphs
// that they are composed of.
func Program(face *fonts.Face, letters []rune) ([]byte, error) {
	c, err := open(face)
	if err != nil {
		return nil, fmt.Errorf("phông %s %w", face.Name, err)
	}
	const usual = 200 // bytes of an outline
	c.glyf = make([]byte, 0, usual*len(letters))
	c.glyphs = []int{0}
	for _, r := range letters {
		c.glyphs = append(c.glyphs, face.Glyph(r))
	}
	for i, glyph := range c.glyphs {
		c.numbers[glyph] = i
	}
	for i := 0; i < len(c.glyphs); i++ { // composites append to them
		if err := c.take(c.glyphs[i]); err != nil {
			return nil, fmt.Errorf("phông %s %w (hình %d)", face.Name, err, c.glyphs[i])
		}
	}
	return c.program(), nil
}

// cutter takes glyphs of a face into the tables of another.
type cutter struct {
	face    *fonts.Face
	source  tables
	glyphs  []int       // of the face, in their new order
	numbers map[int]int // new ones, by that in the face
	tables              // the new ones
}

// tables are those that change.
type tables struct {
	head, hhea, maxp, hmtx, loca, glyf []byte
}

// open reads the tables of a face, and makes sure that they are as long as they say.
func open(face *fonts.Face) (*cutter, error) {
	s := tables{
		head: face.Table("head"), hhea: face.Table("hhea"), maxp: face.Table("maxp"),
		hmtx: face.Table("hmtx"), loca: face.Table("loca"), glyf: face.Table("glyf"),
	}
	if len(s.head) < 54 || len(s.hhea) < 36 || len(s.maxp) < 6 || s.metrics() < 1 || len(s.hmtx) < 4*s.metrics() ||
		len(s.loca) < s.offsetSize()*(s.count()+1) {
		return nil, errDamaged
	}
	return &cutter{face: face, source: s, numbers: map[int]int{}}, nil
}

// count is how many glyphs there are.
func (t *tables) count() int { return number(t.maxp[4:]) }

// metrics is how many of them have a width of their own; the others have that of the last one.
func (t *tables) metrics() int { return number(t.hhea[34:]) }

// offsetSize is the number of bytes of an offset in loca.
func (t *tables) offsetSize() int {
	if number(t.head[50:]) == 0 {
		return 2
	}
	return 4
}

// number is the unsigned number of 16 bits that b begins with.
func number(b []byte) int { return int(binary.BigEndian.Uint16(b)) }
