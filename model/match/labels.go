package match

import (
	"slices"
	"strings"
	"unicode"

	"phuluc2b/model/tree"
)

// weightless are words that a label may have or lack and mean the same.
var weightless = []string{"các", "những", "của", "và", "về", "tại", "ở", "là", "thì", "số"}

// alike reports whether two labels differ by no more than slips of the pen. A digit, a level,
// a negation is never one: numbers are equal, and a word stands for another only if it is the
// same but for its marks, or a letter in a long word.
func (m *matcher) alike(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 || len(a)-len(b) > 2 || len(b)-len(a) > 2 || len(a) > 200 {
		return false
	}
	slips := 0
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		if m.effort -= 10; m.effort < 0 {
			return false
		}
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
			continue
		case i < len(a) && slices.Contains(weightless, a[i]) && (j == len(b) || i+1 < len(a) && a[i+1] == b[j]):
			i++
		case j < len(b) && slices.Contains(weightless, b[j]) && (i == len(a) || j+1 < len(b) && b[j+1] == a[i]):
			j++
		case i < len(a) && j+1 < len(b) && a[i] == b[j]+b[j+1]: // a blank that is missing
			i, j = i+1, j+2
		case i+1 < len(a) && j < len(b) && a[i]+a[i+1] == b[j]:
			i, j = i+2, j+1
		case i < len(a) && j < len(b) && m.misspelt(a[i], b[j]):
			i, j = i+1, j+1
		default:
			return false
		}
		slips++
	}
	return slips <= 1+min(len(a), len(b))/5
}

// opposites are words that a slip of a mark would turn into another meaning, as they are compared.
var opposites = []string{"đã", "da", "chưa", "không", "quá", "qua", "trên", "dưới", "trước", "sau", "trong", "ngòai", "tăng", "giảm", "đúng", "nam", "nữ", "mới", "cũ", "tỉnh", "huyện", "xã", "có"}

// misspelt reports whether a word was meant to be another.
func (m *matcher) misspelt(a, b string) bool {
	if strings.ContainsFunc(a+b, unicode.IsDigit) || slices.Contains(opposites, a) || slices.Contains(opposites, b) {
		return false
	}
	m.effort -= 300
	if tree.WithoutMarks(a) == tree.WithoutMarks(b) {
		return true
	}
	x, y := []rune(a), []rune(b)
	m.effort -= len(x) * len(y)
	return min(len(x), len(y)) >= 4 && len(x)+len(y) < 60 && tree.Distance(x, y, 2) <= 1
}
