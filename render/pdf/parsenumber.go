package pdf

import (
	"strconv"
	"strings"
)

// plain is a number, a reference or one of the words that are values.
func (p *parser) plain() (any, error) {
	p.space()
	switch word := p.word(); word {
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
		return nil, errSyntax
	}
}

// reference is n, or the object n if what comes next says so.
func (p *parser) reference(n int) any {
	before := p.pos
	if n > 0 {
		p.space()
		if _, err := strconv.ParseUint(p.word(), 10, 16); err == nil && p.keyword("R") {
			return ref(n)
		}
	}
	p.pos = before
	return n
}

// int is the whole number that comes next, or -1.
func (p *parser) int() int {
	v, err := p.plain()
	if n, ok := v.(int); ok && err == nil {
		return n
	}
	return -1
}
