package object

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// Values of a file (ISO 32000-1, 7.3); the others are Go's own types.
type (
	Name  string // without its slash
	Ref   int    // a reference: the number of an object of generation 0
	Array []any
	Dict  map[Name]any
)

func (n Name) String() string {
	b := []byte{'/'}
	for _, c := range []byte(n) {
		if c <= ' ' || c > '~' || IsDelimiter(c) || c == '#' {
			b = fmt.Appendf(b, "#%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}

func (r Ref) String() string { return string(AppendRef(nil, r)) }

func AppendRef(b []byte, r Ref) []byte {
	return append(strconv.AppendInt(b, int64(r), 10), " 0 R"...)
}

// AppendRefs spells a list of consecutive objects.
func AppendRefs(b []byte, first Ref, n int) []byte {
	b = append(b, '[')
	for i := range n {
		b = append(AppendRef(b, first+Ref(i)), ' ')
	}
	return append(b, ']')
}

// Quote spells a text string (ISO 32000-1, 7.9.2.2) in brackets.
func Quote(text string) string {
	b := []byte{'('}
	for _, c := range Encode(text) {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // as it is, it would be read as \n
			b = append(b, `\r`...)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, ')'))
}

// byteOrderMark begins text in UTF-16, big-endian.
const byteOrderMark = "\xFE\xFF"

// Encode is text in ASCII if it is printable ASCII, else in UTF-16 with a byte order mark.
func Encode(text string) []byte {
	if !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
		return []byte(text)
	}
	b := []byte(byteOrderMark)
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return b
}

// QuoteDate spells a date in UTC, with +00'00' instead of Z, which pdfcpu refuses.
func QuoteDate(t time.Time) string { return t.Format("(D:20060102150405+00'00')") }
