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
// their glyphs in its subset, from 1. It is safe for concurrent use.
type face struct {
	*fonts.Face
	letters []rune   // in the order of their codes
	codes   []uint16 // by code point
	mu      sync.Mutex
	made    cut // once it was asked for
}

// cut is a subset as a file embeds it.
type cut struct {
	program    []byte // compressed
	length     int    // before it was
	unicodeMap []byte // compressed
	tag        string // six letters that mark a subset (ISO 32000-1, 9.6.4)
}

func newFace(f *fonts.Face, letters []rune) *face {
	made := &face{Face: f, letters: letters, codes: make([]uint16, letters[len(letters)-1]+1)}
	for i, r := range letters {
		made.codes[r] = uint16(i + 1)
	}
	return made
}

// cut is the subset, which is made and compressed when it is first asked for.
func (f *face) cut(d *deflater) (cut, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.made.program == nil {
		program, err := subset.Program(f.Face, f.letters)
		if err != nil {
			return cut{}, err
		}
		f.made = cut{bytes.Clone(d.deflate(program)), len(program), bytes.Clone(d.deflate(unicodeMap(f.letters))), tag(program)}
	}
	return f.made, nil
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
