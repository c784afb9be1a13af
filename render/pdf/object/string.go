package object

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// hex reads a hexadecimal string after its "<".
func (p *Parser) hex() (string, error) {
	var b []byte
	high := -1
	for ; p.Pos < len(p.Data); p.Pos++ {
		c := p.Data[p.Pos]
		digit := strings.IndexByte("0123456789abcdef", c|0x20)
		switch {
		case c == '>':
			p.Pos++
			if high >= 0 {
				b = append(b, byte(high<<4))
			}
			return string(b), nil
		case IsSpace(c):
		case digit < 0:
			return "", ErrSyntax
		case high < 0:
			high = digit
		default:
			b, high = append(b, byte(high<<4|digit)), -1
		}
	}
	return "", ErrSyntax
}

// literal reads a string after its "(".
func (p *Parser) literal() (string, error) {
	var b []byte
	for open := 1; p.Pos < len(p.Data); {
		c := p.Data[p.Pos]
		p.Pos++
		switch c {
		case '\\':
			b = p.escaped(b)
			continue
		case '\r': // any line end is \n
			if p.Pos < len(p.Data) && p.Data[p.Pos] == '\n' {
				p.Pos++
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
	return "", ErrSyntax
}

// escaped appends what a backslash and the bytes after it stand for.
func (p *Parser) escaped(b []byte) []byte {
	if p.Pos == len(p.Data) {
		return b
	}
	c := p.Data[p.Pos]
	p.Pos++
	switch i := strings.IndexByte("nrtbf", c); {
	case i >= 0:
		return append(b, "\n\r\t\b\f"[i])
	case c == '\n':
		return b
	case c == '\r':
		if p.Pos < len(p.Data) && p.Data[p.Pos] == '\n' {
			p.Pos++
		}
		return b
	case c < '0' || c > '7':
		return append(b, c)
	}
	code := int(c - '0')
	for n := 1; n < 3 && p.Pos < len(p.Data) && '0' <= p.Data[p.Pos] && p.Data[p.Pos] <= '7'; n++ {
		code = code<<3 | int(p.Data[p.Pos]-'0')
		p.Pos++
	}
	return append(b, byte(code))
}

// Decode is the text of a string: UTF-16 or UTF-8 by its byte order mark, else Latin-1, which
// agrees with PDFDocEncoding in its letters.
func Decode(s string) string {
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
