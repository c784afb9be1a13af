package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// hex is the rest of a string in hexadecimal digits.
func (p *parser) hex() (string, error) {
	var b []byte
	high := -1
	for ; p.pos < len(p.data); p.pos++ {
		c := p.data[p.pos]
		digit := strings.IndexByte("0123456789abcdef", c|0x20)
		switch {
		case c == '>':
			p.pos++
			if high >= 0 {
				b = append(b, byte(high<<4))
			}
			return string(b), nil
		case isSpace(c):
		case digit < 0:
			return "", errSyntax
		case high < 0:
			high = digit
		default:
			b, high = append(b, byte(high<<4|digit)), -1
		}
	}
	return "", errSyntax
}

// literal is the rest of a string in brackets.
func (p *parser) literal() (string, error) {
	var b []byte
	for open := 1; p.pos < len(p.data); {
		c := p.data[p.pos]
		p.pos++
		switch c {
		case '\\':
			b = p.escaped(b)
			continue
		case '\r': // any line end is \n
			if p.pos < len(p.data) && p.data[p.pos] == '\n' {
				p.pos++
			}
			c = '\n'
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return string(b), nil
			}
		}
		b = append(b, c)
	}
	return "", errSyntax
}

// escaped appends what a backslash and the bytes after it stand for.
func (p *parser) escaped(b []byte) []byte {
	if p.pos == len(p.data) {
		return b
	}
	c := p.data[p.pos]
	p.pos++
	switch i := strings.IndexByte("nrtbf", c); {
	case i >= 0:
		return append(b, "\n\r\t\b\f"[i])
	case c == '\n':
		return b
	case c == '\r':
		if p.pos < len(p.data) && p.data[p.pos] == '\n' {
			p.pos++
		}
		return b
	case c < '0' || c > '7':
		return append(b, c)
	}
	code := int(c - '0')
	for n := 1; n < 3 && p.pos < len(p.data) && '0' <= p.data[p.pos] && p.data[p.pos] <= '7'; n++ {
		code = code<<3 | int(p.data[p.pos]-'0')
		p.pos++
	}
	return append(b, byte(code))
}

// decode is the text that a string spells: in UTF-16, in UTF-8, or, as we take it, Latin-1.
func decode(s string) string {
	if text, ok := strings.CutPrefix(s, "\uFEFF"); ok {
		return strings.ToValidUTF8(text, "\uFFFD")
	}
	text, ok := strings.CutPrefix(s, byteOrderMark)
	if !ok {
		var b []byte
		for _, c := range []byte(s) {
			b = utf8.AppendRune(b, rune(c))
		}
		return string(b)
	}
	var units []uint16
	for i := 0; i+1 < len(text); i += 2 {
		units = append(units, uint16(text[i])<<8|uint16(text[i+1]))
	}
	return string(utf16.Decode(units))
}
