package pdf

import (
	"bytes"
	"crypto/sha256"
	"sync"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/subset"
)

// faces are those that a document is set in, by their style; nil for one that is not used.
type faces [4]*face

// cut makes the subsets.
func (all faces) cut() {
	for _, face := range all {
		if face != nil {
			face.cut()
		}
	}
}

// styleOf is the index of the face of a style.
func styleOf(s *layout.Style) int {
	i := 0
	if s.Bold {
		i |= 1
	}
	if s.Italic {
		i |= 2
	}
	return i
}

// face is a face with the letters that a document draws in it. Their codes are the numbers of
// their glyphs in its subset, from 1.
type face struct {
	*fonts.Face
	letters []rune              // in the order of their codes
	codes   []uint16            // by code point
	cut     func() (cut, error) // makes the subset, once
}

// cut is a subset as a file embeds it.
type cut struct {
	program    []byte // compressed
	length     int    // before it was
	unicodeMap []byte // compressed
	tag        string // six letters that mark a subset (ISO 32000-1, 9.6.4)
}

func newFace(f *fonts.Face, letters []rune, deflaters *sync.Pool) *face {
	made := &face{Face: f, letters: letters, codes: make([]uint16, letters[len(letters)-1]+1)}
	for i, r := range letters {
		made.codes[r] = uint16(i + 1)
	}
	made.cut = sync.OnceValues(func() (cut, error) {
		program, err := subset.Program(f, letters)
		if err != nil {
			return cut{}, err
		}
		d, ok := deflaters.Get().(*deflater)
		if !ok {
			d = new(deflater)
		}
		defer deflaters.Put(d)
		return cut{bytes.Clone(d.deflate(program)), len(program), bytes.Clone(d.deflate(unicodeMap(letters))), tag(program)}, nil
	})
	return made
}

// appendCodes spells text as the codes of its letters, two bytes each, as they stand between
// the brackets of a string.
func (f *face) appendCodes(b []byte, text string) []byte {
	for _, r := range text {
		code := f.codes[r]
		for _, c := range [2]byte{byte(code >> 8), byte(code)} {
			switch c {
			case '(', ')', '\\':
				b = append(b, '\\', c)
			case '\r': // as it is, it would be read as \n
				b = append(b, `\r`...)
			default:
				b = append(b, c)
			}
		}
	}
	return b
}

// tag is made of a hash: the same subset has the same.
func tag(program []byte) string {
	sum := sha256.Sum256(program)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag[:])
}
