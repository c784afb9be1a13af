package collect

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"phuluc2b/model"
)

// mostNamed is how many units a note names, which stands in a narrow column; a remark in the data
// file has room for more.
const (
	mostNamed    = 2
	mostRemarked = 12
	mostValues   = 4 // different ones that a note tells
)

// coverage says of how many units the figure is, and which are missing: "65/66 đơn vị; thiếu: A".
// It is "" for all. Notes of a total that lacks some units would be twice as long as its figures:
// only the first row that lacks them names them, if they are few or those that filed nothing.
func (sum *Sum) coverage(r *Row) string {
	most := mostNamed
	if slices.Equal(r.Missing, sum.Absent) {
		most = mostRemarked
	}
	of := fmt.Sprintf("%d/%d đơn vị", len(r.Given), len(sum.Units))
	switch {
	case len(r.Missing) == 0:
		return ""
	case len(r.Given) == 0:
		return "chưa đơn vị nào có số liệu"
	case len(r.Missing) > mostNamed && most == mostNamed, sum.toldAbove(r):
		return of
	}
	return of + "; thiếu: " + sum.briefly(r.Missing, most)
}

// toldAbove reports whether the note of a row above says which units are missing, and they are the same.
func (sum *Sum) toldAbove(r *Row) bool {
	for i := range sum.Rows {
		above := &sum.Rows[i]
		if above.ID == r.ID {
			break
		}
		if above.Own == nil && above.Merged() && above.Merge.How != model.MergeCodes && len(above.Given) > 0 && slices.Equal(above.Missing, r.Missing) {
			return true
		}
	}
	return false
}

// Note is what stands under Ghi chú.
func (sum *Sum) Note(r *Row, partial bool) string {
	if r.Own != nil || !r.Merged() {
		return ""
	}
	var parts []string
	add := func(part string) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	switch _, exact := r.Reckoned(); {
	case len(r.Given) == 0:
	case r.Merge.How == model.MergeCodes:
		return r.codes()
	case r.Differs():
		add("khác nhau: " + sum.differing(r, mostNamed, sum.briefly))
	case r.divides() && r.Sums[1].Sign() == 0:
		add("mẫu số bằng 0")
	case r.Printed(partial) == nil: // how it was reckoned does not matter
	case r.Merge.How == model.MergeMean:
		add(r.Merge.Name())
	case !exact:
		add("làm tròn")
	}
	if r.Leans != "" && r.Printed(partial) != nil {
		add(r.Leans + " là số riêng")
	}
	add(sum.coverage(r))
	return strings.Join(parts, "; ")
}

// codes says how many units gave each code: "Có 41, Không 25, trống 3".
func (r *Row) codes() string {
	var parts []string
	for _, value := range r.byCount() {
		parts = append(parts, fmt.Sprintf("%s %d", r.codeName(value), len(r.Values[value])))
	}
	if n := len(r.Missing); n > 0 {
		parts = append(parts, fmt.Sprintf("trống %d", n))
	}
	return strings.Join(parts, ", ")
}

// codeName is what the form calls a code, or several.
func (r *Row) codeName(value string) string {
	codes := strings.Split(value, between)
	for i, text := range codes {
		code, err := strconv.Atoi(text)
		if name := r.CodeName(code); err == nil && name != "" {
			codes[i] = name
		} else {
			codes[i] = "mã " + text
		}
	}
	return strings.Join(codes, " và ")
}

// byCount are the values that units gave, the most frequent first.
func (r *Row) byCount() []string {
	return slices.SortedFunc(maps.Keys(r.Values), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(r.Values[b]), len(r.Values[a])), cmp.Compare(a, b))
	})
}

// differing says who gave what: "290 (60 đơn vị); 289 (UBND xã A)".
func (sum *Sum) differing(r *Row, most int, names func(model.Set, int) string) string {
	var parts []string
	values := r.byCount()
	for _, value := range values[:min(len(values), mostValues)] {
		who := r.Values[value]
		text := fmt.Sprintf("%d đơn vị", len(who))
		if len(who) <= most {
			text = names(who, most)
		}
		parts = append(parts, fmt.Sprintf("%s (%s)", value, text))
	}
	text := strings.Join(parts, "; ")
	if more := len(values) - mostValues; more > 0 {
		text += fmt.Sprintf(" và %d số khác nữa", more)
	}
	return text
}

// Remark says in the data file where a figure comes from.
func (sum *Sum) Remark(r *Row, partial bool) string {
	values, exact := r.Reckoned()
	reckoned := strings.Join(values, between)
	switch {
	case r.Own != nil && reckoned != "":
		return fmt.Sprintf("số riêng: %s; %d/%d đơn vị cho %s", r.Own.Reason, len(r.Given), len(sum.Units), reckoned)
	case r.Own != nil:
		return "số riêng: " + r.Own.Reason
	case r.Merge.How == "":
		return "biểu mẫu không cho biết gộp thế nào (gop)"
	case !r.Merged():
		return "không gộp từ các đơn vị, tự điền"
	case r.Merge.How == model.MergeCodes:
		return fmt.Sprintf("đếm theo mã, %d/%d đơn vị", len(r.Given), len(sum.Units))
	}
	text := fmt.Sprintf("%s, %d/%d đơn vị", r.Merge.Name(), len(r.Given), len(sum.Units))
	if r.divides() {
		text += fmt.Sprintf(", %s / %s", model.WriteNumber(r.Sums[0]), model.WriteNumber(r.Sums[1]))
	}
	if r.Leans != "" {
		text += ", " + r.Leans + " là số riêng"
	}
	if !exact {
		text += ", làm tròn"
	}
	if reckoned != "" && r.Printed(partial) == nil {
		text += fmt.Sprintf(", chưa in vì chưa đủ: %s", reckoned)
	}
	if r.Differs() {
		text += "; khác nhau: " + sum.differing(r, mostRemarked, sum.names)
	}
	if len(r.Missing) > 0 && len(r.Given) > 0 {
		text += "; thiếu: " + sum.names(r.Missing, mostRemarked)
	}
	return text
}
