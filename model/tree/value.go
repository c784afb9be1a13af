package tree

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"phuluc2b/model/diag"
)

// innerQuote: a text has quotes inside, at the first of which it ends.
func (s stop) innerQuote(f *diag.Finding) bool {
	before := bytes.TrimRight(s.text[:s.at.Start], " ")
	if !s.says("top-level item to end", "expected a comma") || !unicode.IsLetter(s.read()) || !bytes.HasSuffix(before, []byte(`"`)) {
		return false
	}
	e := s.entry()
	words := strings.TrimSuffix(strings.TrimPrefix(e.value, `"`), `"`)
	if e.inside == 0 && len(words)+2 == len(e.value) && !strings.Contains(words, "'") {
		mended := e.key + " = '" + words + "'"
		if sound(mended) {
			f.Message, f.Hint = "có dấu ngoặc kép ở trong chữ", "viết "+Short(mended)+` với dấu nháy đơn bao ngoài, hoặc viết \" cho mỗi dấu ở trong`
			return true
		}
	}
	if e.inside != 0 && strings.Contains(e.value, `" `) && strings.Contains(e.value, "=") && strings.Count(e.value, `"`)%2 == 0 {
		return false // a comma is missing
	}
	f.Message, f.Hint = "dấu ngoặc kép trong dòng này thừa hoặc thiếu", `mỗi đoạn chữ có đúng hai dấu ngoặc kép bao ngoài; ở trong chữ thì viết \"`
	return true
}

// value: what follows "=" is no value of TOML.
func (s stop) value(f *diag.Finding) bool {
	if !s.says("top-level item to end", "expected value", "expected a digit", "nvalid float", "nvalid datetime", "floats must", "out of range", "leading zeroes", "expected a comma", "expected '.' or '='", "unexpected '='") {
		return false
	}
	e := s.entry()
	if e.inside == '[' && e.sign == "" {
		e.key, e.value = "so_lieu", e.key+e.value // an item
	}
	switch {
	case s.says("out of range") && e.inside == 0 && e.takesFigure() && digitsOf(s.at.Text()) == s.at.Text():
		f.Hint = "viết " + Quote(s.at.Text())
	case s.says("out of range"):
		f.Hint = "viết nhiều nhất 18 chữ số"
	case s.says("leading zeroes"):
		f.Hint = "viết " + Quote(s.at.Text()) + " trong ngoặc kép, hoặc " + unled(s.at.Text())
	case s.decimal(e):
		f.Place, f.Message = s.decimalPlace(), "số thập phân không có ngoặc kép viết bằng dấu chấm"
		f.Hint = "viết " + strings.Replace(f.Place.Text(), ",", ".", 1)
	case e.sign == "" || e.key == "":
		return false
	case s.twoEntries(e):
		key, _, _ := strings.Cut(strings.TrimLeft(string(s.text[s.at.Start:e.end]), ", "), "=")
		f.Hint = "xuống dòng trước " + Short(strings.TrimSpace(key)) + ": mỗi dòng một khóa"
	case e.inside == '{' && strings.Contains(e.value, ";"):
		f.Message, f.Hint = "dấu ; ở chỗ của dấu phẩy", "viết dấu phẩy thay cho dấu ;"
	default:
		return s.noValue(e, f)
	}
	return true
}

// noValue: it is words, or a figure that is spelled in another way.
func (s stop) noValue(e entry, f *diag.Finding) bool {
	mended := e.mendedValue()
	figure := Meant(e.value, false).File
	if s.says("nvalid datetime") {
		f.Message, f.Hint = "chỗ này không phải một số", "viết một số; lời giải thích thì viết ở ghi_chu"
	}
	switch {
	case e.value == "" && s.listBelow():
		f.Hint = "viết " + Short(e.key) + " = ["
	case e.value == "" && e.takesFigure() && mendKey(e.key) != "so" && mendKey(e.key) != "nam":
		f.Hint = `viết giá trị sau dấu =; chưa có số liệu thì viết ""`
	case e.value == "", saysNone(e.value) && (!e.takesFigure() || mendKey(e.key) == "so" || mendKey(e.key) == "nam"):
		f.Hint = "viết giá trị sau dấu =; chưa có thì xóa dòng này"
	case strings.HasSuffix(e.value, ";") && sound("a = "+mended):
		f.Message, f.Hint = "thừa dấu ; ở cuối", "viết "+Short(mended)
	case e.takesFigure() && figure != "":
		f.Hint = figure
	case !e.takesFigure() && e.mended() != "" && s.at.Start < e.end && !strings.ContainsAny(e.value, `"=`):
		f.Place, f.Message, f.Hint = s.within(e, e.value), "chữ không có dấu ngoặc kép", "viết "+Short(e.mended())
	default:
		return s.says("nvalid datetime")
	}
	return true
}

// twoEntries: another key and its value stand behind a value, on one line.
func (s stop) twoEntries(e entry) bool {
	return e.inside == 0 && s.says("top-level item to end") && strings.Contains(string(s.text[s.at.Start:max(e.end, s.at.Start)]), "=")
}

// decimal: a comma in a number that stands in braces.
func (s stop) decimal(e entry) bool {
	return e.inside == '{' && s.says("expected '.' or '='", "expected key separator") && s.decimalPlace().Source != nil
}

// decimalPlace is the number around the comma that was read last; nowhere when there is none.
func (s stop) decimalPlace() diag.Place {
	start := s.src.Start(s.at.Position().Line)
	end := run(s.text, s.at.Start, func(c byte) bool { return c >= '0' && c <= '9' })
	found := regexp.MustCompile(`(\d+,\d+)\s*$`).FindSubmatchIndex(s.text[start:end])
	if found == nil {
		return diag.Place{}
	}
	return s.src.At(start+found[2], start+found[3])
}

// listBelow: the next line begins what looks like an item of a list.
func (s stop) listBelow() bool {
	n := s.at.Position().Line + 1
	return n <= s.src.Lines() && bytes.HasPrefix(bytes.TrimSpace(s.src.Line(n)), []byte("{"))
}
