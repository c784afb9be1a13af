package model

import (
	"math/big"
	"slices"
	"strings"

	"phuluc2b/model/diag"
)

// Rule is something that must hold between the figures of an annex, or of a row.
type Rule struct {
	Name     string // "E07"
	Severity diag.Severity
	Kind     RuleKind
	Rows     []int    // indexes of rows; what is summed up on the left
	Against  []int    // what is summed up on the right
	Limit    *big.Rat // the right side when there is no row on it
	Above    []int    // rows of a share that may pass 100
	Negative []int    // rows of a share that may be below 0
	Message  string   // why it must hold
	Place    diag.Place
}

// RuleKind is how a rule is checked. The set is closed: each kind is one function of
// checkKinds.
type RuleKind string

const (
	whole      RuleKind = "so_nguyen"    // each row is a whole number from 0
	share      RuleKind = "phan_tram"    // each row is from 0 to 100
	listed     RuleKind = "trong_cac_ma" // each value is one of its row's codes
	equal      RuleKind = "bang"         // the sums of both sides are equal
	atMost     RuleKind = "khong_qua"    // the left sum is at most the right one
	notBlank   RuleKind = "khong_trong"  // no row is blank
	fraction   RuleKind = "phan_so"      // no share is a spreadsheet's fraction, as 0,95 for 95 %
	header     RuleKind = "bao_cao"      // the report's symbol and date make sense
	cumulative RuleKind = "luy_ke"       // no row falls from one period of a year to the next
)

// rules reads the rules of a form whose rows are known.
func (t *table) rules(f *Form) []Rule {
	if !t.has("quy_tac") {
		return nil
	}
	index := f.RowIndex()
	var rules []Rule
	for _, item := range t.tables("quy_tac") {
		rules = append(rules, item.rule(f, index))
	}
	return rules
}

func (t *table) rule(f *Form, index map[string]int) Rule {
	t.need("ten", `viết ten = "E07"`)
	t.need("muc", `viết muc = "loi" hoặc muc = "canh_bao"`)
	t.need("loai", `viết một loại quy tắc, ví dụ loai = "bang"`)
	r := Rule{
		Name: t.text("ten"),
		Kind: choice(t, "loai", whole, share, listed, equal, atMost, notBlank, fraction, header, cumulative),
		Rows: t.rowIndexes("dong", f, index), Against: t.rowIndexes("so_voi", f, index),
		Above: t.rowIndexes("qua_100", f, index), Negative: t.rowIndexes("am", f, index),
		Message: t.text("noi_dung"), Severity: diag.Error, Place: t.at("ten"),
	}
	if choice(t, "muc", "loi", "canh_bao") == "canh_bao" {
		r.Severity = diag.Warning
	}
	if limit, ok := t.integer("hang_so"); ok {
		r.Limit = big.NewRat(limit, 1)
	}
	t.done()
	t.checkSides(r)
	if len(r.Rows) == 0 {
		r.Rows = rowsOf(f, r.Kind)
	}
	return r
}

// checkSides reports a comparison that lacks a side, and sides that nothing compares.
func (t *table) checkSides(r Rule) {
	if r.Kind == "" {
		return // reported already
	}
	compares := r.Kind == equal || r.Kind == atMost
	right := len(r.Against) > 0 || r.Limit != nil
	switch {
	case compares && (len(t.asRows("dong")) == 0 || !right):
		t.findings.Faultf("thieu-khoa", r.Place, `viết dong = ["1.1.2"], so_voi = ["1.1.1"] hoặc hang_so = 100`, "quy tắc %s phải có dong, và so_voi hoặc hang_so", r.Name)
	case compares && len(r.Against) == 1 && slices.Equal(r.Rows, r.Against):
		t.findings.Faultf("sai-gia-tri", r.Place, "so_voi phải là dòng khác", "quy tắc %s so một dòng với chính nó", r.Name)
	case len(r.Against) > 0 && r.Limit != nil, !compares && right:
		t.findings.Faultf("sai-gia-tri", r.Place, "bỏ so_voi hoặc hang_so", "quy tắc %s có một vế thừa", r.Name)
	}
}

// asRows is the row IDs that a key names, as they are written.
func (t *table) asRows(key string) []any {
	ids, _ := t.values[key].([]any)
	return ids
}

// rowIndexes are the rows that a list of IDs names.
func (t *table) rowIndexes(key string, f *Form, index map[string]int) []int {
	var rows []int
	items, nodes := t.list(key)
	for i, item := range items {
		id, _ := item.(string)
		row, ok := index[id]
		at := t.placeOf(nodes[i], func(n *node) diag.Place { return n.value })
		if ok && f.Rows[row].Kind == Heading {
			t.findings.Faultf("sai-gia-tri", at, "quy tắc chỉ xét dòng có số liệu", "dòng %s là đề mục, không có số liệu", id)
			continue
		}
		if ok {
			rows = append(rows, row)
			continue
		}
		t.findings.Faultf("dong-la", at, `viết mã của một dòng có trong biểu mẫu, ví dụ "1.2.1"`, "biểu mẫu không có dòng %s", strings.Trim(at.Text(), `"'`))
	}
	return rows
}

// rowsOf are the rows that a rule is about when it names none.
func rowsOf(f *Form, kind RuleKind) []int {
	about := map[RuleKind]func(Row) bool{
		whole:      func(r Row) bool { return r.Kind == Count },
		share:      func(r Row) bool { return r.Kind == Percent },
		fraction:   func(r Row) bool { return r.Kind == Percent },
		listed:     func(r Row) bool { return r.Kind == Code },
		notBlank:   func(r Row) bool { return r.Kind != Heading },
		cumulative: func(r Row) bool { return r.Cumulative },
	}[kind]
	var rows []int
	for i, r := range f.Rows {
		if about != nil && about(r) {
			rows = append(rows, i)
		}
	}
	return rows
}

// hasRule tells whether the form has a rule of that name.
func (f *Form) hasRule(name string) bool {
	return slices.ContainsFunc(f.Rules, func(r Rule) bool { return r.Name == name })
}
