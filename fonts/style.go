package fonts

import (
	"encoding/binary"
	"io"
	"strings"
)

// style is one of the four that a family needs: two bits.
type style int

const (
	regular    style = 0
	bold       style = 1
	italic     style = 2
	boldItalic       = bold | italic
	styles           = 4 // how many there are
)

func (s style) String() string {
	return [styles]string{regular: "Regular", bold: "Bold", italic: "Italic", boldItalic: "Bold Italic"}[s]
}

// styleNamed is the style that a subfamily name says in the words of any foundry: "Book",
// "Bold Oblique". It reports false for a name that says something else, such as "Light".
func styleNamed(name string) (s style, ok bool) {
	for word := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' }) {
		switch word {
		case "regular", "roman", "book", "normal":
		case "bold":
			s |= bold
		case "italic", "oblique":
			s |= italic
		case "bolditalic", "boldoblique":
			s |= boldItalic
		default:
			return regular, false
		}
		ok = true
	}
	return s, ok
}

// styleOfBits is the style by the flags of a font: fsSelection of its OS/2 table, bits 0
// italic, 5 bold and 9 oblique, and macStyle of its head table, bits 0 bold and 1 italic.
func styleOfBits(font io.ReaderAt) style {
	var s style
	if os2 := readTable(font, "OS/2"); len(os2) >= 64 {
		selection := binary.BigEndian.Uint16(os2[62:])
		if selection&(1<<5) != 0 {
			s |= bold
		}
		if selection&(1<<0|1<<9) != 0 {
			s |= italic
		}
	}
	if head := readTable(font, "head"); len(head) >= 46 {
		s |= style(binary.BigEndian.Uint16(head[44:])) & boldItalic
	}
	return s
}
