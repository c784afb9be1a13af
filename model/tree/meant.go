package tree

import (
	"fmt"
	"regexp"
	"strings"

	"phuluc2b/model/diag"
)

// Meant says how to write what was most likely meant by something that is no figure: words
// behind a number, a letter for a digit, two numbers, words that say there is none. It says
// nothing when that is not clear. Only where there is one value alone nothing is said of two.
func Meant(written string, alone bool) diag.Advice {
	s := strings.TrimSpace(strings.Map(straight, written))
	switch {
	case s == "" || len(s) > maxKey:
		return diag.Advice{}
	case saysNone(s):
		a := diag.Advice{File: `để "" nếu chưa có số liệu; giải thích thì viết ở ghi_chu: { so_lieu = "", ghi_chu = "…" }`,
			Cell: "để trống nếu chưa có số liệu; giải thích thì viết ở cột Ghi chú"}
		if strings.HasPrefix(strings.ToLower(s), "không") {
			const zero = "viết 0 nếu số liệu là không, "
			a = diag.Advice{File: zero + a.File, Cell: zero + a.Cell}
		}
		return a
	}
	pair := func(s string) diag.Advice { return several(s, alone) }
	for _, meant := range []func(string) diag.Advice{letters, pair, noted, groups} {
		if a := meant(s); a.File != "" {
			return a
		}
	}
	if figure := readFigure(s); figure != "" {
		return write("viết %s", strings.Trim(figure, `"`))
	}
	return diag.Advice{}
}

// write is advice with numbers in it, as a file spells them and as a cell has them.
func write(format string, numbers ...string) diag.Advice {
	var inFile, inCell []any
	for _, n := range numbers {
		inFile, inCell = append(inFile, spelled(n)), append(inCell, n)
	}
	return diag.Advice{File: fmt.Sprintf(format, inFile...), Cell: fmt.Sprintf(format, inCell...)}
}

// letters: a letter that looks like a digit stands for it.
func letters(s string) diag.Advice {
	if regexp.MustCompile(`^\d+l$`).MatchString(s) { // may be litres
		n := strings.TrimSuffix(s, "l")
		return write("viết %s, hoặc %s nếu chữ l là số 1", n, n+"1")
	}
	for _, like := range []struct{ letter, digit, others string }{{"O", "0", "Oo"}, {"l", "1", "l"}, {"I", "1", "I"}} {
		all := "[0-9" + like.others + "]*"
		if !regexp.MustCompile(`^` + all + `(\d[` + like.others + `]|[` + like.others + `]\d)` + all + `$`).MatchString(s) {
			continue
		}
		n := regexp.MustCompile(`[`+like.others+`]`).ReplaceAllString(s, like.digit)
		return write("viết %s, bằng số "+like.digit+", không phải chữ "+like.letter, n)
	}
	return diag.Advice{}
}

// several: two numbers with blanks or a stroke between them, which may be one in groups.
func several(s string, alone bool) diag.Advice {
	if n := regexp.MustCompile(`^\d{1,3}(?:['’]\d{3})+$`).FindString(s); n != "" {
		return write("viết %s", digitsOf(n))
	}
	pair := regexp.MustCompile(`^(\d+)(\s+|\s*/\s*)(\d+)$`).FindStringSubmatch(s)
	if pair == nil {
		if regexp.MustCompile(`^\d{1,3}(?:\s\d{3}){2,}$`).MatchString(s) {
			return write("viết %s hoặc %s", digitsOf(s), strings.Join(strings.Fields(s), "."))
		}
		return diag.Advice{}
	}
	a := diag.Advice{File: "viết một số", Cell: "viết một số"}
	if len(pair[1]) <= 3 && len(pair[3]) == 3 && strings.TrimSpace(pair[2]) == "" {
		a = write("viết %s hoặc %s", pair[1]+pair[3], pair[1]+"."+pair[3])
	}
	if alone {
		return a
	}
	a.File += fmt.Sprintf("; dòng nhận hai giá trị thì viết [%s, %s]", unled(pair[1]), unled(pair[3]))
	a.Cell += "; dòng nhận hai giá trị thì viết mỗi giá trị trên một dòng của ô (Alt+Enter)"
	return a
}

// noted: a number with words in brackets behind it that have numbers themselves.
func noted(s string) diag.Advice {
	part := regexp.MustCompile(`^(` + aNumber + `)\s*\(([^()]*\d[^()]*)\)$`).FindStringSubmatch(s)
	if part == nil {
		return diag.Advice{}
	}
	note := strings.TrimSpace(part[2])
	return diag.Advice{File: fmt.Sprintf("viết { so_lieu = %s, ghi_chu = %s }", spelled(part[1]), Quote(note)),
		Cell: fmt.Sprintf("viết %s, còn “%s” thì viết ở cột Ghi chú", part[1], note)}
}

// groups: dots part thousands; a comma before three digits may.
func groups(s string) diag.Advice {
	if regexp.MustCompile(`^\d{1,3}(?:\.\d{3}){2,}$`).MatchString(s) {
		return write("viết %s hoặc %s", digitsOf(s), s)
	}
	part := regexp.MustCompile(`^([1-9]\d{0,2}),(\d{3})$`).FindStringSubmatch(s)
	if part == nil {
		return diag.Advice{}
	}
	return write("viết %s, hoặc %s nếu dấu phẩy là dấu thập phân", part[1]+part[2], s)
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
