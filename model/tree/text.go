package tree

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"phuluc2b/model/diag"
)

// mostNamed is how many letters one finding names.
const mostNamed = 5

// Clean is text as it is stored and printed: NFC (TCVN 6909:2001), line breaks as \n, no
// white space at its edges. Letters that XML or the font cannot carry are reported and left out.
func (r *reader) Clean(at diag.Place, s string) string {
	s, _ = r.Sound(at, s)
	return s
}

// Sound is Clean that tells whether nothing had to be reported.
func (r *reader) Sound(at diag.Place, s string) (clean string, sound bool) {
	s = trimLines(norm.NFC.String(s))
	if codePage := legacyText(s); codePage != "" {
		r.Faultf("E21", at, "chuyển sang Unicode (bằng UniKey: Ctrl+Shift+F6, nguồn "+codePage+", đích Unicode) rồi dán lại", "“%s” là chữ gõ bằng phông %s, không phải Unicode", FirstLine(s), codePage)
		return s, false
	}
	if !strings.ContainsFunc(s, func(c rune) bool { return !r.prints(c) }) {
		return s, true
	}
	var bad []rune
	clean = strings.Map(func(c rune) rune {
		if r.prints(c) {
			return c
		}
		if !slices.Contains(bad, c) {
			bad = append(bad, c)
		}
		return -1
	}, s)
	r.reportLetters(at, s, bad)
	return clean, false
}

func (r *reader) prints(c rune) bool {
	usual := int(c) < len(r.printed)
	if usual && r.printed[c] {
		return true
	}
	prints := c == '\n' || Printable(c) && r.draws(c)
	if usual {
		r.printed[c] = prints
	}
	return prints
}

// reportLetters reports the letters of a text that cannot be printed, at the first of them.
func (r *reader) reportLetters(at diag.Place, s string, bad []rune) {
	hint := diag.Advice{File: "xóa ký tự này rồi gõ lại chữ cần viết"}
	if plain := trimLines(strings.Map(straight, s)); plain != "" && !strings.ContainsFunc(plain, func(c rune) bool { return !r.prints(c) }) {
		hint = diag.Advice{File: "viết " + Short(Quote(plain)) + ", gõ bằng bàn phím", Cell: "viết " + Short(plain) + ", gõ bằng bàn phím"}
	}
	if len(bad) == 1 {
		r.Advisef("ky-tu", within(at, bad[0]), hint, "ký tự %s không in được", describe(bad[0]))
		return
	}
	var names []string
	for _, c := range bad[:min(len(bad), mostNamed)] {
		names = append(names, describe(c))
	}
	if len(bad) > mostNamed {
		names = append(names, "…")
	}
	hint.File = strings.Replace(hint.File, "ký tự này", "các ký tự này", 1)
	r.Advisef("ky-tu", within(at, bad[0]), hint, "%d ký tự không in được: %s", len(bad), strings.Join(names, ", "))
}

// trimLines has line breaks as \n, and no white space at the edges of lines, nor blank lines
// above or below.
func trimLines(s string) string {
	if strings.ContainsAny(s, "\r\t\n") {
		s = strings.NewReplacer("\r\n", "\n", "\t", " ").Replace(s)
		lines := strings.Split(s, "\n")
		for i := range lines {
			lines[i] = strings.Trim(lines[i], " ")
		}
		s = strings.Join(lines, "\n")
	}
	return strings.Trim(s, " \n")
}

// Printable leaves out controls, line separators, invisible marks, what XML 1.0 forbids and what lies beyond
// the fonts' plane.
func Printable(c rune) bool {
	return c <= 0xffff && c != unicode.ReplacementChar && !unicode.In(c, unicode.C, unicode.Zl, unicode.Zp)
}

func describe(c rune) string {
	if Printable(c) || unicode.IsGraphic(c) {
		return fmt.Sprintf("“%c” (%U)", c, c)
	}
	return fmt.Sprintf("%U", c)
}

// within is the place of a letter in its value, if the file has it as it is.
func within(at diag.Place, c rune) diag.Place {
	if i := strings.IndexRune(at.Text(), c); i >= 0 {
		return at.Source.At(at.Start+i, at.Start+i+len(string(c)))
	}
	return at
}

// FirstLine is the first line of a text, shortened, for a message.
func FirstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return Short(line)
}

// Short is a value as a message quotes it: no longer than a line has room for.
func Short(s string) string { return diag.Shorten(s, 60) }
