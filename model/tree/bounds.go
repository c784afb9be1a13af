package tree

import (
	"phuluc2b/model/diag"
)

// What no real annex meets, by far: a form of 20 000 rows has 4 MB and 165 000 items. The
// decoders take time and memory by the square of a depth, and recurse.
const (
	maxSize  = 8 << 20   // bytes of a file
	maxLines = 300_000   // of a file
	maxItems = 200_000   // keys, tables and items of arrays
	maxKeys  = 65_000    // of one table, and of all tables in single brackets
	maxDepth = 16        // of brackets and of the dots of keys
	maxPaths = 8 << 20   // bytes of the whole names of all keys: tables, dots and all
	maxKey   = 256       // bytes of a key, or of a number or word without quotes
	maxText  = 16 << 10  // bytes of a text in quotes
	maxLine  = 128 << 10 // bytes
)

// bounded looks once over a text, before any decoder does, and reports what is out of bounds.
func bounded(src *diag.Source, findings *diag.List) bool {
	const where = "xem lại có đúng tệp số liệu hay biểu mẫu không"
	if len(src.Text) > maxSize {
		findings.Faultf("gioi-han", diag.NewSource(src.Name, nil).At(0, 0), where, "tệp lớn %d MB, chương trình chỉ đọc đến %d MB", (len(src.Text)+1<<20-1)>>20, maxSize>>20)
		return false
	}
	m := meter{text: src.Text}
	for i := 0; i < len(m.text); {
		end, closed := token(m.text, i)
		m.count(i, end)
		fact, hint := m.verdict(i, end, closed)
		if fact != "" {
			if hint == "" {
				hint = where
			}
			findings.Faultf("gioi-han", src.At(i, min(end, i+maxKey)), hint, "%s", fact)
			return false
		}
		i = end
	}
	return true
}

// verdict says what is out of bounds after a token; "" for nothing.
func (m *meter) verdict(start, end int, closed bool) (fact, hint string) {
	size, text, comment := end-start, m.text[start] == '"' || m.text[start] == '\'', m.text[start] == '#'
	switch {
	case text && size > maxText && !closed:
		return "dấu ngoặc mở ở đây không có dấu đóng", "thêm dấu ngoặc đóng ở cuối đoạn chữ"
	case text && size > maxText:
		return "đoạn chữ trong ngoặc kép dài quá 16 KB", "xem có thiếu dấu ngoặc kép đóng không; viết ngắn lại"
	case text && size > maxKey && m.isKey(end):
		return "tên khóa dài quá 256 byte", "viết tên ngắn hơn"
	case !text && !comment && size > maxKey && !blank(m.text[start]):
		return "chữ không có ngoặc kép dài quá 256 byte", "khóa và số không bao giờ dài như vậy; chữ thì đặt trong ngoặc kép"
	case end-m.line > maxLine:
		return "dòng dài quá 128 KB", "xuống dòng sau dấu phẩy trong […]"
	case m.at.depth > maxDepth:
		return "ngoặc hoặc dấu chấm của khóa lồng nhau quá 16 lớp", "tệp số liệu và biểu mẫu chỉ cần hai, ba lớp; xem có thiếu ngoặc đóng không"
	case *m.tableKeys() > maxKeys:
		return "một bảng có hơn 65 000 khóa", ""
	case m.paths > maxPaths:
		return "tên các khóa và bảng dài quá, cộng lại hơn 8 MB", "viết tên khóa ngắn hơn, ít dấu chấm hơn"
	case m.items > maxItems:
		return "tệp có hơn 200 000 khóa và giá trị", ""
	case m.lines > maxLines:
		return "tệp có hơn 300 000 dòng", ""
	}
	return "", ""
}
