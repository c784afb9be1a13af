package tree

import "bytes"

// token is the end of what begins at an offset of a text, sound TOML or not: a comment, a text
// in quotes, a run of blanks or of other letters, a sign. A text in quotes is closed, or ends
// with its line or, behind three quotes, with the file.
func token(text []byte, start int) (end int, closed bool) {
	switch c := text[start]; {
	case c == '#':
		return lineEnd(text, start), true
	case c == '"' || c == '\'':
		return quoted(text, start)
	case blank(c):
		return run(text, start, blank), true
	case letter(c):
		return run(text, start, letter), true
	}
	return start + 1, true
}

func run(text []byte, i int, of func(byte) bool) int {
	for i < len(text) && of(text[i]) {
		i++
	}
	return i
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }

// letter reports whether a byte stands for itself.
func letter(c byte) bool {
	switch c {
	case ' ', '\t', '\r', '\n', '#', '"', '\'', '=', ',', '.', '[', ']', '{', '}':
		return false
	}
	return true
}

func lineEnd(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// quoted is the end of a text in quotes.
func quoted(text []byte, start int) (end int, closed bool) {
	quote := text[start]
	three := bytes.Repeat([]byte{quote}, 3)
	long := bytes.HasPrefix(text[start:], three)
	i := start + 1
	if long {
		i = start + 3
	}
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && quote == '"':
			i++
		case c == '\n' && !long:
			return i, false
		case c == quote && !long:
			return i + 1, true
		case c == quote && bytes.HasPrefix(text[i:], three):
			i += 3
			for extra := 0; extra < 2 && i < len(text) && text[i] == quote; extra++ {
				i++ // a quote or two may stand before the three that close
			}
			return i, true
		}
	}
	return len(text), false
}
