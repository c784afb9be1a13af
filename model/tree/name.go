package tree

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"phuluc2b/model/diag"
)

// tableName: a line of its own that was to name a table.
func (s stop) tableName(f *diag.Finding) bool {
	n := s.at.Position().Line
	start := s.src.Start(n)
	if brackets, _ := openings(s.text, start); len(brackets) > 0 && brackets[len(brackets)-1] < start {
		return false
	}
	line, _, _ := bytes.Cut(s.src.Line(n), []byte("#"))
	written := string(bytes.TrimSpace(line))
	name := strings.Trim(written, "[](){}: \t")
	if name == "" || !bareKey(plain(name)) || name == strings.TrimRight(written, " \t") {
		return false
	}
	open, close := "[", "]"
	if strings.HasPrefix(written, "[[") {
		open, close = "[[", "]]"
	}
	mended := open + plain(name) + close
	if written == mended {
		return false
	}
	start += bytes.Index(line, []byte(written))
	f.Place, f.Message, f.Hint = s.src.At(start, start+len(written)), "tên bảng viết sai", "viết "+mended
	switch {
	case plain(name) != name:
		f.Message = "tên bảng “" + Short(name) + "” có dấu tiếng Việt hoặc khoảng trắng"
	case written == open+name:
		f.Place, f.Message = s.src.At(start, start+len(open)), "dấu [ mở ở đây chưa đóng"
	}
	return true
}

// key: the name of a key is not followed by "=".
func (s stop) key(f *diag.Finding) bool {
	if !s.says("expected '.' or '='", "expected key separator", "unexpected '='") && !(s.says("expected value but found '=") || s.says("expected value but found '>")) {
		return false
	}
	e := s.entry()
	if s.decimal(e) {
		return false
	}
	mended, name := e.mended(), mendKey(e.key)
	words := withoutQuotes(e.key)
	quotes := regexp.MustCompile(quoteSign).FindString(e.key)
	switch {
	case e.key == "":
		return false
	case e.sign != "" && e.sign != "=":
		f.Message, f.Hint = "dấu "+e.sign+" ở chỗ của dấu =", "viết dấu = thay cho "+e.sign
		if mended != "" {
			f.Hint = "viết " + Short(mended)
		}
	case plain(words) != words && bareKey(plain(words)) && strings.ToUpper(words) == words && e.sign != "": // an abbreviation
		f.Place = s.within(e, words)
		f.Message, f.Hint = "tên khóa “"+Short(words)+"” có dấu tiếng Việt hoặc khoảng trắng mà thiếu ngoặc kép", "viết "+Short(Quote(words))
	case plain(words) != words && bareKey(plain(words)) && e.sign != "":
		f.Place = s.within(e, words)
		f.Message, f.Hint = "tên khóa “"+Short(words)+"” có dấu tiếng Việt hoặc khoảng trắng", "viết "+plain(words)
	case e.sign == "=" && mended != "" && (quotes == `"` || quotes == "'") && s.read() < utf8.RuneSelf:
		f.Message, f.Hint = "dấu ngoặc kép quanh tên khóa viết sai", "viết "+Short(mended)
	case e.sign == "" && e.value == "" && e.inside == 0 && bareKey(words) && !strings.HasPrefix(name, `"`) && name != "":
		f.Place = s.within(e, words)
		f.Message, f.Hint = noEntry, "viết ["+name+"] nếu là tên bảng, hoặc "+name+" = rồi giá trị"
	case e.sign == "" && mended != "":
		f.Message, f.Hint = "thiếu dấu = sau "+Short(e.key), "viết "+Short(mended)
	case e.sign == "" && strings.HasPrefix(name, `"`):
		f.Message, f.Hint = "thiếu dấu = sau "+Short(e.key), "viết "+Short(name)+" = rồi số liệu"
		if e.value == "" {
			f.Hint += `; chưa có số liệu thì viết ""`
		}
	case e.sign == "" && e.inside == 0 && !typographic(e.key):
		f.Place = s.firstSign(e)
		f.Message, f.Hint = noEntry, "lời ghi thì thêm dấu # ở đầu dòng; không cần thì xóa dòng này"
	default:
		return false
	}
	return true
}

const noEntry = "dòng này không có dạng tên = giá trị"

// typographic reports whether a text has quotes that are none to TOML.
func typographic(s string) bool {
	found := regexp.MustCompile(quoteSign).FindString(s)
	return found != "" && found != `"` && found != "'"
}

// read is the letter of the stop; RuneError at the end of the file.
func (s stop) read() rune {
	r, _ := utf8.DecodeRune(s.text[s.at.Start:])
	return r
}

// within is the place of words in an entry; that of the stop when they are not there as they are.
func (s stop) within(e entry, words string) diag.Place {
	if i := bytes.Index(s.src.Text[e.start:e.end], []byte(words)); i >= 0 {
		return s.src.At(e.start+i, e.start+i+len(words))
	}
	return s.at
}

// firstSign is the place of the first letter of an entry.
func (s stop) firstSign(e entry) diag.Place {
	_, size := utf8.DecodeRune(s.src.Text[e.start:e.end])
	return s.src.At(e.start, e.start+size)
}
