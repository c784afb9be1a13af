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
	citedID    = tabular.Pattern(`(?i)(?:^|\s)số\s*:?\s*(\d+\p{Latin}*|[….\s]*)\s*/\s*([\p{Latin}\d&.]+(?:[-–][\p{Latin}\d&.]+|\s*[-–]\s*(?-i:\p{Lu})[\p{Latin}\d&.]*)*)\s*(?:[,;)]|\s|$)`)
	citedBare  = tabular.Pattern(`(?:^|\s)(\d+\p{Latin}*)\s*/\s*(\p{Lu}[\p{Latin}\d&.]*-[\p{Latin}\d&.-]+)(?:[,;)]|\s|$)`)
	andCited   = tabular.Pattern(`(?i)\svà\s+(?:\p{L}+\s+){0,3}số\s*:?\s*\d+\p{Latin}*\s*/`)
	citedDate  = tabular.Pattern(`(?i)ngày\s*:?\s*(?:(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}\b|\d{2}\.?(?:\s+\d+|[\s,;)]|$))|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}\b))`)
	anyDate    = tabular.Pattern(`(?i)\d{1,2}(?:\s*[/.-]\s*|\s+tháng\s+)\d{1,2}(?:\s*[/.-]\s*|\s+năm\s+)\d{4}`)
	ofTemplate = tabular.Pattern(`(?i)^\W*(?:biểu\s+)?mẫu\s+(?:ban hành\s+)?kèm theo\s+(?:công văn|quyết định|thông tư|nghị định|nghị quyết|kế hoạch|hướng dẫn)\s`)
	openDate   = tabular.Pattern(`(?i)ngày\s*[….\s_]*(?:tháng|/)\s*[….\s_]*`)
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
	dated, _, _ := strings.Cut(text, " của ")
	if h.several(line, text, dated) {
		return
	}
	id := findID(text)
	if id != nil {
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
	case len(anyDate().FindAllString(dated, -1)) > 1:
		h.report(line, "để lại một ngày trong văn bản, hoặc điền ngay vào tệp số liệu", "không biết lấy ngày nào trong “%s”", tree.Short(line))
		h.unread("ngay", "")
	case parts != nil && !ofAnother(text, id):
		h.date(line, parts)
	case openDate().MatchString(text):
		h.found["ngay"] = ""
	default:
		h.report(line, "viết ngày như “ngày 02/12/2021”", "không đọc được ngày trong “%s”", tree.Short(line))
		h.unread("ngay", "")
	}
	h.issuer(line, text, id)
}

// several reports a line that cites another document beside the report.
func (h *headerReader) several(line, text, dated string) bool {
	id := findID(dated)
	if id == nil || !citedID().MatchString(dated[id[1]:]) && !andCited().MatchString(text[id[1]:]) {
		return false
	}
	h.report(line, "để lại một văn bản trong dòng ấy, hoặc điền so, ky_hieu, ngay, co_quan vào tệp số liệu", "không biết lấy văn bản nào trong “%s”", tree.Short(line))
	for _, key := range []string{"so", "ky_hieu", "ngay", "co_quan"} {
		h.unread(key, "")
	}
	return true
}

// ofAnother reports whether the date in a citation is that of another document than the one whose
// number stands at id.
func ofAnother(text string, id []int) bool {
	date := citedDate().FindStringIndex(text)
	return id != nil && id[1] < date[0] && findID(text[id[1]:date[0]]) != nil
}

// findID is where the number and the symbol stand in a citation.
func findID(text string) []int {
	if id := citedID().FindStringSubmatchIndex(text); id != nil {
		return id
	}
	return citedBare().FindStringSubmatchIndex(text)
}

// citation is the line that cites the report, the nearest to the table, though it may be
// broken into several paragraphs. One that says where the form is from is none.
func (h *headerReader) citation() string {
	for i := len(h.paragraphs) - 1; i >= 0; i-- {
		p := h.paragraphs[i]
		if !citing().MatchString(strings.Trim(p, "()[] ")) || ofTemplate().MatchString(p) { // as reference reads it
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
	if year = strings.TrimRight(year, " .,;)"); len(year) == 2 {
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
