package model

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// MostValues is how many values a form lets a row have.
const MostValues = 100

// isRowID reports whether bookmarks and data files can name a row so: "3.1.3.a".
func isRowID(id string) bool {
	for part := range strings.SplitSeq(id, ".") {
		if part == "" || strings.Trim(part, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != "" {
			return false
		}
	}
	return true
}

// readRows reads the rows. They are not known when one has no ID that can be used: what names
// it is not at fault.
func readRows(t *tree.Table, fixed int) (rows []Row, known bool) {
	if !t.Need("dong", `viết dong = [ { ma = "1", stt = "1.", ten = "…", loai = "de_muc" }, … ]`) {
		return nil, false
	}
	if items, _ := t.Values["dong"].([]any); items != nil && len(items) == 0 {
		t.Faultf("thieu-khoa", t.KeyAt("dong"), `viết { ma = "1", stt = "1.", ten = "…", loai = "de_muc" }`, "bảng không có dòng nào")
	}
	known = true
	seen := map[string]diag.Place{"": {}}
	for _, item := range t.Tables("dong") {
		faults := t.Faults()
		r := readRow(item, fixed)
		if !isRowID(r.ID) {
			if known = false; t.Faults() == faults {
				t.Faultf("ma-dong", r.Place, `viết theo vị trí, ví dụ ma = "1.2.1" hoặc "3.1.3.a"`, `mã dòng "%s" không dùng được`, tree.Short(r.ID))
			}
			continue
		}
		if first, ok := seen[r.ID]; ok {
			t.Add(diag.Finding{Rule: "trung-ma", Place: r.Place, Message: "đã có dòng " + r.ID,
				Hint: "đổi mã của một trong hai dòng", Related: []diag.Related{{Place: first, Message: "dòng " + r.ID}}})
		}
		if _, ok := seen[r.Parent()]; !ok && known {
			t.Faultf("ma-dong", r.Place, "dòng trên phải đứng trước các dòng của nó", "dòng %s không có dòng trên là %s", r.ID, r.Parent())
		}
		seen[r.ID] = r.Place
		rows = append(rows, r)
	}
	if known {
		checkMerges(t, rows)
	}
	return rows, known && len(rows) > 0
}

func readRow(t *tree.Table, fixed int) Row {
	faults := t.Faults()
	t.Need("ma", `viết ma = "1.2.1"`)
	if id, ok := t.Values["ma"].(string); ok {
		t.Call("dòng "+tree.Short(id), t.At("ma"))
	}
	t.Need("ten", "viết tên chỉ tiêu")
	t.Need("loai", "viết một trong: "+tree.List(Kinds()))
	r := Row{
		ID:         readRowID(t),
		Number:     t.Line("stt"),
		Label:      t.Lines("ten"),
		Unit:       t.Lines("don_vi"),
		Kind:       tree.Choice(t, "loai", Kinds()...),
		Codes:      t.Integers("cac_ma"),
		Values:     1,
		Block:      t.Line("khoi"),
		Cumulative: t.Boolean("luy_ke"),
		Fixed:      readFixed(t, fixed),
		Merge:      readMerge(t),
		Place:      t.At("ma"),
	}
	if n, ok := t.Integer("so_gia_tri"); ok {
		if n < 1 || n > MostValues {
			t.WrongType(t.At("so_gia_tri"), "so_gia_tri", fmt.Sprintf("viết một số từ 1 đến %d", MostValues))
		}
		r.Values = int(n)
	}
	if t.Has("dam") {
		r.Bold = new(t.Boolean("dam"))
	}
	t.NotEmpty("ten")
	if i, twice := tree.Twice(r.Codes); twice {
		t.Faultf("trung-ma", t.At("cac_ma"), "mỗi mã chỉ viết một lần", "cac_ma có mã %d hai lần", r.Codes[i])
	}
	t.Done()
	if t.Faults() > faults {
		return r
	}
	if (r.Kind == KindCode) != (len(r.Codes) > 0) {
		t.Faultf("thieu-khoa", r.Place, "viết cac_ma = [0, 1, 2] ở dòng có loai = \"ma_so\", và chỉ ở đó", "dòng %s: loai và cac_ma không khớp nhau", r.ID)
	}
	if r.Block != "" && r.Number != "" {
		t.Faultf("sai-gia-tri", t.At("stt"), "bỏ stt: chữ của ô gộp viết ở khoi", "dòng %s có cả stt lẫn khoi", r.ID)
	}
	return r
}

// readFixed is the texts of a row for so many columns.
func readFixed(t *tree.Table, columns int) []string {
	if !t.Has("them") {
		return nil
	}
	texts := t.Paragraphs("them")
	if n := len(texts); n > columns {
		t.Faultf("sai-gia-tri", t.At("them"), `bỏ chữ thừa ở them, hoặc thêm cột { khoa = "them", tieu_de = "…", rong = 20 } vào cot`,
			"them có %d chữ, bảng có %d cột them", n, columns)
		return texts[:columns]
	}
	return texts
}

// readRowID is the ID of a row. One that was written as a number is told how it is written.
func readRowID(t *tree.Table) string {
	if at := t.At("ma"); t.Has("ma") {
		if _, ok := t.Values["ma"].(string); !ok {
			t.WrongType(at, "ma", "viết ma = "+tree.Quote(at.Text()))
			return ""
		}
	}
	return t.Line("ma")
}
