package tree

import (
	"bytes"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"
)

// entry is a key and its value as a person wrote them, sound or not: a line without its
// comment, or what stands between two commas of braces.
type entry struct {
	key, sign, value string // the sign is what stands for "="
	start, end       int    // offsets in the text
	inside           byte   // the innermost bracket that is open; 0 for none
}

// entry is that in which the parser stopped.
func (s stop) entry() entry {
	n := s.at.Position().Line
	e := entry{start: s.src.Start(n)}
	e.end = e.start + len(s.src.Line(n))
	if brackets, _ := openings(s.text, s.at.Start); len(brackets) > 0 {
		last := brackets[len(brackets)-1]
		e.start, e.inside = max(e.start, last+1), s.text[last]
	}
	depth := 0
scan:
	for i := e.start; i < e.end; {
		next, closed := token(s.text, i)
		switch c := s.text[i]; {
		case c == '#':
			e.end = i
		case c == '"' && !closed || c == '\'' && !closed: // the comment is within
			if comment := regexp.MustCompile(`\s#`).FindIndex(s.text[i:min(next, e.end)]); comment != nil {
				e.end = i + comment[0]
			}
		case e.inside == 0: // commas part nothing
		case c == '[' || c == '{':
			depth++
		case depth > 0 && (c == ']' || c == '}'):
			depth--
		case depth == 0 && (c == ',' || c == ']' || c == '}'):
			if i >= s.at.Start {
				e.end = i
				break scan
			}
			e.start = i + 1
		}
		i = next
	}
	e.cut(string(s.text[e.start:e.end]))
	e.start += len(s.text[e.start:e.end]) - len(bytes.TrimLeft(s.text[e.start:e.end], " \t"))
	return e
}

// cut parts a key from its value.
func (e *entry) cut(text string) {
	text = strings.TrimSpace(strings.Map(straight, text))
	for _, parts := range []string{
		`^([^=:→]*?)\s*([=:→][=:>→]*|->)\s*(.*)$`,
		`^(` + quoteSign + `?[0-9A-Za-z_.-]*[0-9A-Za-z]` + quoteSign + `?)(?:\s+[-–]\s+|\s+|\s*[;|]\s*)()(.+)$`,
	} {
		if found := regexp.MustCompile(parts).FindStringSubmatch(text); found != nil {
			e.key, e.sign, e.value = found[1], found[2], found[3]
			return
		}
	}
	e.key = text
}

// mended is the entry as it was most likely meant; "" when that is not clear.
func (e entry) mended() string {
	key := mendKey(e.key)
	value := e.mendedValue()
	if key == "" || value == "" {
		return ""
	}
	if text := key + " = " + value; sound(text) {
		return text
	}
	return ""
}

func (e entry) mendedValue() string {
	value := strings.TrimRight(e.value, ";, \t")
	words := withoutQuotes(value)
	switch {
	case value == "" || sound("a = "+value):
		return value
	case e.takesFigure():
		cells := regexp.MustCompile(`[\t;|]`).Split(words, -1)
		figure := ""
		for _, cell := range cells {
			if found := readFigure(cell); found != "" && figure != "" {
				return "" // one of two
			} else if found != "" {
				figure = found
			}
		}
		return figure
	case e.isDate():
		if date, ok := parseDate(words); ok {
			return date.Format(time.DateOnly)
		}
		return ""
	case strings.ContainsAny(value[:1], "[{("):
		return ""
	}
	return Quote(words)
}

// takesFigure reports whether the value is a number: that of a row, or of a key that takes no
// words.
func (e entry) takesFigure() bool {
	key := mendKey(e.key)
	return strings.HasPrefix(key, `"`) || key == "so_lieu" || key == "so" || key == "nam"
}

func (e entry) isDate() bool { return mendKey(e.key) == "ngay" }

// quoteSign is one of those that are typed around a text.
const quoteSign = `["'` + "`" + `“”„‟«»‘’‚‛″′]`

// withoutQuotes is a text without the sign on each side that is, or was meant for, its quote.
func withoutQuotes(s string) string {
	return strings.TrimSpace(regexp.MustCompile(`^`+quoteSign+`?(.*?)`+quoteSign+`?$`).ReplaceAllString(s, "$1"))
}

// mendKey is a key as the file should write it; "" when that is not clear.
func mendKey(key string) string {
	name := strings.TrimSpace(regexp.MustCompile(quoteSign).ReplaceAllString(norm.NFC.String(key), ""))
	switch {
	case regexp.MustCompile(`^\d[0-9A-Za-z]*(\.[0-9A-Za-z]+)*(\s*,\s*\d[0-9A-Za-z.]*)*\.?$`).MatchString(name):
		return Quote(strings.TrimSuffix(name, "."))
	case bareKey(plain(name)) && unicode.IsLetter([]rune(name)[0]):
		return plain(name)
	}
	return ""
}

// straight is the letter that was meant by one that looks like it.
func straight(r rune) rune {
	switch {
	case r == '\ufeff' || r == '\u200b':
		return -1
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case unicode.Is(unicode.Zs, r):
		return ' '
	}
	return r
}

// sound reports whether a text is TOML.
func sound(text string) bool { return toml.Unmarshal([]byte(text), &map[string]any{}) == nil }
