package tree

import (
	"regexp"
	"strings"
)

// Meant says how to write what was most likely meant by something that is no figure: words
// behind a number, a letter for a digit, words that say there is none. It is "" when that is not
// clear.
func Meant(written string) string {
	s := strings.TrimSpace(written)
	switch {
	case s == "":
		return ""
	case saysNone(s):
		hint := `để "" nếu chưa có số liệu; giải thích thì viết ở ghi_chu: { so_lieu = "", ghi_chu = "…" }`
		if strings.HasPrefix(strings.ToLower(s), "không") {
			hint = "viết 0 nếu số liệu là không, " + hint
		}
		return hint
	}
	if len(s) > maxKey {
		return ""
	}
	if regexp.MustCompile(`^[0-9]*([0-9][Oo]|[Oo][0-9])[0-9Oo]*$`).MatchString(s) {
		return "viết " + spelled(strings.NewReplacer("O", "0", "o", "0").Replace(s)) + ", bằng số 0, không phải chữ O"
	}
	number := regexp.MustCompile(`^([-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?)(\s*%|)\s*[^\d%]*$`)
	if part := number.FindStringSubmatch(s); part != nil {
		return "viết " + spelled(part[1]+part[2])
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

// saysNone reports whether words say that there is no figure.
func saysNone(s string) bool {
	s = strings.ToLower(strings.Trim(s, " .;"))
	switch s {
	case "", "-", "–", "—", "−", "--", "…", "?", "/", "x", "n/a", "na", "không", "chưa", "trống", "khong co", "chua co":
		return true
	}
	return strings.HasPrefix(s, "không có") || strings.HasPrefix(s, "chưa có")
}
