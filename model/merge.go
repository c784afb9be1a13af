package model

import (
	"fmt"
	"slices"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// Merge says how the figures that several units give for a row become that of their superior.
// A form declares it, row by row: the kind of a row does not tell.
type Merge struct {
	How    How    // "" when the form says nothing
	Part   string // of MergeRatio: the row that is a part of Whole
	Whole  string
	Weight string // of MergeMean: the row that says how much each unit counts
	Place  diag.Place

	places map[string]diag.Place // of Part, Whole and Weight, by the key that names them
}

// How is a way to merge figures, as a form writes it.
type How string

const (
	MergeSum   How = "cong"       // they are counts of different things
	MergeCodes How = "dem_ma"     // how many units gave each code
	MergeSame  How = "giong_nhau" // they must all be the same
	MergeMost  How = "lon_nhat"   // the greatest
	MergeNone  How = "khong"      // they cannot be merged

	MergeRatio How = "tu/mau"         // a share of two sums
	MergeMean  How = "binh_quan_theo" // the mean by the weights of another row
)

// hows lists those that are one word.
func hows() []How { return []How{MergeSum, MergeCodes, MergeSame, MergeMost, MergeNone} }

// Merges reports whether the form says of any row how the figures of several units become one.
func (f *Form) Merges() bool {
	return slices.ContainsFunc(f.Rows, func(r Row) bool { return r.Merge.How != "" })
}

// Name is what a person calls it.
func (m Merge) Name() string {
	switch m.How {
	case MergeSum:
		return "cộng"
	case MergeCodes:
		return "đếm theo mã"
	case MergeSame:
		return "giống nhau"
	case MergeMost:
		return "lớn nhất"
	case MergeNone:
		return "không gộp"
	case MergeRatio:
		return m.Part + " / " + m.Whole
	case MergeMean:
		return "bình quân gia quyền theo " + m.Weight
	}
	return ""
}

const wantMerge = `viết một trong: cong, dem_ma, giong_nhau, lon_nhat, khong; hoặc { tu = "mã dòng", mau = "mã dòng" }, { binh_quan_theo = "mã dòng" }`

// readMerge reads the key gop of a row.
func readMerge(t *tree.Table) Merge {
	m := Merge{Place: t.At("gop")}
	switch v := t.Values["gop"].(type) {
	case nil:
		t.Has("gop")
	case string:
		m.How = tree.Choice(t, "gop", hows()...)
	case map[string]any:
		t.Has("gop")
		readMergeRows(t.Inner("gop của "+tree.Short(t.At("ma").Text()), v, t.Node.Children["gop"]), &m)
	default:
		t.Has("gop")
		t.WrongType(m.Place, "gop", wantMerge)
	}
	return m
}

// readMergeRows reads a merge that names other rows.
func readMergeRows(t *tree.Table, m *Merge) {
	m.Part, m.Whole, m.Weight = t.Line("tu"), t.Line("mau"), t.Line("binh_quan_theo")
	m.places = map[string]diag.Place{"tu": t.At("tu"), "mau": t.At("mau"), "binh_quan_theo": t.At("binh_quan_theo")}
	faults := t.Faults()
	t.Done()
	switch {
	case t.Faults() > faults:
	case m.Part != "" && m.Whole != "" && m.Weight == "":
		m.How = MergeRatio
	case m.Part == "" && m.Whole == "" && m.Weight != "":
		m.How = MergeMean
	default:
		t.Faultf("thieu-khoa", m.Place, `viết { tu = "mã dòng", mau = "mã dòng" } hoặc { binh_quan_theo = "mã dòng" }`, "gop này không đủ, hoặc thừa mã dòng")
	}
}

// checkMerges reports merges that their rows do not allow: what is merged exactly is merged by
// what its kind means.
func checkMerges(t *tree.Table, rows []Row) {
	byID := make(map[string]*Row, len(rows))
	for i := range rows {
		byID[rows[i].ID] = &rows[i]
	}
	for i := range rows {
		r := &rows[i]
		if why, hint := r.mergeFault(); why != "" {
			t.Faultf("gop", r.Merge.Place, hint, "dòng %s: %s", r.ID, why)
			continue
		}
		for _, named := range []struct{ key, id string }{{"tu", r.Merge.Part}, {"mau", r.Merge.Whole}, {"binh_quan_theo", r.Merge.Weight}} {
			if named.id != "" && r.Merge.How != "" {
				checkMergeRow(t, r, byID[named.id], named.key, named.id)
			}
		}
		if r.Merge.How == MergeRatio && r.Merge.Part == r.Merge.Whole {
			t.Faultf("gop", r.Merge.places["mau"], "viết hai mã dòng khác nhau", "dòng %s: tu và mau cùng là %s", r.ID, r.Merge.Whole)
		}
	}
}

// checkMergeRow reports a row that another one's merge is reckoned from and that does not add up.
func checkMergeRow(t *tree.Table, r, named *Row, key, id string) {
	at := r.Merge.places[key]
	switch {
	case named == nil:
		t.Faultf("dong-la", at, `viết mã của một dòng có trong biểu mẫu, ví dụ "1.2.1"`, "biểu mẫu không có dòng %s", tree.Short(id))
	case named.Merge.How != MergeSum || named.Values != 1:
		t.Faultf("gop", at, fmt.Sprintf(`viết gop = "cong" ở dòng %s, nếu số liệu của nó cộng được`, id), "dòng %s: %s là dòng %s, không cộng được", r.ID, key, id)
	}
}

// mergeFault says why figures of the row's kind cannot be merged so, and what to write.
func (r *Row) mergeFault() (why, hint string) {
	number := r.Kind == KindCount || r.Kind == KindScore
	switch how := r.Merge.How; {
	case r.Kind == "" || how == "" || how == MergeSame && r.Kind != KindHeading || how == MergeNone: // the first is said already
		return "", ""
	case r.Kind == KindHeading:
		return "đề mục không có số liệu để gộp", "bỏ gop ở dòng này"
	case how == MergeCodes && r.Kind != KindCode:
		return `gop = "dem_ma" chỉ dùng cho dòng có loai = "ma_so"`, `viết gop = "cong", "giong_nhau", "lon_nhat" hoặc "khong"`
	case r.Kind == KindText:
		return "chữ không gộp được như vậy", `viết gop = "giong_nhau" hoặc "khong"`
	case r.Kind == KindCode && how != MergeCodes:
		return "mã số không gộp được như vậy", `viết gop = "dem_ma", "giong_nhau" hoặc "khong"`
	case how == MergeSum && !number:
		return "tỷ lệ phần trăm không cộng được", `viết gop = { tu = "…", mau = "…" } nếu biểu mẫu có cả hai số đếm, { binh_quan_theo = "…" } hoặc "khong"`
	case (how == MergeRatio || how == MergeMean) && (r.Kind == KindCount || r.Values != 1):
		return "tỷ lệ và bình quân chỉ dùng cho dòng có loai là ty_le hoặc diem, một giá trị", `viết gop = "cong", "giong_nhau", "lon_nhat" hoặc "khong"`
	}
	return "", ""
}
