package tree

import (
	"strings"
	"time"
)

// Date is a day, written 2021-12-02 or "02/12/2021"; the zero time when it is not there.
func (t *Table) Date(key string) time.Time {
	const want = `viết năm-tháng-ngày không có ngoặc kép, ví dụ 2021-12-02, hoặc "02/12/2021"`
	if s, ok := t.Values[key].(string); ok {
		t.Has(key)
		date, ok := parseDate(s)
		if !ok {
			t.Faultf("sai-gia-tri", t.At(key), want, "“%s” không phải một ngày có thật", Short(s))
		}
		return date
	}
	d, ok := get[time.Time](t, key, want)
	if !ok {
		return time.Time{}
	}
	if strings.ContainsAny(t.At(key).Text(), ":") {
		t.WrongType(t.At(key), key, want)
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// parseDate reads a day as Vietnamese write it, 02/12/2021 or 2/12/2021, or as TOML does.
func parseDate(s string) (time.Time, bool) {
	for _, format := range []string{"2/1/2006", time.DateOnly} {
		if date, err := time.Parse(format, strings.TrimSpace(s)); err == nil {
			return date, true
		}
	}
	return time.Time{}, false
}
