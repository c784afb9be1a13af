package tree

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

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
	for _, mistake := range []func(*diag.Finding) bool{s.date, s.quote, s.bracket, s.key, s.value, s.sign} {
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
	key, value, _ := s.line()
	if key != "ngay" || value == "" {
		return false
	}
	f.Message, f.Hint = "ngày viết sai, hoặc không có thật", "viết năm-tháng-ngày, đủ hai chữ số, không có ngoặc kép, ví dụ 2021-12-02"
	if date, ok := parseDate(value); ok {
		f.Message, f.Hint = "ngày viết sai", "viết "+date.Format(time.DateOnly)+" hoặc "+Quote(date.Format("02/01/2006"))
	}
	return true
}

// key: the name of a key is not followed by "=".
func (s stop) key(f *diag.Finding) bool {
	if !s.says("expected '.' or '='", "expected key separator") {
		return false
	}
	key, value, before := s.line()
	rest := strings.TrimPrefix(strings.TrimSpace(string(s.src.Line(s.at.Position().Line))), before)
	rest = strings.TrimSpace(rest)
	if end, _ := token([]byte(key+"\n"), 0); end == len(key) { // nothing but a key
		before, rest = key, ""
	}
	r, _ := utf8.DecodeRuneInString(rest)
	written, _, _ := strings.Cut(rest, "#")
	switch {
	case r == ':':
		f.Message, f.Hint = "dấu : ở chỗ của dấu =", "viết "+Short(before+" = "+strings.TrimSpace(written[1:]))
	case value != "" && plain(key) != key && bareKey(plain(key)):
		f.Place = s.lineStart(key)
		f.Message, f.Hint = "tên khóa “"+Short(key)+"” có dấu tiếng Việt hoặc khoảng trắng", "viết "+Short(plain(key))
	case value == "" && r != '=' && !unicode.Is(unicode.Pd, r) && before != "" && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(`"'[{+-`, r) || rest == ""):
		f.Message, f.Hint = "thiếu dấu = sau "+Short(before), "viết "+Short(before+" = "+strings.TrimSpace(written))
		if strings.TrimSpace(written) == "" {
			f.Hint = "viết " + Short(before) + ` = rồi số liệu; chưa có số liệu thì viết ""`
		}
	default:
		return false
	}
	return true
}

// lineStart is the place of what the line of the stop begins with.
func (s stop) lineStart(key string) diag.Place {
	n := s.at.Position().Line
	start := s.src.Start(n) + strings.Index(string(s.src.Line(n)), key)
	return s.src.At(start, start+len(key))
}

// plain is a name without the marks of Vietnamese letters and without blanks.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		case r == 'Đ':
			return 'D'
		case r == ' ':
			return '_'
		}
		return r
	}, norm.NFD.String(name))
}

// value: what follows "=" is no value of TOML.
func (s stop) value(f *diag.Finding) bool {
	if !s.says("top-level item to end", "expected value", "expected a digit", "invalid float") {
		return false
	}
	key, value, _ := s.line()
	hint := Meant(value)
	if value == "" && key != "" {
		hint = `viết giá trị sau dấu =; chưa có số liệu thì viết ""`
	}
	if hint == "" {
		return false
	}
	if strings.HasSuffix(value, ";") {
		f.Message = "thừa dấu ; ở cuối"
	}
	f.Hint = hint
	return true
}

// sign: one that looks like one of TOML's and is none: a blank that is no blank, typographic
// quotes, a colon for "=".
func (s stop) sign(f *diag.Finding) bool {
	r, _ := utf8.DecodeRune(s.src.Text[s.at.Start:])
	if r != ':' && (r <= 0x7f || r == utf8.RuneError || unicode.IsLetter(r)) {
		return false
	}
	f.Message, f.Hint = "ký tự "+describe(r)+" không dùng được ở đây", `xóa ký tự này rồi gõ lại bằng bàn phím: dấu = thường, dấu ngoặc thẳng "…", khoảng trắng thường`
	return true
}
