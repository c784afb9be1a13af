package match

import (
	"strings"

	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// Where a citation names the office, and what is said behind that.
var (
	citedBody = tabular.Pattern(`(?i)\bcủa\s+(.+?)\s*[).;]*$`)
	bodyEnd   = tabular.Pattern(`(?i)(?:;|\s\(?(?:về|thay thế|thay cho|sửa đổi|gửi|nhằm|theo|đơn vị tính:?|đvt:?|năm\s+\d{4}))(?:\s|$)`)
)

// issuer reads the office: behind the date, or between the number, which stands at id, and that.
func (h *headerReader) issuer(line, text string, id []int) {
	from, date := 0, citedDate().FindStringIndex(text)
	if id != nil {
		from = id[1]
	}
	if date == nil {
		date = []int{from, from}
	}
	parts := citedBody().FindStringSubmatch(text[date[1]:])
	if parts == nil && from < date[0] {
		parts = citedBody().FindStringSubmatch(strings.TrimRight(text[from:date[0]], " ,"))
	}
	if parts == nil {
		if kind, _, before := strings.Cut(h.found["loai"], " của "); before { // it stands there
			h.found["loai"] = kind
		}
		h.noIssuer(line)
		return
	}
	body := parts[1]
	if end := bodyEnd().FindStringIndex(body); end != nil {
		h.report(line, "xem lại co_quan trong tệp số liệu", "sau tên cơ quan còn có “%s”, không lấy", tree.Short(strings.TrimSpace(body[end[0]:])))
		body = body[:end[0]]
	}
	if findID(body) != nil || anyDate().MatchString(body) { // of another document
		h.noIssuer(line)
		return
	}
	if end := closing(body); end < len(body) {
		if rest := strings.Trim(body[end+1:], " ).;"); rest != "" {
			h.report(line, "xem lại co_quan trong tệp số liệu", "sau dấu ngoặc còn có “%s”, không lấy", tree.Short(rest))
		}
		body = body[:end]
	}
	body = strings.Trim(body, " ,;")
	h.found["co_quan"] = body + strings.Repeat(")", max(strings.Count(body, "(")-strings.Count(body, ")"), 0))
}

func (h *headerReader) noIssuer(line string) {
	h.report(line, "viết tên cơ quan sau chữ “của”", "không đọc được cơ quan ban hành trong “%s”", tree.Short(line))
	h.unread("co_quan", "")
}

// closing is where the bracket stands that closes a line whose opening one is cut off; the
// length of the text when there is none.
func closing(s string) int {
	open := 0
	for i, c := range s {
		switch {
		case c == '(':
			open++
		case c == ')' && open == 0:
			return i
		case c == ')':
			open--
		}
	}
	return len(s)
}
