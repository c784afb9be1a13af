package pdf

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
)

// errSyntax is something that is not the value that should stand there.
var errSyntax = errors.New("pdf: syntax error")

// Limits of one object, to bound what a hostile file can make of few bytes; no sound file
// needs a tenth of them.
const (
	deepest    = 100     // values in each other
	mostValues = 1 << 18 // values in all
)

// parser reads values (ISO 32000-1, 7.3) from pos on: nil, bool, int, float64, string,
// name, ref, array or dict.
type parser struct {
	data   []byte
	pos    int
	deep   int
	values int // that were read
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// space goes on to the next byte that is neither white space nor comment.
func (p *parser) space() {
	for ; p.pos < len(p.data); p.pos++ {
		if c := p.data[p.pos]; c == '%' {
			for p.pos < len(p.data) && p.data[p.pos] != '\n' && p.data[p.pos] != '\r' {
				p.pos++
			}
			p.pos--
		} else if !isSpace(c) {
			return
		}
	}
}

// accept goes past a sign if it comes next.
func (p *parser) accept(sign string) bool {
	p.space()
	if !bytes.HasPrefix(p.data[p.pos:], []byte(sign)) {
		return false
	}
	p.pos += len(sign)
	return true
}

// word is what stands here up to white space or a delimiter.
func (p *parser) word() string {
	start := p.pos
	for p.pos < len(p.data) && !isSpace(p.data[p.pos]) && !isDelimiter(p.data[p.pos]) {
		p.pos++
	}
	return string(p.data[start:p.pos])
}

// keyword goes past a word if it comes next.
func (p *parser) keyword(want string) bool {
	p.space()
	before := p.pos
	if p.word() == want {
		return true
	}
	p.pos = before
	return false
}

func (p *parser) value() (any, error) {
	if p.values++; p.deep == deepest || p.values > mostValues {
		return nil, errSyntax
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

func (p *parser) dict() (dict, error) {
	d := dict{}
	for !p.accept(">>") {
		if !p.accept("/") {
			return nil, errSyntax
		}
		key := p.name()
		v, err := p.value()
		if err != nil {
			return nil, err
		}
		d[key] = v
	}
	return d, nil
}

func (p *parser) array() (array, error) {
	a := array{}
	for !p.accept("]") {
		v, err := p.value()
		if err != nil {
			return nil, err
		}
		a = append(a, v)
	}
	return a, nil
}

// name is the rest of a name.
func (p *parser) name() name {
	word := p.word()
	if !strings.Contains(word, "#") {
		return name(word)
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
	return name(b)
}
