package tree

import (
	"fmt"
	"regexp"
	"strings"
)

// Meant says how to write what was most likely meant by something that is no figure: words
// behind a number, a letter for a digit, two numbers, words that say there is none. It is ""
// when that is not clear.
func Meant(written string) string {
	s := strings.TrimSpace(strings.Map(straight, written))
	switch {
	case s == "" || len(s) > maxKey:
		return ""
	case saysNone(s):
		hint := `để "" nếu chưa có số liệu; giải thích thì viết ở ghi_chu: { so_lieu = "", ghi_chu = "…" }`
		if strings.HasPrefix(strings.ToLower(s), "không") {
			hint = "viết 0 nếu số liệu là không, " + hint
		}
		return hint
	}
	for _, meant := range []func(string) string{letters, several, noted, groups} {
		if hint := meant(s); hint != "" {
			return hint
		}
	}
	if figure := readFigure(s); figure != "" {
		return "viết " + figure
	}
	return ""
}

// letters: a letter that looks like a digit stands for it.
func letters(s string) string {
	if regexp.MustCompile(`^\d+l$`).MatchString(s) { // may be litres
		n := strings.TrimSuffix(s, "l")
		return fmt.Sprintf("viết %s, hoặc %s nếu chữ l là số 1", spelled(n), spelled(n+"1"))
	}
	for _, like := range []struct{ letter, digit, others string }{{"O", "0", "Oo"}, {"l", "1", "l"}, {"I", "1", "I"}} {
		all := "[0-9" + like.others + "]*"
		if !regexp.MustCompile(`^` + all + `(\d[` + like.others + `]|[` + like.others + `]\d)` + all + `$`).MatchString(s) {
			continue
		}
		n := regexp.MustCompile(`[`+like.others+`]`).ReplaceAllString(s, like.digit)
		return fmt.Sprintf("viết %s, bằng số %s, không phải chữ %s", spelled(n), like.digit, like.letter)
	}
	return ""
}

// several: two numbers with blanks or a stroke between them, which may be one in groups.
func several(s string) string {
	if n := regexp.MustCompile(`^\d{1,3}(?:['’]\d{3})+$`).FindString(s); n != "" {
		return "viết " + digitsOf(n)
	}
	pair := regexp.MustCompile(`^(\d+)(\s+|\s*/\s*)(\d+)$`).FindStringSubmatch(s)
	if pair == nil {
		if regexp.MustCompile(`^\d{1,3}(?:\s\d{3}){2,}$`).MatchString(s) {
			return fmt.Sprintf(`viết %s hoặc "%s"`, digitsOf(s), strings.Join(strings.Fields(s), "."))
		}
		return ""
	}
	two := fmt.Sprintf("dòng nhận hai giá trị thì viết [%s, %s]", unled(pair[1]), unled(pair[3]))
	if len(pair[1]) <= 3 && len(pair[3]) == 3 && strings.TrimSpace(pair[2]) == "" {
		return fmt.Sprintf(`viết %s hoặc "%s.%s"; %s`, pair[1]+pair[3], pair[1], pair[3], two)
	}
	return "viết một số; " + two
}

// noted: a number with words in brackets behind it that have numbers themselves.
func noted(s string) string {
	part := regexp.MustCompile(`^(` + aNumber + `)\s*\(([^()]*\d[^()]*)\)$`).FindStringSubmatch(s)
	if part == nil {
		return ""
	}
	return fmt.Sprintf("viết { so_lieu = %s, ghi_chu = %s }", spelled(part[1]), Quote(strings.TrimSpace(part[2])))
}

// groups: dots part thousands; a comma before three digits may.
func groups(s string) string {
	if regexp.MustCompile(`^\d{1,3}(?:\.\d{3}){2,}$`).MatchString(s) {
		return fmt.Sprintf(`viết %s hoặc "%s"`, digitsOf(s), s)
	}
	part := regexp.MustCompile(`^([1-9]\d{0,2}),(\d{3})$`).FindStringSubmatch(s)
	if part == nil {
		return ""
	}
	return fmt.Sprintf(`viết %s, hoặc "%s" nếu dấu phẩy là dấu thập phân`, part[1]+part[2], s)
}

// aNumber is a number as it is written in Vietnam.
const aNumber = `[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?:\s*%)?`

// readFigure is the figure, as a data file spells it, of a number with nothing but words behind
// it; "" for all else.
func readFigure(s string) string {
	s = strings.TrimSpace(s)
	if part := regexp.MustCompile(`^(` + aNumber + `)(?:\s*[^\d%]*)$`).FindStringSubmatch(s); part != nil && !strings.Contains(s, "=") {
		return spelled(part[1])
	}
	return ""
}

// spelled is a number as a data file spells it.
func spelled(number string) string {
	if strings.Trim(number, "0123456789") == "" && (number == "0" || number[0] != '0') {
		return number
	}
	return `"` + number + `"`
}

// digitsOf leaves out all but digits.
func digitsOf(s string) string { return regexp.MustCompile(`\D`).ReplaceAllString(s, "") }

// unled is a whole number without the zeros that lead it.
func unled(s string) string {
	if n := strings.TrimLeft(s, "0"); n != "" {
		return n
	}
	return "0"
}

// saysNone reports whether words say that there is no figure.
func saysNone(s string) bool {
	s = strings.ToLower(strings.Trim(s, " .;"))
	switch s {
	case "", "-", "–", "—", "−", "--", "…", "?", "/", "x", "n/a", "na", "null", "none", "nil", "không", "chưa", "trống", "khong co", "chua co":
		return true
	}
	return strings.HasPrefix(s, "không có") || strings.HasPrefix(s, "chưa có")
}
