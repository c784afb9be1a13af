package infer

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
)

// kinds says of each row what its figure is, by its unit, its label and, in a document that is
// filled in, the figure itself.
func (r *reader) kinds() {
	filled := r.filled()
	for i, it := range r.items {
		if len(it.Label) == 0 {
			it.Label = []string{"…"}
			it.doubt("dòng không có tên")
		}
		it.unit, it.label = tabular.Plain(strings.Join(it.Unit, " ")), tabular.Plain(strings.Join(it.Label, " "))
		if it.Kind = r.kind(it, filled); i > 0 && ditto(it.Unit) {
			it.Kind = r.items[i-1].Kind
			it.doubt("đơn vị tính “%s” là như dòng trên", it.Unit[0])
			if it.Kind == model.KindHeading || it.Kind == model.KindCode {
				it.Kind = model.KindText
			}
		}
		if r.draft.filled += min(len(it.figure), 1); len(it.figure) > 0 {
			r.fit(it)
		}
		r.draft.Rows = append(r.draft.Rows, it.Row)
		r.draft.places = append(r.draft.places, it.place)
	}
}

// ditto reports whether a unit only says that it is that of the row above.
func ditto(unit []string) bool {
	return len(unit) == 1 && slices.Contains([]string{"\"", "”", "“", "''", "nt", "-nt-", "- nt -", "như trên", "//"}, strings.ToLower(unit[0]))
}

// filled reports whether nearly all rows that take figures have them.
func (r *reader) filled() bool {
	filled, all := 0, 0
	for _, it := range r.items {
		if len(it.Unit) > 0 || len(it.figure) > 0 {
			all++
			filled += min(len(it.figure), 1)
		}
	}
	return filled > 0 && filled*100 >= all*85
}

func (r *reader) kind(it *item, filled bool) model.Kind {
	unit, label := it.unit, it.label
	if lines, codes := codesOf(it.Unit); codes != nil {
		it.Unit, it.Codes = lines, codes
		return model.KindCode
	}
	words := strings.Fields(unit)
	switch {
	case ditto(it.Unit):
		return model.KindText // settled by the row above
	case unit == "":
		return r.kindWithoutUnit(it, label, filled)
	case words[0] == "điểm":
		return model.KindScore
	case slices.Contains([]string{"%", "tỷ lệ", "tỷ lệ %", "phần trăm", "% tỷ lệ"}, unit):
		return model.KindPercent
	case measured(words):
		return model.KindScore
	case len(words) > 5 || words[0] == "theo" || strings.ContainsFunc(unit, unicode.IsDigit) || slices.Contains(words, "không") || slices.Contains([]string{"ngày", "ngày tháng", "tên", "mô tả", "nội dung", "x"}, unit):
		return r.kindOfFigure(it, "đơn vị tính “"+strings.Join(it.Unit, " ")+"” không cho biết loai")
	case strings.HasPrefix(label, "tỷ lệ"):
		it.doubt("tên là tỷ lệ, đơn vị tính thì không")
	}
	return model.KindCount
}

// kindWithoutUnit goes by the label, and by whether other rows stand below.
func (r *reader) kindWithoutUnit(it *item, label string, filled bool) model.Kind {
	if behind := unitBehind().FindStringSubmatch(strings.Join(it.Label, " ")); behind != nil && !it.parents {
		switch said := tabular.Plain(behind[1]); {
		case said == "%":
			return model.KindPercent
		case measured(strings.Fields(said)):
			return model.KindScore
		}
	}
	counts := strings.HasPrefix(label, "số ") || strings.HasPrefix(label, "tổng ") || r.countsAll()
	switch {
	case it.parents && len(it.figure) == 0:
		if !filled && model.ParentOf(it.ID) != "" || strings.HasPrefix(label, "tổng ") {
			it.doubt("không có đơn vị tính, có dòng ở dưới nên để là đề mục")
		}
		return model.KindHeading
	case strings.HasPrefix(label, "tỷ lệ") || strings.HasPrefix(label, "tỷ trọng"):
		return model.KindPercent
	case len(it.figure) > 0:
		return r.kindOfFigure(it, "không có đơn vị tính")
	case counts:
		return model.KindCount
	case it.bold && r.someThin():
		it.doubt("không có đơn vị tính, chữ đậm nên để là đề mục")
		return model.KindHeading
	}
	it.doubt("không có đơn vị tính, chưa rõ là số đếm, tỷ lệ hay chữ")
	return model.KindText
}

// unitBehind is a unit in brackets behind a label.
var unitBehind = tabular.Pattern(`\(([^()]{1,20})\)\s*[.:;]?$`)

// countsAll reports whether the head of the figures, or the unit that is said of the whole
// table, is that of counted things.
func (r *reader) countsAll() bool {
	figures := tabular.Plain(r.draft.Figures)
	counted := strings.HasPrefix(figures, "tổng số") || strings.HasPrefix(figures, "số ") && !strings.HasPrefix(figures, "số liệu") && !strings.HasPrefix(figures, "số tiền")
	return counted || r.draft.wholeUnit != "" && !measured(strings.Fields(tabular.Plain(r.draft.wholeUnit))) && !strings.Contains(r.draft.wholeUnit, "%")
}

// measured reports whether a unit is one of things that are measured, not counted.
func measured(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"triệu", "tỷ", "nghìn", "ngàn", "ha", "km", "km2", "m", "m2", "m3", "kg", "tấn", "tạ", "giờ", "lít", "usd", "kwh", "mw"}, w)
	})
}

// kindOfFigure goes by the figure, in doubt.
func (r *reader) kindOfFigure(it *item, why string) model.Kind {
	kind := model.KindText
	for _, k := range []model.Kind{model.KindCount, model.KindPercent, model.KindScore} {
		if len(it.figure) > 0 && reads(k, it.figure) && percent(it.figure) == (k == model.KindPercent) {
			kind = k
			break
		}
	}
	if kind == model.KindText {
		it.doubt("%s, chưa rõ là số đếm, tỷ lệ hay chữ", why)
	} else {
		it.doubt("%s, loai đoán theo số liệu “%s”", why, it.figure[0])
	}
	return kind
}

// reads reports whether all lines of a figure can be read in a kind.
func reads(kind model.Kind, lines []string) bool {
	return !slices.ContainsFunc(lines, func(line string) bool {
		_, ok := model.ParseValue(kind, line)
		return !ok
	})
}

// percent reports whether a figure is written with a percent sign.
func percent(lines []string) bool {
	return slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, "%") })
}

// fit makes a row take the figure that the document shows.
func (r *reader) fit(it *item) {
	if it.Kind == model.KindHeading {
		return
	}
	if !reads(it.Kind, it.figure) || percent(it.figure) && (it.Kind == model.KindCount || it.Kind == model.KindCode) {
		was := it.Kind
		switch {
		case reads(model.KindPercent, it.figure) && percent(it.figure):
			it.Kind = model.KindPercent
		case reads(model.KindScore, it.figure):
			it.Kind = model.KindScore
		default:
			it.Kind = model.KindText
		}
		it.Codes = nil
		it.doubt("số liệu “%s” không phải %s", it.figure[0], model.KindName(was))
	}
	for _, line := range it.figure {
		n, err := strconv.Atoi(strings.TrimSpace(line))
		switch {
		case it.Kind == model.KindCount && strings.ContainsAny(line, ",-–"):
			it.doubt("số liệu “%s” không phải số đếm", line)
		case it.Kind == model.KindCode && (err != nil || !slices.Contains(it.Codes, n)):
			it.doubt("số liệu “%s” không phải một trong các mã", line)
		}
	}
	it.Values = min(len(it.figure), model.MostValues)
}
