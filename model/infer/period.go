package infer

import (
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
)

const (
	openYear = `(?:\d{4}|20[.…_ ]*[.…_]|[.…_]+|$)`
	ofYear   = `\s*(?:/\s*(?:năm\s*)?|năm\s*)`
)

// The ways in which titles name a period, filled in or open.
var periodTitle = tabular.Pattern(`(?i)(?:(?:qu[ýí]|qúy)\s*(?:thứ\s+)?(?:(?:iv|iii|ii|i|0?[1-4]|một|hai|ba|bốn|tư)\s*[,–-]?|[.…_]*)` + ofYear + openYear +
	`|(?:0?[69]|sáu|chín)\s+tháng(?:\s+đầu)?\s+năm\s*` + openYear +
	`|tháng\s*(?:\d{1,2}|[.…_]*)` + ofYear + openYear +
	`|(?:năm\s*` + openYear + `))`)

// openEnd is a place that is left open at the end of a title.
var openEnd = tabular.Pattern(`(?:…|\.{3,}|_{3,})[.…_\s]*$`)

// otherPeriod stands before a year that is none of the report's.
var otherPeriod = tabular.Pattern(`(?i)(?:so với|cùng kỳ|giai đoạn|từ|đến|trước|sau)\s*$`)

// runsOn is a year, by its last sign, that is none or one of several.
var runsOn = tabular.Pattern(`^(?:\d[\p{L}\d]|.\s*[-–/])`)

// What else in a title may be the period or a part of it, or stands before the year of another
// document.
var (
	morePeriod  = tabular.Pattern(`(?i)(?:quý\s+(?:[ivx]+|\d)(?:[^\p{L}\d]|$)|\d+\s+tháng(?:\s+(?:đầu|cuối)(?:\s+năm)?)?|tháng\s+\d+|năm\s+\d{4}|\d{4}\s*[-–]\s*\d{4})`)
	halfPeriod  = tabular.Pattern(`(?i)(?:\d|đầu|cuối|giữa|hết|nửa|(?:qu[ýí]|qúy|tháng|đợt|lần|tuần|kỳ)(?:\s+thứ)?\s+\S+)[\s,;–-]*$`)
	citedNumber = tabular.Pattern(`(?i)số\s+\S+/\S+\s*$`)
)

// period puts {ky} in the place of the period in the title.
func (r *reader) period(lines []string) {
	d := r.draft
	line, at := -1, []int(nil)
	several := false
	for i := range lines {
		lines[i] = withoutBraces(lines[i])
		for _, found := range periodTitle().FindAllStringIndex(lines[i], -1) {
			if otherPeriod().MatchString(lines[i][:found[0]]) || runsOn().MatchString(lines[i][found[1]-1:]) {
				continue
			}
			several = several || line >= 0
			line, at = i, found
		}
	}
	d.Title = lines
	if at := openEnd().FindStringIndex(strings.Join(lines[max(0, len(lines)-1):], "")); line < 0 && at != nil {
		last := &lines[len(lines)-1]
		*last = (*last)[:at[0]] + "{ky}"
		d.doubt("tieu_de", "chỗ để trống ở cuối coi là chỗ của kỳ báo cáo")
		return
	}
	if line < 0 {
		d.add("tieu_de", doubt{"không thấy kỳ báo cáo", "viết {ky} vào chỗ của nó, ví dụ “… {ky}”"})
		return
	}
	said := lines[line][at[0]:at[1]]
	before, behind := lines[line][:at[0]], lines[line][at[1]:]
	if more := morePeriod().FindString(strings.Join(slices.Concat(lines[:line], []string{before, "·", behind}, lines[line+1:]), " ")); more != "" {
		d.doubt("tieu_de", "tên phụ lục còn nói đến “"+strings.TrimSpace(more)+"”; {ky} thay cho “"+said+"”")
	} else if half := halfPeriod().FindString(before); half != "" {
		d.doubt("tieu_de", "“"+strings.TrimSpace(half)+"” ở trước {ky} có thể là một phần của kỳ báo cáo")
	} else if citedNumber().MatchString(before) {
		d.doubt("tieu_de", "{ky} thay cho “"+said+"”, có thể là năm của văn bản được dẫn")
	}
	lines[line] = before + "{ky}" + behind
	if several {
		d.doubt("tieu_de", "có nhiều chỗ giống kỳ báo cáo, {ky} đặt ở chỗ cuối")
	} else if said != strings.ToUpper(said) {
		d.doubt("tieu_de", "kỳ báo cáo được in hoa: “"+said+"” thành “"+strings.ToUpper(said)+"”")
	}
	r.periods(tabular.Plain(said) + " ") // an open year leaves no word behind the quarter
}

// periods are those of the form: the usual ones, unless the title speaks of another.
func (r *reader) periods(said string) {
	d := r.draft
	switch {
	case strings.HasPrefix(said, "tháng"):
		for _, p := range model.Periods() {
			if strings.HasPrefix(string(p), "thang-") {
				d.Periods = append(d.Periods, p)
			}
		}
	case strings.HasPrefix(said, "9 ") || strings.HasPrefix(said, "09 ") || strings.HasPrefix(said, "chín"):
		d.Periods = []model.Period{"quy-1", "6-thang", "9-thang", "nam"}
	case strings.HasPrefix(said, "quý") && !strings.HasPrefix(said, "quý i ") && !strings.HasPrefix(said, "quý 1 ") && !strings.HasPrefix(said, "quý iii ") && !strings.HasPrefix(said, "quý 3 "):
		d.Periods = []model.Period{"quy-1", "quy-2", "quy-3", "quy-4", "nam"}
	default:
		return
	}
	d.doubt("ky", "các kỳ đoán theo tên phụ lục")
}
