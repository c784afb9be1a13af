package tree

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug is a text as a name that everything takes: small letters and digits of ASCII, with "-"
// between words.
func Slug(s string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		}
		return r
	}, norm.NFD.String(strings.ToLower(norm.NFC.String(s))))
	return strings.Join(strings.FieldsFunc(plain, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), "-")
}
