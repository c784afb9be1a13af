package tree

import (
	"bytes"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"phuluc2b/model/diag"
)

// Decode reads TOML into plain values and the places of them. On faults of the encoding, of
// bounds or of TOML itself it adds them to the findings and returns nil.
func Decode(src *diag.Source, findings *diag.List) (map[string]any, *Node) {
	if !readable(src, findings) || !bounded(src, findings) {
		return nil, nil
	}
	values := map[string]any{}
	if err := toml.Unmarshal(src.Text, &values); err != nil {
		addSyntaxFaults(src, findings, err)
		return nil, nil
	}
	if len(values) == 0 {
		findings.Faultf("tep-rong", src.At(0, 0), "chép một tệp mẫu trong thư mục examples rồi sửa số liệu", "tệp không có nội dung nào")
		return nil, nil
	}
	return values, places(src)
}

// readable finds files of another kind and files that are no UTF-8 text, which a TOML parser can say little about.
func readable(src *diag.Source, findings *diag.List) bool {
	const hint = "mở tệp bằng Notepad, chọn File > Save As, ở ô Encoding chọn UTF-8 rồi lưu lại"
	text := src.Text
	for _, kind := range foreignKinds() {
		if bytes.HasPrefix(text, []byte(kind.start)) {
			findings.Faultf("loai-tep", diag.NewSource(src.Name, nil).At(0, 0), kind.hint, "đây là tệp %s, không phải tệp TOML", kind.name)
			return false
		}
	}
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) || bytes.IndexByte(text[:min(len(text), 64)], 0) >= 0 {
		findings.Faultf("ma-hoa", diag.NewSource(src.Name, nil).At(0, 0), hint, "tệp lưu theo mã UTF-16, chương trình chỉ đọc UTF-8")
		return false
	}
	if !utf8.Valid(text) {
		bad := 0
		for r, n := utf8.DecodeRune(text); r != utf8.RuneError || n != 1; r, n = utf8.DecodeRune(text[bad:]) {
			bad += n
		}
		findings.Faultf("ma-hoa", src.At(bad, bad+1), hint, "byte 0x%02X không phải chữ UTF-8", text[bad])
		return false
	}
	return true
}

// foreignKind is a kind of file that people give in place of TOML, told by its first bytes.
// Its hint must not be to save it as text: that would destroy it.
type foreignKind struct{ start, name, hint string }

func foreignKinds() []foreignKind {
	return []foreignKind{
		{"PK\x03\x04", "DOCX hoặc tệp nén", "lấy số liệu của tệp DOCX ra tệp TOML: phuluc2b import TỆP.docx -o so-lieu.toml"},
		{"%PDF-", "PDF", "lấy lại tệp số liệu từ tệp PDF do chương trình làm: phuluc2b extract TỆP.pdf"},
		{"\xd0\xcf\x11\xe0", "Word hoặc Excel kiểu cũ", "mở bằng Word, lưu thành .docx, rồi: phuluc2b import TỆP.docx -o so-lieu.toml"},
	}
}
