package tree

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text that was typed with a font of an old code page, and pasted as the Latin letters that
// share its bytes: TCVN3 writes "Công tác" as "C«ng t¸c", VNI as "Coâng taùc".
const (
	tcvn3 = "TCVN3"
	vni   = "VNI"
)

// proofOfLegacy is the evidence that counts as proof: signs that stand together as in no Vietnamese
// word, once, or twice where a foreign word might have them.
const proofOfLegacy = 3

// legacyText names the code page that a text seems to be in; "" when it is Unicode.
func legacyText(s string) string {
	var oldTCVN3, oldVNI int
	previous := ' '
	for i, r := range s {
		if r < 0x80 || r > 0xff { // both write nothing but Latin-1 beside ASCII
			previous = r
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		oldTCVN3 += tcvn3Evidence(previous, r, next)
		oldVNI += vniEvidence(previous, r)
		previous = r
	}
	switch {
	case oldTCVN3 >= proofOfLegacy && oldTCVN3 >= oldVNI:
		return tcvn3
	case oldVNI >= proofOfLegacy:
		return vni
	}
	return ""
}

// tcvn3Evidence weighs a letter of TCVN3: a sign or a foreign capital inside a word is proof,
// a sign at the end of a word is not by itself.
func tcvn3Evidence(previous, r, next rune) int {
	const signs = "«¸µ¶·¹»¼½¾¨©ª¬®¡¢£¤¥¦§×÷\u00ad"
	const atEnd = "¸µ¶·¼½¾¨ª¬"
	const capitals = "ÆÇËÎÏÐÑÖØÜÞ"
	switch {
	case strings.ContainsRune(signs, r) && unicode.IsLetter(previous) && unicode.IsLetter(next),
		strings.ContainsRune(capitals, r) && unicode.IsLower(previous):
		return 3
	case strings.ContainsRune(atEnd, r) && latin(previous):
		return 2
	}
	return 0
}

// vniEvidence weighs a mark of VNI, which follows its vowel as a letter: one may be a foreign
// name, two are not.
func vniEvidence(vowel, mark rune) int {
	vowels := ""
	switch mark {
	case 'á', 'à', 'ã', 'ê', 'é', 'è', 'ú', 'ü', 'ë':
		vowels = "a"
	case 'â':
		vowels = "aoe"
	case 'ù', 'õ':
		vowels = "ae"
	case 'å', 'ä':
		vowels = "aeo"
	case 'ø':
		vowels = "aeouy"
	case 'û':
		vowels = "aeuy"
	case 'ï':
		vowels = "oeu"
	default:
		return 0
	}
	if latin(vowel) && strings.ContainsRune(vowels, vowel|0x20) {
		return 2
	}
	return 0
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
