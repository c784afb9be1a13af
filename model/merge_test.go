package model_test

import (
	"slices"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// mergeForm is a form with one row more than those that a merge may name.
func mergeForm(row string) *diag.Source {
	return diag.NewSource("bieu-mau.toml", []byte(`mau = "a"
nhan = "a"
cot = [ { khoa = "chi_tieu", tieu_de = "Chỉ tiêu" }, { khoa = "so_lieu", tieu_de = "Số liệu", rong = 20 } ]
dong = [
  { ma = "1", ten = "a", loai = "so_dem", gop = "cong" },
  { ma = "2", ten = "b", loai = "so_dem", gop = "cong" },
  { ma = "3", ten = "c", loai = "so_dem", gop = "khong" },
  { ma = "4", ten = "d", `+row+` },
]
`))
}

func TestMerges(t *testing.T) {
	for _, test := range []struct {
		row  string
		want model.Merge
	}{
		{`loai = "so_dem"`, model.Merge{}},
		{`loai = "so_dem", gop = "cong"`, model.Merge{How: model.MergeSum}},
		{`loai = "ma_so", cac_ma = [0, 1], gop = "dem_ma"`, model.Merge{How: model.MergeCodes}},
		{`loai = "chu", gop = "giong_nhau"`, model.Merge{How: model.MergeSame}},
		{`loai = "ty_le", gop = "lon_nhat"`, model.Merge{How: model.MergeMost}},
		{`loai = "ty_le", gop = "khong"`, model.Merge{How: model.MergeNone}},
		{`loai = "ty_le", gop = { tu = "1", mau = "2" }`, model.Merge{How: model.MergeRatio, Part: "1", Whole: "2"}},
		{`loai = "diem", gop = { binh_quan_theo = "2" }`, model.Merge{How: model.MergeMean, Weight: "2"}},
	} {
		t.Run(test.row, func(t *testing.T) {
			form, findings := check.Reader(modeltest.AnyRune).ReadForm(mergeForm(test.row))
			if form == nil {
				t.Fatal(findings)
			}
			m := form.Rows[3].Merge
			if m.How != test.want.How || m.Part != test.want.Part || m.Whole != test.want.Whole || m.Weight != test.want.Weight {
				t.Errorf("got %+v, want %+v", m, test.want)
			}
		})
	}
}

// A merge that would reckon nonsense is a fault, at its place.
func TestMergeFaults(t *testing.T) {
	for _, test := range []struct{ row, rule, place, says string }{
		{`loai = "so_dem", gop = "tong"`, "sai-gia-tri", `"tong"`, "không nhận"},
		{`loai = "so_dem", gop = 1`, "sai-kieu", "1", "sai kiểu"},
		{`loai = "ty_le", gop = "cong"`, "gop", `"cong"`, "không cộng được"},
		{`loai = "so_dem", gop = "dem_ma"`, "gop", `"dem_ma"`, "chỉ dùng cho"},
		{`loai = "ma_so", cac_ma = [1], gop = "cong"`, "gop", `"cong"`, "mã số"},
		{`loai = "chu", gop = "lon_nhat"`, "gop", `"lon_nhat"`, "chữ"},
		{`loai = "de_muc", gop = "cong"`, "gop", `"cong"`, "đề mục"},
		{`loai = "so_dem", gop = { tu = "1", mau = "2" }`, "gop", `{ tu = "1", mau = "2" }`, "tỷ lệ và bình quân"},
		{`loai = "ty_le", gop = { tu = "1", mau = "3" }`, "gop", `"3"`, "mau là dòng 3, không cộng được"},
		{`loai = "ty_le", gop = { tu = "9", mau = "1" }`, "dong-la", `"9"`, "không có dòng 9"},
		{`loai = "ty_le", gop = { tu = "1", mau = "1" }`, "gop", `"1"`, "cùng là 1"},
		{`loai = "ty_le", gop = { tu = "1" }`, "thieu-khoa", `{ tu = "1" }`, "không đủ"},
		{`loai = "ty_le", gop = { tu = "1", mau = "2", binh_quan_theo = "1" }`, "thieu-khoa", `{ tu = "1", mau = "2", binh_quan_theo = "1" }`, "thừa"},
		{`loai = "ty_le", gop = { tu = "1", mauu = "2" }`, "khoa-la", "mauu", "không có khóa mauu"},
		{`loai = "ty_le", gop = { binh_quan_theo = "4" }`, "gop", `"4"`, "không cộng được"},
	} {
		t.Run(test.row, func(t *testing.T) {
			_, findings := check.Reader(modeltest.AnyRune).ReadForm(mergeForm(test.row))
			if i := slices.IndexFunc(findings, func(f diag.Finding) bool {
				return f.Rule == test.rule && f.Place.Text() == test.place && strings.Contains(f.Message, test.says)
			}); i < 0 || len(findings) != 1 {
				t.Errorf("%+v", findings)
			}
		})
	}
}
