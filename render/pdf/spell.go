package pdf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"phuluc2b/render/layout"
)

// How values are spelt in a file (ISO 32000-1, 7.3).
type (
	name  string // without its slash
	ref   int    // an object, by its number; its generation is 0
	array []any
	dict  map[name]any
)

func (n name) String() string {
	b := []byte{'/'}
	for _, c := range []byte(n) {
		if c <= ' ' || c > '~' || isDelimiter(c) || c == '#' {
			b = fmt.Appendf(b, "#%02X", c)
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}

func (r ref) String() string { return string(appendRef(nil, r)) }

func appendRef(b []byte, r ref) []byte {
	return append(strconv.AppendInt(b, int64(r), 10), " 0 R"...)
}

// appendRefs spells a list of consecutive objects.
func appendRefs(b []byte, first ref, n int) []byte {
	b = append(b, '[')
	for i := range n {
		b = append(appendRef(b, first+ref(i)), ' ')
	}
	return append(b, ']')
}

// quote spells text for people.
func quote(text string) string {
	b := []byte{'('}
	for _, c := range encode(text) {
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

// byteOrderMark begins text in UTF-16, the high byte of each unit first.
const byteOrderMark = "\xFE\xFF"

// encode is text as it is if it is ASCII, else in UTF-16.
func encode(text string) []byte {
	if !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
		return []byte(text)
	}
	b := []byte(byteOrderMark)
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return b
}

// quoteDate spells a date in UTC. Some readers do not know the Z that the standard allows.
func quoteDate(t time.Time) string { return t.Format("(D:20060102150405+00'00')") }

// number spells a distance in points, to the precision that fpdf draws with.
func number(l layout.Length) string { return strconv.FormatFloat(l.Points(), 'f', 2, 64) }
