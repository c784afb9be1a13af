package tree

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// WithoutMarks is a text without the marks of Vietnamese letters: "Đã ký" is "Da ky".
func WithoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		case r == 'Đ':
			return 'D'
		}
		return r
	}, norm.NFD.String(s))
}

// Slug is a text as a name that everything takes: small letters and digits of ASCII, with "-"
// between words.
func Slug(s string) string {
	plain := WithoutMarks(strings.ToLower(norm.NFC.String(s)))
	return strings.Join(strings.FieldsFunc(plain, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), "-")
}

// Folded is equal for names of files that some system takes for one: those that differ in case,
// or in how the marks of a letter are written.
func Folded(name string) string { return strings.ToLower(norm.NFC.String(name)) }
