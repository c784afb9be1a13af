package tree

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"phuluc2b/model/diag"
)

const (
	// maxSyntaxFaults bounds the faults told at once: the text is parsed again for each.
	maxSyntaxFaults = 50
	// maxParsedAgain bounds how many bytes are parsed for that.
	maxParsedAgain = 4 << 20
)

// addSyntaxFaults reports the fault that the TOML parser stopped at and, blanking one faulty
// line after the other, those behind it, as far as a line can be left out without harm to
// the next.
func addSyntaxFaults(src *diag.Source, findings *diag.List, err error) {
	text := bytes.Clone(src.Text)
	for range min(maxSyntaxFaults, 1+maxParsedAgain/len(text)) {
		var perr toml.ParseError
		if !errors.As(err, &perr) {
			findings.Faultf("toml", src.At(0, 0), "", "tệp không đúng cú pháp TOML")
			return
		}
		if reportUnquoted(src, findings, perr.Position.Line) {
			return
		}
		line := addSyntaxFault(src, text, findings, perr)
		if !blankLine(src, text, line) {
			return
		}
		if err = toml.Unmarshal(text, &map[string]any{}); err == nil {
			return
		}
	}
}

// blankLine blanks one line of a text of the length of the source's. It refuses a line that
// heads a table, may hold a part of a longer value, or is blank already.
func blankLine(src *diag.Source, text []byte, n int) bool {
	start := src.Start(n)
	line := text[start : start+len(src.Line(n))]
	if len(bytes.TrimSpace(line)) == 0 || n < src.Lines() && bytes.HasPrefix(bytes.TrimSpace(src.Line(n+1)), []byte("{")) || bytes.ContainsRune(line, '[') || bytes.Contains(line, []byte(`"""`)) || bytes.Contains(line, []byte("'''")) {
		return false
	}
	if toml.Unmarshal(text[:start], &map[string]any{}) != nil {
		return false
	}
	copy(line, bytes.Repeat([]byte(" "), len(line)))
	return true
}

// addSyntaxFault turns what the TOML parser says of a text, the source's with the faults
// before this one blanked, into a finding in Vietnamese, and returns its line.
func addSyntaxFault(src *diag.Source, text []byte, findings *diag.List, perr toml.ParseError) int {
	place := trimPlace(src.At(perr.Position.Start, perr.Position.Start+perr.Position.Len))
	f := stop{src, text, place, perr.Message}.finding()
	if f.Hint == seeExample {
		f.Cell = "sửa dòng ấy, hoặc mở tệp DOCX của phụ lục này"
	}
	if strings.Contains(perr.Message, "already") {
		key := strings.Trim(place.Text(), `"'`)
		root, _ := places(diag.NewSource(src.Name, text))
		if first := firstOf(root, key, place); first != nil {
			f.Related = []diag.Related{{Place: src.At(first.Start, first.End), Message: "khóa " + Short(key)}}
			if first.Position().Line == place.Position().Line {
				f.Hint = "xóa một trong hai chỗ"
			}
		}
	}
	*findings = append(*findings, f)
	return place.Position().Line
}

// firstOf is the place of the key that stands again at another place.
func firstOf(root *Node, key string, again diag.Place) *diag.Place {
	line := again.Source.Line(again.Position().Line)
	if table := root.Children[key]; table != nil && bytes.HasPrefix(bytes.TrimSpace(line), []byte("[")) {
		return &table.Key
	}
	return root.before(again.Start-1, key)
}

// reportUnquoted reports every row ID without quotes when the parser stopped at one: to TOML
// 1.2 and 1.2.1 are then the same key twice.
func reportUnquoted(src *diag.Source, findings *diag.List, line int) bool {
	if line < 1 || line > src.Lines() || unquotedID(string(src.Line(line))) == "" {
		return false
	}
	for n := 1; n <= src.Lines(); n++ {
		text := string(src.Line(n))
		if id := unquotedID(text); id != "" {
			start := src.Start(n) + strings.Index(text, id)
			findings.Faultf("thieu-ngoac", src.At(start, start+len(id)), fmt.Sprintf(`viết "%s" = …`, id), "mã dòng %s phải đặt trong ngoặc kép", id)
		}
	}
	return true
}

// trimPlace leaves out the comment and the blanks that the parser counts to a bad value.
func trimPlace(p diag.Place) diag.Place {
	text, _, _ := strings.Cut(p.Text(), "#")
	text, _, _ = strings.Cut(text, "\n")
	return p.Source.At(p.Start, p.Start+len(strings.TrimRight(text, " \t\r")))
}

// syntaxFaults explains the faults of TOML that people make, by a part of what the parser
// says; the first that fits counts.
func syntaxFaults() [][3]string {
	return [][3]string{
		{"leading zeroes", "số viết không có ngoặc kép thì không được bắt đầu bằng số 0", `viết "07" trong ngoặc kép, hoặc 7`},
		{"invalid datetime", "chỗ này không phải một ngày hay một số", "viết ngày dạng 2021-12-02; chữ thì đặt trong ngoặc kép"},
		{"already been defined", "khóa này đã có ở trên", "xóa một trong hai dòng"},
		{"already created", "khóa này đã có ở trên", "xóa một trong hai dòng"},
		{"strings cannot contain newlines", "thiếu dấu ngoặc kép đóng ở cuối dòng", `viết đủ hai dấu ngoặc kép: "…"`},
		{`unexpected EOF; expected '"`, "thiếu dấu ngoặc kép đóng", `viết đủ hai dấu ngoặc kép: "…"`},
		{"unexpected EOF; expected \"'", "thiếu dấu nháy đóng", "viết đủ hai dấu nháy"},
		{"expected a comma", "thiếu dấu phẩy hoặc dấu ngoặc đóng", "ngăn các phần trong […] và {…} bằng dấu phẩy, và đóng ngoặc"},
		{"unexpected comma", "thừa dấu phẩy", "xóa dấu phẩy này"},
		{"expected a top-level item to end", "thừa chữ sau giá trị", `số có dấu phẩy, dấu % hay chữ thì đặt trong ngoặc kép: "3,5", "5 %"`},
		{"expected value but found", "chỗ này cần một giá trị", `viết một số, hoặc chữ trong ngoặc kép thẳng: "…"`},
		{"unexpected EOF; expected value", "chỗ này cần một giá trị", `viết một số, hoặc chữ trong ngoặc kép: "…"`},
		{"expected key separator", "thiếu dấu = sau tên khóa", "viết: tên = giá trị"},
		{"expected '.' or '='", "thiếu dấu = sau tên khóa", "viết: tên = giá trị; tên có dấu hay khoảng trắng thì đặt trong ngoặc kép"},
		{"key name appears blank", "thiếu tên trước dấu =", "viết: tên = giá trị"},
		{"table name", "tên bảng viết sai", "viết tên bảng trong ngoặc vuông, ví dụ [so_lieu]"},
		{"table array name", "tên bảng viết sai", "viết tên trong hai ngoặc vuông, ví dụ [[dong]]"},
		{"control characters", "có ký tự điều khiển không được dùng", "xóa ký tự ở chỗ được đánh dấu rồi gõ lại"},
		{"invalid escape", `dấu \ trong ngoặc kép phải viết là \\`, `viết \\ thay cho \`},
		{"escaped character", `mã ký tự sau \u không có thật`, "gõ thẳng chữ cần viết"},
		{"hexadecimal digits", `sau \u phải có bốn chữ số mã ký tự`, "gõ thẳng chữ cần viết"},
		{"floats must start", "số không được bắt đầu bằng dấu chấm", "viết 0.5"},
		{"invalid float", "số viết sai", `viết trong ngoặc kép: "…"`},
		{"expected a digit", "chỗ này cần một chữ số", `viết một số, hoặc chữ trong ngoặc kép: "…"`},
		{"out of range", "số quá lớn", `viết trong ngoặc kép: "…"`},
		{"unexpected eof", "tệp dừng giữa chừng", "xem lại dòng cuối"},
	}
}

// seeExample is the hint for what nothing better is known of.
const seeExample = "xem một tệp mẫu trong thư mục examples"

func explain(message string) (fact, hint string) {
	message = strings.ToLower(message)
	for _, f := range syntaxFaults() {
		if strings.Contains(message, strings.ToLower(f[0])) {
			return f[1], f[2]
		}
	}
	return "chỗ này không đúng cú pháp TOML", seeExample
}

// unquotedID is the row ID that a line begins with outside of quotes, or "".
func unquotedID(line string) string {
	key, _, found := strings.Cut(line, "=")
	key = strings.TrimSpace(key)
	if !found || key == "" || key[0] < '0' || key[0] > '9' || !strings.Contains(key, ".") {
		return ""
	}
	for _, part := range strings.Split(key, ".") {
		if !bareKey(part) {
			return ""
		}
	}
	return key
}
