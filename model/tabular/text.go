package tabular

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean is the text of a cell without blank lines, which people type to push a figure
// down, without white space at the edges of lines, and without signs that are not seen.
func Clean(s string) string {
	if s == "" {
		return ""
	}
	var lines []string
	for line := range strings.SplitSeq(norm.NFC.String(strings.Map(dropUnseen, s)), "\n") {
		if line = strings.Trim(line, " \t\u00a0\u2007\u202f\u2009\u3000"); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// OneLine is a cleaned text on one line.
func OneLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

func isUnseen(r rune) bool {
	switch r {
	case 0x00ad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff:
		return true
	}
	return unicode.Is(unicode.Bidi_Control, r)
}

func dropUnseen(r rune) rune {
	if isUnseen(r) {
		return -1
	}
	return r
}

// Plain is text without what people type differently: case, blanks, punctuation, marks of
// notes ("¹"), and where the tone of oà, uý stands.
func Plain(s string) string {
	s = strings.ToLower(norm.NFKC.String(strings.Map(dropRaised, s)))
	words := strings.FieldsFunc(tones.Replace(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' && !unicode.Is(unicode.Mn, r)
	})
	for i, word := range words {
		if usual := oneSpelling(word); usual != "" {
			words[i] = usual
		}
	}
	return strings.Join(words, " ")
}

// Says reports whether any of the phrases, which are in small letters, stands in a text, word by
// word: "kế hoạch" is spelled as Plain does before it is looked for.
func Says(text string, phrases ...string) bool {
	words := " " + Plain(text) + " "
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(words, " "+tones.Replace(phrase)+" ") })
}

// oneSpelling is the usual one of the words that are written with i or y; "" for others.
func oneSpelling(word string) string {
	switch word {
	case "tỉ":
		return "tỷ"
	case "kì", "kí", "kĩ", "lí", "mĩ", "hi", "ti", "qui", "quí":
		return strings.NewReplacer("ì", "ỳ", "í", "ý", "ĩ", "ỹ", "i", "y").Replace(word)
	case "sỹ":
		return "sĩ"
	}
	return ""
}

// dropRaised leaves out superscripts and subscripts, and signs that are not seen.
func dropRaised(r rune) rune {
	if isUnseen(r) || IsRaised(r) {
		return -1
	}
	return r
}

// IsRaised reports whether a sign is a superscript or a subscript.
func IsRaised(r rune) bool {
	return strings.ContainsRune("¹²³⁰⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵃᵇᶜᵈᵉᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", r)
}

// tones puts the tone of oa, oe, uy where the older spelling has it: hoà and hòa are one word.
// Behind q the u is no vowel.
var tones = strings.NewReplacer("oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa", "oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe",
	"quỳ", "quỳ", "quý", "quý", "qúy", "quý", "quỷ", "quỷ", "quỹ", "quỹ", "quỵ", "quỵ", "uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy")

// Pattern is a regular expression that is compiled when it is first asked for: most runs read no
// document, and to compile all would take them a millisecond.
func Pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// leadingNumber is an STT that was typed before a label.
var leadingNumber = Pattern(`^\s*((?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Za-zđĐ])[.)]{1,2}|\d{1,3}(?:\.\d{1,3})+|[-–+*•])\s+(\S.*)$`)

// CutNumber parts an STT from the label behind it.
func CutNumber(label string) (number, rest string, ok bool) {
	parts := leadingNumber().FindStringSubmatch(strings.ReplaceAll(label, "\n", " "))
	if parts == nil {
		return "", label, false
	}
	return parts[1], parts[2], true
}
