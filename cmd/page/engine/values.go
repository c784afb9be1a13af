package engine

import (
	"regexp"
	"strings"
	"unicode"

	"phuluc2b/model"
)

// values are the values that a cell's text has, one a line; codes may stand beside each other.
func values(row model.Row, text string) []string {
	text = plain(text)
	if row.Kind != model.KindText {
		text = figureText(text)
	}
	if row.Kind == model.KindCode && row.Values > 1 {
		if codes := regexp.MustCompile(`^\s*(\d+)(?:\s*[,;]\s*|[ \t]+)(\d+)\s*$`).FindStringSubmatch(text); codes != nil {
			return codes[1:]
		}
	}
	var all []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// figureText is the text of a figure without letters that have no look, and with digits of the
// width of an East Asian letter as plain ones.
func figureText(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case hidden(r):
			return -1
		case r >= 0xff01 && r <= 0xff5e:
			return r - 0xfee0 // the same letter of ASCII
		}
		return r
	}, text)
}

func hidden(r rune) bool { return unicode.Is(unicode.Cf, r) }

// hidesWithin reports whether letters without a look, which values leaves out, stand between others
// or turn their order.
func hidesWithin(row model.Row, text string) bool {
	if row.Kind == model.KindText {
		return false
	}
	const turning = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
	return strings.ContainsAny(text, turning) || strings.ContainsFunc(strings.TrimFunc(text, func(r rune) bool { return hidden(r) || unicode.IsSpace(r) }), hidden)
}
