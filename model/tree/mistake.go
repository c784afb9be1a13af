package tree

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"phuluc2b/model/diag"
)

// stop is where the TOML parser gave up, and what it says there.
type stop struct {
	src     *diag.Source
	text    []byte // the source's, the faults before this one blanked
	at      diag.Place
	message string
}

// finding says what a person most likely did, or else what the parser says.
func (s stop) finding() diag.Finding {
	f := diag.Finding{Rule: "toml", Place: s.at}
	f.Message, f.Hint = explain(s.message)
	for _, mistake := range []func(*diag.Finding) bool{s.tableName, s.date, s.quote, s.innerQuote, s.bracket, s.key, s.sign, s.value} {
		if mistake(&f) {
			break
		}
	}
	return f
}

func (s stop) says(parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(s.message, part) {
			return true
		}
	}
	return false
}

// line is the line of the stop: its key and its value as far as it has them, and what was read
// of it.
func (s stop) line() (key, value, before string) {
	n := s.at.Position().Line
	line := s.src.Line(n)
	before = strings.TrimSpace(string(line[:min(s.at.Start-s.src.Start(n), len(line))]))
	key = string(line)
	separated := false
	for i := 0; i < len(line); {
		end, _ := token(line, i)
		switch {
		case line[i] == '=' && !separated:
			key, value, separated = string(line[:i]), string(line[end:]), true
		case line[i] == '#':
			if key = string(line[:min(len(key), i)]); separated {
				value = strings.TrimSuffix(value, string(line[i:]))
			}
			return strings.TrimSpace(key), strings.TrimSpace(value), before
		}
		i = end
	}
	return strings.TrimSpace(key), strings.TrimSpace(value), before
}

// date: what follows ngay is no date.
func (s stop) date(f *diag.Finding) bool {
	e := s.entry()
	if !e.isDate() || e.value == "" || e.sign == "" || saysNone(e.value) {
		return false
	}
	f.Message, f.Hint = "ngày viết sai, hoặc không có thật", "viết năm-tháng-ngày, đủ hai chữ số, không có ngoặc kép, ví dụ 2021-12-02"
	if date, ok := parseDate(withoutQuotes(e.value)); ok {
		f.Place, f.Message, f.Hint = s.within(e, e.value), "ngày viết sai", dateHint(date)
	}
	return true
}

// plain is a name without the marks of Vietnamese letters and without blanks.
func plain(name string) string { return strings.ReplaceAll(WithoutMarks(name), " ", "_") }

// sign: one that looks like one of TOML's and is none: a blank that is no blank, typographic
// quotes, a colon for "=".
func (s stop) sign(f *diag.Finding) bool {
	r := s.read()
	if r != ':' && (r <= 0x7f || r == utf8.RuneError || unicode.IsLetter(r)) || saysNone(s.entry().value) {
		return false
	}
	f.Message, f.Hint = "ký tự "+describe(r)+" không dùng được ở đây", `xóa ký tự này rồi gõ lại bằng bàn phím: dấu = thường, dấu ngoặc thẳng "…", khoảng trắng thường`
	if mended := s.entry().mended(); mended != "" && unicode.IsGraphic(r) && !unicode.IsSpace(r) {
		f.Hint = "viết " + Short(mended)
	}
	return true
}
