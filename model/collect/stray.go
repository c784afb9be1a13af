package collect

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// mostOfRule is how many findings of one rule are told: each may be of another file.
const mostOfRule = 20

// bounded is the first findings of each rule, the last of them with the count of the others.
func bounded(findings diag.List) diag.List {
	var kept diag.List
	told, last := map[string]int{}, map[string]int{}
	for _, f := range findings {
		if told[f.Rule]++; told[f.Rule] > mostOfRule {
			kept[last[f.Rule]].More += 1 + f.More
			continue
		}
		last[f.Rule] = len(kept)
		kept = append(kept, f)
	}
	return kept
}

// stray tells of a filing that is of no unit of the collection, and which it may be of.
func (r *Roll) stray(f *Filing, near string) {
	switch {
	case f.Issuer == "" && f.Refused.Rule != "":
		r.Findings = append(r.Findings, f.refusal())
	case near != "":
		r.Findings.Faultf("don-vi-la", f.Place, fmt.Sprintf("có phải “%s”? nếu phải thì sửa co_quan trong tệp ấy, hoặc sửa don_vi", near), "%s là của “%s”, không có trong don_vi", f.File, f.Issuer)
	default:
		r.Findings.Faultf("don-vi-la", f.Place, "thêm tên ấy vào don_vi, hoặc chuyển tệp ra khỏi thư mục", "%s là của “%s”, không có trong don_vi", f.File, f.Issuer)
	}
}

// near is the unit, of those that have filed nothing, that a name may have been meant for; "" for
// none.
func (r *Roll) near(name string) string {
	const slips = 2
	key := plain(name)
	best, bestDistance := "", slips+1
	for _, e := range r.Entries {
		if len(e.Files) > 0 {
			continue
		}
		other := plain(e.Unit.Name)
		d := tree.Distance([]rune(key), []rune(other), bestDistance)
		if key != "" && (strings.HasSuffix(other, " "+key) || strings.HasSuffix(key, " "+other)) {
			d = 1
		}
		if d < bestDistance {
			best, bestDistance = e.Unit.Name, d
		}
	}
	return best
}

// plain is a name without marks, and with the usual abbreviation.
func plain(name string) string {
	return strings.ReplaceAll(tree.WithoutMarks(Key(name)), "uy ban nhan dan", "ubnd")
}
