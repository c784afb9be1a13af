package infer

import (
	"strings"

	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// title reads the label, the title lines and the line that cites the report.
func (r *reader) title() {
	lines := r.doc.heading(r.annex)
	t, first := splitTitle(lines)
	d := r.draft
	if d.Label = t.label; !t.found {
		d.Label = []string{"Phụ lục"}
		d.doubt("nhan", "văn bản không có dòng “Phụ lục …”")
	}
	if len(lines[:first]) > 0 {
		r.tell("chu-khong-lay", "", "không cần làm gì nếu đó là phần đầu công văn", "%d dòng ở trên phụ lục không thuộc biểu mẫu: %s", first, some(lines[:first]))
	}
	if t.unit != "" {
		parts := unitLine().FindStringSubmatch(t.unit)
		d.wholeUnit = parts[1]
		t.rest = append(t.rest, t.unit)
	}
	if len(t.rest) > 0 {
		r.tell("chu-khong-lay", "", "chép những dòng ấy vào tieu_de hoặc đầu cột nếu cần in", "biểu mẫu không có chỗ cho %d dòng ở trên bảng: %s", len(t.rest), some(t.rest))
	}
	r.period(t.lines)
	r.reference(t.reference)
}

// some quotes the first few of lines.
func some(lines []string) string {
	var quoted []string
	for _, line := range lines[:min(len(lines), 6)] {
		quoted = append(quoted, "“"+tree.Short(line)+"”")
	}
	if len(lines) > len(quoted) {
		quoted = append(quoted, "…")
	}
	return strings.Join(quoted, ", ")
}

func withoutBraces(s string) string { return strings.NewReplacer("{", "(", "}", ")").Replace(s) }

// The places of a line that cites a report, filled in or open.
var (
	cited     = tabular.Pattern(`(?i)(?:kèm theo|đính kèm(?:\s+theo)?)\s+`)
	citedID   = tabular.Pattern(`(?i)(?:^|\s)số\s*:?\s*(\d+\p{Latin}*|[….\s_]*)\s*/\s*([^\s,;)]+)`)
	citedDate = tabular.Pattern(`(?i)ngày\s*(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|` +
		`[….\s_\d]*tháng[….\s_\d]*năm[….\s_]*\d{0,4}[….]*|[….\s_\d]*/[….\s_\d]*/[….\s_]*\d{0,4}[….]*)`)
	wholeDate = tabular.Pattern(`(?i)^\d{1,2}(?:\s*[/.-]\s*|\s+tháng\s+)\d{1,2}(?:\s*[/.-]\s*|\s+năm\s+)\d{4}`)
	digits    = tabular.Pattern(`\S*\d\S*`)
	citedEnd  = tabular.Pattern(`\s*[)\]]?\s*[.;]?$`)
	citedBody = tabular.Pattern(`(?i)\scủa\s+(.+)$`)
)

// reference puts placeholders in the places of the line that cites the report.
func (r *reader) reference(line string) {
	d := r.draft
	if line == "" {
		d.doubt("kem_theo", "văn bản không có dòng “(Kèm theo báo cáo số … ngày … của …)”")
		return
	}
	line = withoutBraces(line)
	head := line[:cited().FindStringIndex(line)[1]]
	text, end := line[len(head):], ""
	if at := citedEnd().FindStringIndex(text); at != nil && !strings.HasSuffix(text, "..") {
		text, end = text[:at[0]], text[at[0]:]
	}
	var missing []string
	place := func(at []int, name string) {
		if at == nil {
			missing = append(missing, name)
			return
		}
		if at[0] > 0 && text[at[0]-1] != ' ' && strings.HasPrefix(name, "{so}") {
			name = " " + name
		}
		text = text[:at[0]] + name + text[at[1]:]
	}
	if body := citedBody().FindStringSubmatchIndex(text); body != nil {
		to := body[3]
		if i := strings.Index(text[body[2]:], ") "); i >= 0 && !strings.Contains(text[body[2]:body[2]+i], "(") {
			to = body[2] + i
			d.doubt("kem_theo", "sau dấu ngoặc còn có chữ: “"+strings.TrimSpace(text[to+1:])+"”")
		}
		if i := strings.Index(strings.ToLower(text[body[2]:to]), " ngày "); i > 0 {
			to = body[2] + i
		} else if i := strings.Index(text[body[2]:to], ", "); i > 0 {
			d.doubt("kem_theo", "{co_quan} thay cho “"+text[body[2]:to]+"”")
		}
		place([]int{body[2], to}, "{co_quan}")
	} else {
		place(nil, "{co_quan}")
	}
	if date := citedDate().FindStringSubmatchIndex(text); date != nil {
		said := text[date[2]:date[3]]
		if strings.ContainsAny(said, "0123456789") && !wholeDate().MatchString(said) {
			d.doubt("kem_theo", "{ngay} thay cho “"+strings.TrimSpace(said)+"”")
		}
		d.LongDate = strings.Contains(strings.ToLower(said), "tháng")
		space := ""
		if strings.HasSuffix(said, " ") {
			space = " "
		}
		if !strings.HasSuffix(text[:date[2]], " ") {
			text = text[:date[2]] + " " + text[date[2]:]
			date[2], date[3] = date[2]+1, date[3]+1
		}
		place(date[2:4], "{ngay}"+space)
	} else {
		place(nil, "{ngay}")
	}
	if id := citedID().FindStringSubmatchIndex(text); id != nil {
		filled := strings.ContainsAny(text[id[2]:id[3]], "0123456789")
		kind := strings.TrimSpace(text[:id[0]])
		place(id[4:6], "{ky_hieu}")
		place(id[2:4], "{so}")
		if kind != "" {
			text = "{loai}" + text[id[0]:]
		}
		if filled && kind != "" && !strings.Contains(tabular.Plain(kind), "báo cáo") {
			d.doubt("kem_theo", "văn bản dẫn “"+kind+"”; nếu đó không phải văn bản của cơ quan mình thì viết lại nguyên dòng")
		}
	} else {
		place(nil, "{so}/{ky_hieu}")
	}
	if kept := digits().FindString(text); kept != "" {
		d.doubt("kem_theo", "“"+kept+"” được giữ lại, in ở mọi báo cáo")
	}
	d.Reference = head + text + end
	if missing != nil {
		d.doubt("kem_theo", "không thấy chỗ của "+strings.Join(missing, ", "))
	}
}
