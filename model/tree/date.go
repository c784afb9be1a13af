package tree

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"phuluc2b/model/diag"
)

const (
	wantDate     = `viết năm-tháng-ngày không có ngoặc kép, ví dụ 2021-12-02, hoặc "02/12/2021"`
	wantDateHere = "viết ngày/tháng/năm, ví dụ 02/12/2021; chưa có ngày thì để trống" // in a cell
)

// Date is a day, written 2021-12-02 or "02/12/2021"; the zero time when it is not there.
func (t *Table) Date(key string) time.Time {
	if !t.Has(key) {
		return time.Time{}
	}
	if s, ok := t.Values[key].(string); ok {
		return t.dateOf(key, s)
	}
	d, ok := t.Values[key].(time.Time)
	if !ok || strings.ContainsAny(t.At(key).Text(), ":") {
		t.Misused(t.At(key), key, diag.Advice{File: wantDate, Cell: wantDateHere})
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// dateOf is the day that a text says in one of the two ways.
func (t *Table) dateOf(key, s string) time.Time {
	for _, format := range []string{"2/1/2006", time.DateOnly} {
		if date, err := time.Parse(format, strings.TrimSpace(s)); err == nil {
			return date
		}
	}
	date, ok := parseDate(s)
	switch {
	case ok:
		t.Advisef("sai-gia-tri", t.At(key), diag.Advice{File: dateHint(date), Cell: "viết " + date.Format("02/01/2006")}, "ngày “%s” không viết đúng dạng", Short(s))
	case !strings.ContainsAny(s, "123456789") || strings.ContainsAny(s, "…_") || strings.Contains(s, ".."):
		t.Keyf("sai-gia-tri", t.At(key), key, diag.Advice{File: wantDate + "; chưa có ngày thì xóa dòng này", Cell: wantDateHere}, "chưa điền")
	default:
		t.Advisef("sai-gia-tri", t.At(key), diag.Advice{File: wantDate, Cell: wantDateHere}, "“%s” không phải một ngày có thật", Short(s))
	}
	return time.Time{}
}

// parseDate reads a day as Vietnamese may write it: 2/12/2021, 02.12.21, ngày 2 tháng 12 năm
// 2021, or as TOML does.
func parseDate(s string) (time.Time, bool) {
	s = strings.ToLower(norm.NFC.String(strings.TrimSpace(strings.Map(straight, s))))
	for _, form := range []struct {
		numbers          string
		day, month, year int // which of them
	}{
		{`^(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4}|\d\d)$`, 1, 3, 5},
		{`^(\d{4})([/.-])(\d{1,2})([/.-])(\d{1,2})$`, 5, 3, 1},
		{`^(?:ngày\s+)?(?:mùng\s+)?(\d{1,2})\s+()tháng\s+(\d{1,2})\s*()(?:,|năm)?\s*(\d{4})$`, 1, 3, 5},
	} {
		found := regexp.MustCompile(form.numbers).FindStringSubmatch(s)
		if found == nil || found[2] != found[4] {
			continue
		}
		day, _ := strconv.Atoi(found[form.day])
		month, _ := strconv.Atoi(found[form.month])
		year, _ := strconv.Atoi(found[form.year])
		if year < 100 {
			year += 2000
		}
		date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		return date, date.Day() == day && int(date.Month()) == month
	}
	return time.Time{}, false
}

// dateHint says how to write a day.
func dateHint(date time.Time) string {
	return "viết " + date.Format(time.DateOnly) + " hoặc " + Quote(date.Format("02/01/2006"))
}
