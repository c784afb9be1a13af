package tree

import (
	"strings"
	"unicode"
)

// Text that was typed with a font of an old code page, and pasted as the Latin letters that
// share its bytes: TCVN3 writes "Công tác" as "C«ng t¸c", VNI as "Coâng taùc".
const (
	tcvn3 = "TCVN3"
	vni   = "VNI"
)

const (
	// proofOfLegacy is the evidence that counts as proof: signs that stand together as in no
	// other language, once, or twice where a foreign word might have them.
	proofOfLegacy = 3
	// mostDoubtful is what the signs that foreign names have add to it, however many they are.
	mostDoubtful = 2
)

// legacyText names the code page that a text seems to be in; "" when it is Unicode.
func legacyText(s string) string {
	var oldTCVN3, oldVNI, doubtful int
	for word := range strings.FieldsSeq(s) {
		if !latin1(word) {
			continue // both write nothing else
		}
		written := append([]rune{' ', ' '}, []rune(word+" ")...)
		for i, r := range written {
			if r < 0x80 {
				continue
			}
			oldTCVN3 += tcvn3Evidence(written[i-1], r, written[i+1])
			sure, unsure := vniEvidence(small(written[i-2]), small(written[i-1]), small(r), small(written[i+1]))
			oldVNI, doubtful = oldVNI+sure, doubtful+unsure
		}
	}
	oldVNI += min(doubtful, mostDoubtful)
	switch {
	case oldTCVN3 >= proofOfLegacy && oldTCVN3 >= oldVNI:
		return tcvn3
	case oldVNI >= proofOfLegacy:
		return vni
	}
	return ""
}

// latin1 reports whether a word has signs of Latin-1, and no letters of other alphabets.
func latin1(word string) bool {
	signs := false
	for _, r := range word {
		if r > 0xff && unicode.IsLetter(r) {
			return false
		}
		signs = signs || r > 0x7f
	}
	return signs
}

func small(r rune) rune { return unicode.ToLower(r) }

// tcvn3Evidence weighs a letter of TCVN3: a sign or a foreign capital inside a word, or ® where
// one begins, is proof; a sign at the end of a word is not by itself. A soft hyphen is none:
// Word writes it too.
func tcvn3Evidence(previous, r, next rune) int {
	const signs = "«¸µ¶·¹»¼½¾¨©ª¬®¡¢£¤¥¦§×÷"
	const atEnd = "¸µ¶·¼½¾¨ª¬"
	const capitals = "ÆÇËÎÏÐÑÖØÜÞ"
	switch {
	case strings.ContainsRune(signs, r) && unicode.IsLetter(previous) && unicode.IsLetter(next),
		r == '®' && !unicode.IsLetter(previous) && !unicode.IsDigit(previous) && unicode.IsLetter(next),
		strings.ContainsRune(capitals, r) && unicode.IsLower(previous):
		return 3
	case strings.ContainsRune(atEnd, r) && latin(previous):
		return 2
	}
	return 0
}

// vniEvidence weighs a small letter of VNI, which writes a mark as a letter behind the vowel:
// surely where no word of Vietnamese, French, Portuguese or Spanish has the two together, in
// doubt where a name may, as Loïc, Raphaël, Saúl, oceânico.
func vniEvidence(start, vowel, mark, next rune) (sure, doubtful int) {
	after := func(vowels string) bool { return strings.ContainsRune(vowels, vowel) }
	switch {
	case strings.ContainsRune("õø", mark) && after("aeouyöô"), mark == 'ê' && after("a"), mark == 'â' && after("ao"),
		mark == 'û' && after("auyöô"), mark == 'ù' && after("aeuyöô"), mark == 'ô' && after("ö"), mark == 'ï' && after("öô"),
		mark == 'ù' && after("o") && latinSmall(start), mark == 'â' && after("e") && (start == 'i' || start == 'y'):
		return 3, 0
	case strings.ContainsRune("áàãåä", mark) && after("a"), strings.ContainsRune("åä", mark) && after("eo"), mark == 'â' && after("e") && start != 'c',
		mark == 'ñ' && !unicode.IsLetter(vowel) && unicode.IsLetter(next):
		return 2, 0
	case strings.ContainsRune("éèúüë", mark) && after("a"), mark == 'ï' && after("oeu"), mark == 'û' && after("eo"), strings.ContainsRune("âáàã", mark) && after("e"),
		mark == 'æ' && latinSmall(vowel) && !unicode.IsLetter(next), mark == 'ö' && next == 'a':
		return 0, 1
	}
	return 0, 0
}

func latin(r rune) bool { return latinSmall(r) || r >= 'A' && r <= 'Z' }

func latinSmall(r rune) bool { return r >= 'a' && r <= 'z' }
