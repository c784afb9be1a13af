package match

import (
	"strings"
	"time"
	"unicode"

	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// The parts of a line that cites a report.
var (
	citing     = tabular.Pattern(`(?i)(?:ban hành kèm theo|kèm theo|đính kèm(?:\s+theo)?)\s+(.*)$`)
	citedID    = tabular.Pattern(`(?i)(?:^|\s)số\s*:?\s*([\p{L}\d]*\d[\p{L}\d]*|[….\s]*)\s*/\s*([\p{L}\d&.]+(?:[-–][\p{L}\d&.]+|\s*[-–]\s*(?-i:\p{Lu})[\p{L}\d&.]*)*)\s*(?:[,;)]|\s|$)`)
	citedBare  = tabular.Pattern(`(?:^|\s)(\d[\p{L}\d]*)\s*/\s*(\p{Lu}[\p{L}\d&.]*-[\p{L}\d&.-]+)`)
	citedDate  = tabular.Pattern(`(?i)ngày\s*:?\s*(?:(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\b|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))`)
	openDate   = tabular.Pattern(`(?i)ngày\s*[….\s_]*(?:tháng|/)\s*[….\s_]*`)
	citedBody  = tabular.Pattern(`(?i)\bcủa\s+(.+?)\s*[).;]*$`)
	bodyEnd    = tabular.Pattern(`(?i)\s(?:về|thay thế|thay cho|sửa đổi|gửi|nhằm|theo)\s`)
	hyphen     = tabular.Pattern(`\s*[-–]\s*`)
	letterhead = tabular.Pattern(`(?i)^số\s*:?\s*(\d+)\s*/\s*([\p{L}\d&-]+)`)
)

// reference reads the line that cites the report.
func (h *headerReader) reference() {
	if h.form.Reference == "" {
		return
	}
	line := h.citation()
	if line == "" {
		h.missing()
		return
	}
	text := citing().FindStringSubmatch(strings.Trim(line, "()[] "))[1]
	if id := findID(text); id != nil {
		kind := strings.TrimSpace(text[:id[0]])
		h.found["ky_hieu"] = hyphen().ReplaceAllString(strings.TrimRight(text[id[4]:id[5]], ".,"), "-")
		if strings.ContainsFunc(kind, unicode.IsDigit) {
			h.report(line, "để lại một số trong văn bản, hoặc điền so vào tệp số liệu", "không biết lấy số nào trong “%s”", tree.Short(line))
			h.unread("so", "")
		} else if h.found["so"] = strings.Trim(text[id[2]:id[3]], " .…"); kind != "" {
			h.found["loai"] = kind
		}
	} else {
		h.report(line, "viết số và ký hiệu như “số 476/BC-UBND”", "không đọc được số và ký hiệu trong “%s”", tree.Short(line))
		h.unread("so", "")
		h.unread("ky_hieu", "")
	}
	switch parts := citedDate().FindStringSubmatch(text); {
	case parts != nil:
		h.date(line, parts)
	case openDate().MatchString(text):
		h.found["ngay"] = ""
	default:
		h.report(line, "viết ngày như “ngày 02/12/2021”", "không đọc được ngày trong “%s”", tree.Short(line))
		h.unread("ngay", "")
	}
	if date := citedDate().FindStringIndex(text); date != nil {
		text = text[date[1]:]
	} else if id := findID(text); id != nil {
		text = text[id[1]:]
	}
	if parts := citedBody().FindStringSubmatch(text); parts != nil {
		body := parts[1]
		if end := bodyEnd().FindStringIndex(body); end != nil {
			h.report(line, "xem lại co_quan trong tệp số liệu", "sau tên cơ quan còn có “%s”, không lấy", tree.Short(strings.TrimSpace(body[end[0]:])))
			body = body[:end[0]]
		}
		if end := closing(body); end < len(body) {
			if rest := strings.Trim(body[end+1:], " ).;"); rest != "" {
				h.report(line, "xem lại co_quan trong tệp số liệu", "sau dấu ngoặc còn có “%s”, không lấy", tree.Short(rest))
			}
			body = body[:end]
		}
		body = strings.Trim(body, " ,;")
		h.found["co_quan"] = body + strings.Repeat(")", max(strings.Count(body, "(")-strings.Count(body, ")"), 0))
	} else {
		h.report(line, "viết tên cơ quan sau chữ “của”", "không đọc được cơ quan ban hành trong “%s”", tree.Short(line))
		h.unread("co_quan", "")
	}
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

// findID is where the number and the symbol stand in a citation.
func findID(text string) []int {
	if id := citedID().FindStringSubmatchIndex(text); id != nil {
		return id
	}
	return citedBare().FindStringSubmatchIndex(text)
}

// citation is the line that cites the report, the nearest to the table, though it may be
// broken into several paragraphs.
func (h *headerReader) citation() string {
	for i := len(h.paragraphs) - 1; i >= 0; i-- {
		p := h.paragraphs[i]
		if !citing().MatchString(strings.Trim(p, "()[] ")) { // as reference reads it
			continue
		}
		line := p
		for next := i + 1; next < min(i+3, len(h.paragraphs)); next++ {
			if h.paragraphs[next] == "" {
				break
			}
			whole := citedBody().MatchString(line) && (strings.Contains(line, ")") || !strings.HasPrefix(line, "("))
			if whole && citedDate().MatchString(line) || strings.Contains(line, ")") {
				break
			}
			line += " " + h.paragraphs[next]
		}
		if strings.Contains(strings.ToLower(line), "số") || citedDate().MatchString(line) {
			return line
		}
	}
	return ""
}

// missing reports that no line cites the report, and a number that stands elsewhere: it may be
// that of another document.
func (h *headerReader) missing() {
	for _, p := range h.paragraphs {
		if letterhead().MatchString(p) {
			h.report(p, "xem đó có phải số của báo cáo không, rồi điền so, ky_hieu, ngay vào tệp số liệu", "không có dòng “Kèm theo báo cáo số …”; ở đầu văn bản có “%s”, không lấy", tree.Short(p))
			return
		}
	}
	h.report("", "điền loai, so, ky_hieu, ngay, co_quan vào tệp số liệu", "không tìm thấy dòng “Kèm theo báo cáo số … ngày … của …”")
}

func (h *headerReader) date(line string, parts []string) {
	day, month, year := parts[1], parts[2], parts[3]
	if day == "" {
		day, month, year = parts[4], parts[5], parts[6]
	}
	if len(year) == 2 {
		year = "20" + year
	}
	date, err := time.Parse("2/1/2006", strings.TrimLeft(day, "0")+"/"+strings.TrimLeft(month, "0")+"/"+year)
	if err != nil {
		h.report(line, "sửa ngày trong văn bản", "ngày %s/%s/%s không có thật", day, month, year)
		h.unread("ngay", "")
		return
	}
	h.found["ngay"] = date.Format(time.DateOnly)
}
