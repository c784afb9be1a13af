package tree

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"phuluc2b/model/diag"
)

// readable finds files of another kind and files that are no UTF-8 text, which a TOML parser can say little about.
func readable(src *diag.Source, findings *diag.List) bool {
	text := src.Text
	start := diag.NewSource(src.Name, nil).At(0, 0)
	if kind := foreign(text); kind.name != "" {
		findings.Advisef("loai-tep", start, kind.hint, "đây là tệp %s, không phải tệp TOML", kind.name)
		return false
	}
	if name := wideText(text); name != "" {
		findings.Faultf("ma-hoa", start, "mở tệp bằng Notepad, chọn File > Save As, ở ô Encoding chọn UTF-8 rồi lưu lại", "tệp lưu theo mã %s, chương trình chỉ đọc UTF-8", name)
		return false
	}
	if binary(text) {
		const again = "lấy lại bản sao của tệp số liệu; tệp DOCX, PDF do chương trình làm có mang theo nó: "
		findings.Advisef("loai-tep", start, diag.Advice{File: again + "phuluc2b extract", Cell: again + "thả tệp ấy vào đây"}, "đây không phải tệp chữ, hoặc tệp đã hỏng")
		return false
	}
	if !utf8.Valid(text) {
		bad := badByte(text, 0)
		findings.Faultf("ma-hoa", src.At(bad, bad+1), encodingHint(text), "byte 0x%02X không phải chữ UTF-8", text[bad])
		return false
	}
	return true
}

// foreignKind is a kind of file that people give in place of TOML, told by its first bytes.
// Its hint must not be to save it as text: that would destroy it.
type foreignKind struct {
	start, name string
	hint        diag.Advice
}

func foreign(text []byte) foreignKind {
	begin := strings.ToLower(string(bytes.TrimLeft(text[:min(len(text), 512)], "\ufeff \t\r\n")))
	for _, kind := range foreignKinds() {
		if bytes.HasPrefix(text, []byte(kind.start)) || kind.start[0] < utf8.RuneSelf && strings.HasPrefix(begin, kind.start) {
			return kind
		}
	}
	return foreignKind{}
}

func foreignKinds() []foreignKind {
	const open, choose = "mở bằng Word, lưu thành .docx, rồi", "chọn đúng tệp số liệu .toml"
	word := diag.Advice{File: open + ": phuluc2b import TỆP.docx -o so-lieu.toml", Cell: open + " thả vào đây"}
	another := diag.Advice{File: choose + "; làm tệp số liệu mới để điền: phuluc2b new -o so-lieu.toml", Cell: choose + ", hoặc bắt đầu từ phụ lục trống"}
	unpack := diag.Advice{File: "giải nén rồi chọn tệp .toml ở trong"}
	return []foreignKind{
		{"PK\x03\x04", "DOCX hoặc tệp nén", diag.Advice{File: "lấy số liệu của tệp DOCX ra tệp TOML: phuluc2b import TỆP.docx -o so-lieu.toml"}},
		{"%PDF-", "PDF", diag.Advice{File: "lấy lại tệp số liệu từ tệp PDF do chương trình làm: phuluc2b extract TỆP.pdf"}},
		{"\xd0\xcf\x11\xe0", "Word hoặc Excel kiểu cũ", word},
		{"{\\rtf", "RTF", word},
		{"<!doctype html", "trang web (HTML)", word},
		{"<html", "trang web (HTML)", word},
		{"<?xml", "XML", another},
		{"{\"", "JSON", another},
		{"{\n", "JSON", another},
		{"{\r\n", "JSON", another},
		{"\x1f\x8b", "nén (gzip)", unpack},
		{"Rar!", "nén (RAR)", unpack},
		{"7z\xbc\xaf", "nén (7-Zip)", unpack},
		{"\x89PNG", "ảnh", another},
		{"\xff\xd8\xff", "ảnh", another},
	}
}

// wideText names the encoding of a text with several bytes for each letter; "" for another.
func wideText(text []byte) string {
	begin := text[:min(len(text), 256)]
	odd, even := 0, 0 // bytes that are 0
	for i, c := range begin {
		switch {
		case c == 0 && i%2 == 0:
			even++
		case c == 0:
			odd++
		}
	}
	half := len(begin) / 2
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe\x00\x00")) || bytes.HasPrefix(text, []byte("\x00\x00\xfe\xff")),
		half > 1 && odd+even > len(begin)*2/3 && odd+even < len(begin)*4/5:
		return "UTF-32"
	case bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")),
		half > 1 && (odd > half/2 && even == 0 || even > half/2 && odd == 0):
		return "UTF-16"
	}
	return ""
}

// binary reports whether bytes are no text: control characters that no text has.
func binary(text []byte) bool {
	begin := text[:min(len(text), 4096)]
	controls := 0
	for _, c := range begin {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != 0x1b {
			controls++
		}
	}
	return controls > 0 && (bytes.IndexByte(begin, 0) >= 0 && controls > len(begin)/4 || controls > len(begin)/20 && !utf8.Valid(text))
}

// badByte is the offset of the first byte from an offset on that is no UTF-8; the length when there is none.
func badByte(text []byte, from int) int {
	for from < len(text) {
		r, n := utf8.DecodeRune(text[from:])
		if r == utf8.RuneError && n == 1 {
			return from
		}
		from += n
	}
	return from
}

// encodingHint says how to get UTF-8 of a file with bytes that are none.
func encodingHint(text []byte) string {
	good, bad := 0, 0 // letters beyond ASCII
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	if good > 3*bad {
		return "chữ ở chỗ này hỏng: xóa rồi gõ lại"
	}
	return "mở tệp bằng Notepad: chữ Việt hiện đúng thì chọn File > Save As, ở ô Encoding chọn UTF-8 rồi lưu; chữ hiện sai (gõ bằng phông .Vn, VNI) thì chép ra, chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6) rồi dán vào tệp mới, đừng lưu đè"
}
