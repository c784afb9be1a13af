// Package object reads and writes the values that a PDF file consists of (ISO 32000-1, 7.3).
// It imports the standard library alone.
package object

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
)

// ErrSyntax is input that is not a value, or beyond a limit.
var ErrSyntax = errors.New("pdf: syntax error")

// Limits of one object, against hostile files; sound files need less than a tenth of them.
const (
	Deepest    = 100     // nesting
	mostValues = 1 << 18 // in all
)

// Parser reads values from Pos on: nil, bool, int, float64, string, [Name], [Ref], [Array] or
// [Dict].
type Parser struct {
	Data   []byte
	Pos    int
	deep   int
	values int // read so far
}

func IsSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func IsDelimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// Space skips white space and comments.
func (p *Parser) Space() {
	for ; p.Pos < len(p.Data); p.Pos++ {
		if c := p.Data[p.Pos]; c == '%' {
			for p.Pos < len(p.Data) && p.Data[p.Pos] != '\n' && p.Data[p.Pos] != '\r' {
				p.Pos++
			}
			p.Pos--
		} else if !IsSpace(c) {
			return
		}
	}
}

// accept reports whether a sign comes next, after white space, and skips it.
func (p *Parser) accept(sign string) bool {
	p.Space()
	if !bytes.HasPrefix(p.Data[p.Pos:], []byte(sign)) {
		return false
	}
	p.Pos += len(sign)
	return true
}

// Word reads up to the next white space or delimiter.
func (p *Parser) Word() string {
	start := p.Pos
	for p.Pos < len(p.Data) && !IsSpace(p.Data[p.Pos]) && !IsDelimiter(p.Data[p.Pos]) {
		p.Pos++
	}
	return string(p.Data[start:p.Pos])
}

// Keyword reports whether a word comes next, after white space, and skips it.
func (p *Parser) Keyword(want string) bool {
	p.Space()
	before := p.Pos
	if p.Word() == want {
		return true
	}
	p.Pos = before
	return false
}

func (p *Parser) Value() (any, error) {
	if p.values++; p.deep == Deepest || p.values > mostValues {
		return nil, ErrSyntax
	}
	p.deep++
	defer func() { p.deep-- }()
	switch {
	case p.accept("<<"):
		return p.dict()
	case p.accept("<"):
		return p.hex()
	case p.accept("("):
		return p.literal()
	case p.accept("["):
		return p.array()
	case p.accept("/"):
		return p.name(), nil
	}
	return p.plain()
}

func (p *Parser) dict() (Dict, error) {
	d := Dict{}
	for !p.accept(">>") {
		if !p.accept("/") {
			return nil, ErrSyntax
		}
		key := p.name()
		v, err := p.Value()
		if err != nil {
			return nil, err
		}
		d[key] = v
	}
	return d, nil
}

func (p *Parser) array() (Array, error) {
	a := Array{}
	for !p.accept("]") {
		v, err := p.Value()
		if err != nil {
			return nil, err
		}
		a = append(a, v)
	}
	return a, nil
}

// name reads a name after its slash.
func (p *Parser) name() Name {
	word := p.Word()
	if !strings.Contains(word, "#") {
		return Name(word)
	}
	var b []byte
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c == '#' && i+2 < len(word) {
			if code, err := strconv.ParseUint(word[i+1:i+3], 16, 8); err == nil {
				c, i = byte(code), i+2
			}
		}
		b = append(b, c)
	}
	return Name(b)
}

// plain reads a number, a reference, true, false or null.
func (p *Parser) plain() (any, error) {
	p.Space()
	switch word := p.Word(); word {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	default:
		if n, err := strconv.Atoi(word); err == nil {
			return p.reference(n), nil
		}
		if x, err := strconv.ParseFloat(word, 64); err == nil && strings.Trim(word, "+-.0123456789") == "" {
			return x, nil
		}
		return nil, ErrSyntax
	}
}

// reference is a reference to object n if a generation and "R" come next, else n itself.
func (p *Parser) reference(n int) any {
	before := p.Pos
	if n > 0 {
		p.Space()
		if _, err := strconv.ParseUint(p.Word(), 10, 16); err == nil && p.Keyword("R") {
			return Ref(n)
		}
	}
	p.Pos = before
	return n
}

// Int reads a whole number; -1 if there is none.
func (p *Parser) Int() int {
	v, err := p.plain()
	if n, ok := v.(int); ok && err == nil {
		return n
	}
	return -1
}
