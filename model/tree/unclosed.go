package tree

import (
	"bytes"
	"strings"

	"phuluc2b/model/diag"
)

// quote: a text in quotes does not end. Its opening is shown.
func (s stop) quote(f *diag.Finding) bool {
	if !s.says("strings cannot contain newlines", "unexpected EOF; expected '\"", "unexpected EOF; expected \"'") {
		return false
	}
	_, start := openings(s.text, s.at.Start)
	if start < 0 {
		return false
	}
	line := s.text[start:lineEnd(s.text, start)]
	f.Place = s.src.At(start, start+len(bytes.TrimRight(line, " \t\r")))
	e := s.entry()
	if mended := e.mended(); e.inside == 0 && mended != "" && start >= e.start && (e.takesFigure() || !bytes.ContainsRune(line, '#')) {
		f.Hint = "viết " + Short(mended)
	}
	return true
}

// bracket: a list or a table in braces is not closed, or lacks a comma. Its opening is named.
func (s stop) bracket(f *diag.Finding) bool {
	brackets, _ := openings(s.text, s.at.Start)
	head := len(brackets) > 1 && s.text[brackets[len(brackets)-1]] == '[' && s.says("expected value") && s.startsLine(brackets[len(brackets)-1])
	if head { // the name of the next table was read as a list
		brackets = brackets[:len(brackets)-1]
	}
	if len(brackets) == 0 {
		return false
	}
	start := brackets[len(brackets)-1]
	opening, sign := s.src.At(start, start+1), string(s.text[start])
	key, value, before := s.line()
	elsewhere := opening.Position().Line != s.at.Position().Line
	// The next line begins with a key, or names a table: so does what stands outside.
	outside := head || elsewhere && value != "" && len(before) <= len(key) && !strings.HasPrefix(key, "{") ||
		elsewhere && before == "" && strings.HasPrefix(key, "[") && bareKey(strings.Trim(key, "[]"))
	switch {
	case sign == "{" && elsewhere && strings.HasPrefix(key, "{") && before == "":
		f.Place, f.Message, f.Hint = opening, "dấu { mở ở đây chưa đóng", "thêm } ở cuối dòng này"
	case outside && s.says("expected a comma", "expected value"), s.says("EOF", "end of file", "table name", "end of table"):
		f.Place, f.Message, f.Hint = opening, "dấu "+sign+" mở ở đây chưa đóng", "thêm "+strings.NewReplacer("[", "]", "{", "}").Replace(sign)+" vào chỗ cần đóng"
	case elsewhere && s.says("expected a comma") && before == "":
		f.Place, f.Hint = s.lastSign(), "thêm dấu phẩy ở cuối dòng này"
	case elsewhere && s.says("expected a comma") && (len(value) == 0 || !strings.Contains(key, "{")):
		f.Related = []diag.Related{{Place: opening, Message: "dấu " + sign + " mở"}}
	default:
		return false
	}
	if elsewhere && f.Place == opening {
		f.Related = []diag.Related{{Place: s.at, Message: "đọc tiếp không được"}}
	}
	return true
}

// lastSign is the place of the last sign before the stop that is no blank and no comment.
func (s stop) lastSign() diag.Place {
	last := 0
	for i := 0; i < s.at.Start; {
		end, _ := token(s.text, i)
		if c := s.text[i]; c != '#' && c != '\n' && !blank(c) {
			last = end - 1
		}
		i = end
	}
	return s.src.At(last, last+1)
}

// startsLine reports whether nothing but blanks stands before an offset on its line.
func (s stop) startsLine(at int) bool {
	before := s.text[bytes.LastIndexByte(s.text[:at], '\n')+1 : at]
	return len(bytes.TrimSpace(before)) == 0
}

// openings are the offsets of the brackets that are open where a text stops being read, from
// the outermost, and of the quotes that were not closed there; -1 for none.
func openings(text []byte, stop int) (brackets []int, quote int) {
	quote = -1
	for i := 0; i < len(text) && i <= stop; {
		end, closed := token(text, i)
		switch text[i] {
		case '[', '{':
			if i < stop {
				brackets = append(brackets, i)
			}
		case ']', '}':
			if i < stop {
				brackets = brackets[:max(0, len(brackets)-1)]
			}
		case '"', '\'':
			if !closed && end >= stop {
				quote = i
			}
		}
		i = end
	}
	return brackets, quote
}
