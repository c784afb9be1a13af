package ooxml

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// CodePage is the old code page of a font, whose text is Vietnamese written with the Latin
// letters that share its bytes.
type CodePage int

const (
	UnicodePage   CodePage = iota
	tcvn3Page              // TCVN 5712:1993 VN3, fonts called .Vn…
	tcvn3Capitals          // the same in fonts called .Vn…H, which draw capitals
	vniPage                // VNI-Windows, fonts called VNI-…
)

// CodePageOf tells the code page by the name of the font, which is sure.
func CodePageOf(font string) CodePage {
	lower := strings.ToLower(font)
	switch {
	case strings.HasPrefix(lower, ".vn") && strings.HasSuffix(lower, "h"):
		return tcvn3Capitals
	case strings.HasPrefix(lower, ".vn"):
		return tcvn3Page
	case strings.HasPrefix(lower, "vni-"), strings.HasPrefix(lower, "vni "):
		return vniPage
	}
	return UnicodePage
}

// Convert is text of a code page as Unicode.
func (p CodePage) Convert(text string) string {
	switch p {
	case tcvn3Page:
		return tcvn3Letters.Replace(text)
	case tcvn3Capitals:
		return strings.ToUpper(tcvn3Letters.Replace(text))
	case vniPage:
		return fromVNI(text)
	}
	return text
}

// The letters of TCVN3 from 0xA1 on, as Windows-1252 shows them, and what they are.
var tcvn3Letters = pairs(
	"¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
	"ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")

func pairs(from, to string) *strings.Replacer {
	var all []string
	for _, r := range from {
		letter, n := utf8.DecodeRuneInString(to)
		all = append(all, string(r), string(letter))
		to = to[n:]
	}
	return strings.NewReplacer(all...)
}

// The letters of VNI that stand alone, and the marks that follow a vowel, with what the two
// are together.
var (
	vniAlone = map[rune]rune{'ñ': 'đ', 'ô': 'ơ', 'ö': 'ư', 'æ': 'ỉ', 'ó': 'ĩ', 'ò': 'ị', 'î': 'ỵ'}
	vniMarks = map[rune]string{ // for the vowels a e o u y ô ö, in this order
		'ù': "áéóúýớứ", 'ø': "àèòùỳờừ", 'û': "ảẻỏủỷởử", 'õ': "ãẽõũỹỡữ", 'ï': "ạẹọụ_ợự",
		'â': "âêô____", 'á': "ấếố____", 'à': "ầềồ____", 'å': "ẩểổ____", 'ã': "ẫễỗ____", 'ä': "ậệộ____",
		'ê': "ă______", 'é': "ắ______", 'è': "ằ______", 'ú': "ẳ______", 'ü': "ẵ______", 'ë': "ặ______",
	}
)

const vniVowels = "aeouyôö"

func fromVNI(text string) string {
	var b strings.Builder
	letters := []rune(text)
	for i := 0; i < len(letters); i++ {
		r := letters[i]
		if i+1 < len(letters) {
			if joined := joinVNI(unicode.ToLower(r), unicode.ToLower(letters[i+1])); joined != 0 {
				if unicode.IsUpper(r) {
					joined = unicode.ToUpper(joined)
				}
				b.WriteRune(joined)
				i++
				continue
			}
		}
		if alone, ok := vniAlone[unicode.ToLower(r)]; ok {
			if unicode.IsUpper(r) {
				alone = unicode.ToUpper(alone)
			}
			r = alone
		}
		b.WriteRune(r)
	}
	return b.String()
}

// joinVNI is a vowel with the mark behind it; 0 when the second letter is no mark of the
// first.
func joinVNI(vowel, mark rune) rune {
	joined, ok := vniMarks[mark]
	if !ok {
		return 0
	}
	place := 0
	for _, v := range vniVowels {
		if v == vowel {
			if r := []rune(joined)[place]; r != '_' {
				return r
			}
		}
		place++
	}
	return 0
}

// superscripts are the raised forms of letters, subscripts the lowered ones.
var (
	superscripts = pairs("0123456789+-=()abcdeghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
	subscripts   = pairs("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
)

// Raise is text as superscript or subscript shows it, so that it does not run into a number.
func Raise(text string, raised int) string {
	switch {
	case raised > 0:
		return superscripts.Replace(text)
	case raised < 0:
		return subscripts.Replace(text)
	}
	return text
}
