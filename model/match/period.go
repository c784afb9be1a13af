package match

import (
	"strconv"
	"strings"

	"phuluc2b/model/tabular"
)

// The ways in which titles name a period, as plain text.
var (
	quarterTitle = tabular.Pattern(`^(?:báo cáo )?quý (?:thứ )?(iv|iii|ii|i|0?[1-4]|một|hai|ba|bốn|tư)(?: năm)? (\d{4})\b`)
	monthsTitle  = tabular.Pattern(`^(6|sáu|06|9|chín|09) tháng(?: đầu)?(?: năm)? (\d{4})\b`)
	monthTitle   = tabular.Pattern(`^tháng (\d{1,2})(?: năm)? (\d{4})\b`)
	severalYears = tabular.Pattern(`^\D*(?:[1-9] \D*)?\d{4}[^\p{L}\d]*(?:(?:và|đến) )?(?:năm )?(?:19|20)\d\d\b`)
	yearTitle    = tabular.Pattern(`^(?:cả )?năm (\d{4})\b`)
	nextPeriod   = tabular.Pattern(`^ (?:(?:và|đến|ước) )*((?:quý (?:thứ )?(?:[ivx]+|\d+)|(?:\d+|sáu|chín) tháng|tháng \d+|(?:cả )?năm \d{4}|(?:[ivx]+|\d{1,2}) (?:năm )?20\d\d)\b.*)`)
)

// readPeriod reads a period as a title names it, from its beginning: "quý i năm 2022". It
// returns the name that data files have for it. It is not ok where another one follows.
func readPeriod(plain string) (period, year string, ok bool) {
	plain = strings.TrimSpace(plain)
	if severalYears().MatchString(plain) {
		return "", "", false
	}
	period, year, rest := firstPeriod(plain)
	if next := nextPeriod().FindStringSubmatch(rest); next != nil {
		if p, y, _ := firstPeriod(next[1]); p != period || y != year {
			return "", "", false
		}
	}
	return period, year, period != ""
}

// firstPeriod is the one that a text begins with, and what is behind it; "" for none.
func firstPeriod(plain string) (period, year, rest string) {
	if m := quarterTitle().FindStringSubmatch(plain); m != nil {
		n := map[string]int{"i": 1, "một": 1, "ii": 2, "hai": 2, "iii": 3, "ba": 3, "iv": 4, "bốn": 4, "tư": 4}[m[1]]
		if n == 0 {
			n, _ = strconv.Atoi(m[1])
		}
		return "quy-" + strconv.Itoa(n), m[2], plain[len(m[0]):]
	}
	if m := monthsTitle().FindStringSubmatch(plain); m != nil {
		if m[1] == "9" || m[1] == "09" || m[1] == "chín" {
			return "9-thang", m[2], plain[len(m[0]):]
		}
		return "6-thang", m[2], plain[len(m[0]):]
	}
	if m := monthTitle().FindStringSubmatch(plain); m != nil {
		return "thang-" + strings.TrimLeft(m[1], "0"), m[2], plain[len(m[0]):]
	}
	if m := yearTitle().FindStringSubmatch(plain); m != nil {
		return "nam", m[1], plain[len(m[0]):]
	}
	return "", "", ""
}
