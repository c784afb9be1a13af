package model

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// Rule is something that must hold between the figures of an annex, or of a row.
type Rule struct {
	Name     string // "E07"
	Severity diag.Severity
	Kind     RuleKind
	Rows     []int    // indexes of rows; what is summed up on the left
	Against  []int    // what is summed up on the right
	Limit    *big.Rat // the right side when there is no row on it
	Rounding int      // decimals of a share; -1: as many as it is written with
	Above    []int    // rows of a share that may pass 100
	Negative []int    // rows of a share that may be below 0
	Message  string   // why it must hold
	Place    diag.Place
}

// RuleKind is how a rule is checked. A Reader knows those that there are.
type RuleKind struct {
	Name     string         // as a form writes it: "khong_qua"
	Compares bool           // has two sides
	Share    bool           // of a row that is a percentage: of the first of two others in the second
	About    func(Row) bool // the rows of a rule that names none; nil for none
}

// Usual reports whether the rule holds in most annexes, rather than in all.
func (r Rule) Usual() bool { return r.Severity == diag.Warning }

// maxRounding bounds the decimals of a share.
const maxRounding = 10

// mostNamed bounds the rows of all rules together: twenty rules of a form of 20 000 rows.
const mostNamed = 500_000

// readRules reads the rules of a form whose rows are known.
func readRules(t *tree.Table, f *Form, kinds []RuleKind) []Rule {
	if !t.Has("quy_tac") {
		return nil
	}
	index := f.RowIndex()
	var rules []Rule
	named := 0
	for _, item := range t.Tables("quy_tac") {
		r := readRule(item, f, index, kinds)
		if named += len(r.Rows) + len(r.Against); named > mostNamed {
			t.Faultf("gioi-han", r.Place, "bỏ bớt quy tắc; quy tắc xét mọi dòng chỉ viết một lần", "các quy tắc xét hơn %d dòng", mostNamed)
			break
		}
		rules = append(rules, r)
	}
	return rules
}

func readRule(t *tree.Table, f *Form, index map[string]int, kinds []RuleKind) Rule {
	faults := t.Faults()
	if name, ok := t.Values["ten"].(string); ok && strings.TrimSpace(name) != "" {
		t.Call("quy tắc "+tree.Short(name), t.At("ten"))
	}
	t.NotEmpty("ten")
	t.Need("ten", `viết ten = "E07"`)
	t.Need("muc", `viết muc = "loi" hoặc muc = "canh_bao"`)
	t.Need("loai", `viết một loại quy tắc, ví dụ loai = "bang"`)
	r := Rule{
		Name: t.Line("ten"),
		Kind: readRuleKind(t, kinds),
		Rows: rowIndexes(t, "dong", f, index), Against: rowIndexes(t, "so_voi", f, index),
		Above: rowIndexes(t, "qua_100", f, index), Negative: rowIndexes(t, "am", f, index),
		Rounding: -1, Message: t.Line("noi_dung"), Severity: diag.Error, Place: t.At("ten"),
	}
	if tree.Choice(t, "muc", "loi", "canh_bao") == "canh_bao" {
		r.Severity = diag.Warning
	}
	if limit, ok := t.Integer("hang_so"); ok {
		r.Limit = big.NewRat(limit, 1)
	}
	if decimals, ok := t.Integer("lam_tron"); ok {
		if r.Rounding = int(decimals); decimals < 0 || decimals > maxRounding {
			t.WrongType(t.At("lam_tron"), "lam_tron", fmt.Sprintf("viết số chữ số sau dấu phẩy, từ 0 đến %d", maxRounding))
		}
	}
	t.Done()
	if t.Faults() == faults {
		checkSides(t, r)
	}
	if len(r.Rows) == 0 {
		r.Rows = rowsOf(f, r.Kind)
	}
	return r
}

func readRuleKind(t *tree.Table, kinds []RuleKind) RuleKind {
	var names []string
	for _, k := range kinds {
		names = append(names, k.Name)
	}
	if i := slices.Index(names, tree.Choice(t, "loai", names...)); i >= 0 {
		return kinds[i]
	}
	return RuleKind{}
}

// checkSides reports a comparison that lacks a side, and sides that nothing compares.
func checkSides(t *tree.Table, r Rule) {
	if r.Rounding >= 0 && !r.Kind.Share {
		t.Faultf("sai-gia-tri", t.At("lam_tron"), "bỏ lam_tron", "quy tắc %s không làm tròn gì", r.Name)
	}
	if r.Kind.Share {
		checkShare(t, r)
		return
	}
	right := len(r.Against) > 0 || r.Limit != nil
	switch {
	case r.Kind.Compares && (len(rowIDs(t, "dong")) == 0 || !right):
		t.Faultf("thieu-khoa", r.Place, `viết dong = ["1.1.2"], so_voi = ["1.1.1"] hoặc hang_so = 100`, "quy tắc %s phải có dong, và so_voi hoặc hang_so", r.Name)
	case r.Kind.Compares && len(r.Against) == 1 && slices.Equal(r.Rows, r.Against):
		t.Faultf("sai-gia-tri", r.Place, "so_voi phải là dòng khác", "quy tắc %s so một dòng với chính nó", r.Name)
	case len(r.Against) > 0 && r.Limit != nil, !r.Kind.Compares && right:
		t.Faultf("sai-gia-tri", r.Place, "bỏ so_voi hoặc hang_so", "quy tắc %s có một vế thừa", r.Name)
	}
}

// checkShare reports a share that is not one row of two others.
func checkShare(t *tree.Table, r Rule) {
	const hint = `viết dong = ["tỷ lệ"], so_voi = ["phần", "tổng"], mỗi chỗ là một mã dòng khác nhau`
	if len(rowIDs(t, "dong")) != 1 || len(rowIDs(t, "so_voi")) != 2 || r.Limit != nil {
		t.Faultf("thieu-khoa", r.Place, hint, "quy tắc %s phải có một dòng ở dong, hai dòng ở so_voi, không có hang_so", r.Name)
		return
	}
	if all := append(r.Rows[:len(r.Rows):len(r.Rows)], r.Against...); len(all) == 3 && (all[0] == all[1] || all[0] == all[2] || all[1] == all[2]) {
		t.Faultf("sai-gia-tri", r.Place, hint, "quy tắc %s có một dòng viết hai lần", r.Name)
	}
}

// rowIDs is the row IDs that a key names, as they are written.
func rowIDs(t *tree.Table, key string) []any {
	ids, _ := t.Values[key].([]any)
	return ids
}

// rowIndexes are the rows that a list of IDs names.
func rowIndexes(t *tree.Table, key string, f *Form, index map[string]int) []int {
	var rows []int
	items, nodes := t.List(key)
	for i, item := range items {
		id, _ := item.(string)
		row, ok := index[id]
		at := t.PlaceOf(nodes[i], func(n *tree.Node) diag.Place { return n.Value })
		if ok && f.Rows[row].Kind == KindHeading {
			t.Faultf("sai-gia-tri", at, "quy tắc chỉ xét dòng có số liệu", "dòng %s là đề mục, không có số liệu", id)
			continue
		}
		if ok {
			rows = append(rows, row)
			continue
		}
		t.Faultf("dong-la", at, `viết mã của một dòng có trong biểu mẫu, ví dụ "1.2.1"`, "biểu mẫu không có dòng %s", tree.Short(strings.Trim(at.Text(), `"'`)))
	}
	return rows
}

// rowsOf are the rows that a rule is about when it names none.
func rowsOf(f *Form, kind RuleKind) []int {
	var rows []int
	for i, r := range f.Rows {
		if kind.About != nil && kind.About(r) {
			rows = append(rows, i)
		}
	}
	return rows
}

// hasRule reports whether a finding on an annex of the form may have that name.
func (f *Form) hasRule(name string) bool {
	return slices.Contains(ownRules(), name) || slices.ContainsFunc(f.Rules, func(r Rule) bool { return r.Name == name })
}

// Rules that are in no form: they come with the program and hold for all.
const (
	RuleAmbiguous = "E20"           // a number that can be read two ways
	RuleOpen      = "chua-dien"     // words of the header that a new file left open
	RuleValues    = "thieu-gia-tri" // a figure with some of its values
	RuleUnchanged = "chua-sua"      // all figures are those of the period before
	RuleNotes     = "ghi-chu"       // notes that no column shows
	RuleUnused    = "chap-nhan"     // a reason that accepts nothing
	RuleIssuer    = "co-quan"       // the period before is of another agency
)

// ownRules lists those that an office may accept: a note that is not printed is mended in the
// data file or the form.
func ownRules() []string {
	return []string{RuleAmbiguous, RuleOpen, RuleValues, RuleUnchanged, RuleIssuer}
}
