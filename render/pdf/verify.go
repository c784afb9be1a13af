package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"phuluc2b/render/pdf/object"
)

// errDrawing is page contents by fpdf that are not as we know them, as a new version of it
// might write them. Nothing else would notice: a reader shows other letters, or none.
var errDrawing = errors.New("pdf: what fpdf has drawn is not understood")

// take strips fpdf's own font from the contents of a page, which must begin with it.
func (d *canvas) take(contents []byte) ([]byte, error) {
	if len(d.fontLine) == 0 || !bytes.Contains(contents, d.fontLine) {
		return nil, fmt.Errorf("%w: it does not set its own font as %q", errDrawing, d.fontLine)
	}
	return bytes.ReplaceAll(contents, d.fontLine, nil), nil
}

// verify makes sure that all pages are there and select no font but those that the file will
// have, of which there are so many.
func (d *drawing) verify(pages, fonts int) error {
	if len(d.contents) != pages {
		return fmt.Errorf("%w: %d pages of %d", errDrawing, len(d.contents), pages)
	}
	written := map[string]bool{}
	for i := range fonts {
		written[string(faceName(i))] = true
	}
	for i, contents := range d.contents {
		for _, name := range selected(contents) {
			if !written[string(name)] {
				return fmt.Errorf("%w: page %d selects the font %q", errDrawing, i+1, name)
			}
		}
	}
	return nil
}

// selected is the names that contents give the operator Tf, without their slash: "F0".
func selected(contents []byte) [][]byte {
	var all [][]byte
	var name []byte // the last one
	for i := 0; ; {
		next := bytes.IndexAny(contents[i:], "(/T")
		if next < 0 {
			return all
		}
		i += next
		switch contents[i] {
		case '(':
			i += stringLength(contents[i:])
		case '/':
			length := wordLength(contents[i+1:])
			name = contents[i+1:][:length]
			i += 1 + length
		default:
			length := wordLength(contents[i:])
			if string(contents[i:][:length]) == "Tf" && (i == 0 || object.IsSpace(contents[i-1]) || object.IsDelimiter(contents[i-1])) {
				all = append(all, name)
			}
			i += length
		}
	}
}

// wordLength is the number of bytes before the next white space or delimiter.
func wordLength(b []byte) int {
	for i, c := range b {
		if object.IsSpace(c) || object.IsDelimiter(c) {
			return i
		}
	}
	return len(b)
}

// stringLength is the number of bytes of a string in brackets that begins there.
func stringLength(b []byte) int {
	open := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return i + 1
			}
		}
	}
	return len(b)
}
