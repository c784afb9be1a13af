// Package communes makes up the data files of many communes for tests and benchmarks: the same
// seed gives the same files.
package communes

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"phuluc2b/model"
)

// Commune is a made-up unit with what it files.
type Commune struct {
	Name    string
	Text    string
	Figures map[string][]string // as written, by row ID; a row without one is blank
}

// Form has a row for each way to merge.
const Form = `mau = "thu-gop"
nhan = "Phụ lục thử"
cot = [ { khoa = "chi_tieu", tieu_de = "Chỉ tiêu" }, { khoa = "so_lieu", tieu_de = "Số liệu", rong = 20 }, { khoa = "ghi_chu", tieu_de = "Ghi chú", rong = 60 } ]
dong = [
  { ma = "1", ten = "Hồ sơ", loai = "de_muc" },
  { ma = "1.1", ten = "Tiếp nhận", loai = "so_dem", gop = "cong" },
  { ma = "1.2", ten = "Đúng hạn", loai = "so_dem", gop = "cong" },
  { ma = "1.3", ten = "Tỷ lệ đúng hạn", loai = "ty_le", gop = { tu = "1.2", mau = "1.1" } },
  { ma = "1.4", ten = "Hài lòng", loai = "ty_le", gop = { binh_quan_theo = "1.1" } },
  { ma = "1.5", ten = "Kinh phí", loai = "diem", gop = "cong" },
  { ma = "1.6", ten = "Lãnh đạo, nhân viên", loai = "so_dem", so_gia_tri = 2, gop = "cong" },
  { ma = "2", ten = "Khác", loai = "de_muc" },
  { ma = "2.1", ten = "Có chuyên trách", don_vi = "Không = 0\nCó = 1", loai = "ma_so", cac_ma = [0, 1], gop = "dem_ma" },
  { ma = "2.2", ten = "Họp với huyện; với thôn", don_vi = "Chưa = 0\nRồi = 1", loai = "ma_so", cac_ma = [0, 1], so_gia_tri = 2, gop = "dem_ma" },
  { ma = "2.3", ten = "Thủ tục cấp xã", loai = "so_dem", gop = "giong_nhau" },
  { ma = "2.4", ten = "Thủ tục công khai", loai = "so_dem", gop = "giong_nhau" },
  { ma = "2.5", ten = "Chờ lâu nhất", loai = "so_dem", gop = "lon_nhat" },
  { ma = "2.6", ten = "Điểm của tỉnh", loai = "diem", gop = "khong" },
  { ma = "2.7", ten = "Quên khai báo", loai = "so_dem" },
]
`

// Make makes communes up that fill in a form: one figure in blank is blank, if blank is not 0.
func Make(form *model.Form, n int, seed uint64, blank int) []Commune {
	random := rand.New(rand.NewPCG(seed, 1))
	communes := make([]Commune, n)
	for i := range communes {
		c := Commune{Name: fmt.Sprintf("UBND xã %s %d", []string{"Đông", "An", "Sơn", "Hà"}[i%4], i+1), Figures: map[string][]string{}}
		size := 1 + random.IntN(2000) // of communes, which differ as they do
		for r := range form.Rows {
			row := &form.Rows[r]
			if row.Kind == model.KindHeading || blank > 0 && random.IntN(blank) == 0 {
				continue
			}
			for range row.Values {
				c.Figures[row.ID] = append(c.Figures[row.ID], figure(random, row, size))
			}
		}
		if whole, part := c.Figures["1.1"], c.Figures["1.2"]; form.ID == "thu-gop" && whole != nil && part != nil {
			c.Figures["1.2"] = []string{fmt.Sprint(min(counted(part[0]), counted(whole[0])))}
		}
		c.Text = c.file(form)
		communes[i] = c
	}
	return communes
}

// figure is one value of a row.
func figure(random *rand.Rand, row *model.Row, size int) string {
	switch {
	case row.ID == "2.3":
		return []string{"290", "0290"}[random.IntN(2)] // the same in another spelling
	case row.Kind == model.KindCode:
		return fmt.Sprint(row.Codes[random.IntN(len(row.Codes))])
	case row.Kind == model.KindPercent:
		return []string{fmt.Sprint(random.IntN(101)), fmt.Sprintf("%d,%d", random.IntN(100), random.IntN(10)), fmt.Sprintf("%d %%", random.IntN(101))}[random.IntN(3)]
	case row.Kind == model.KindScore:
		return fmt.Sprintf("%d,%03d", random.IntN(90), random.IntN(1000))
	case row.Kind == model.KindText:
		return "chữ"
	case random.IntN(5) == 0:
		return fmt.Sprintf("%02d", random.IntN(size))
	case size > 1000 && random.IntN(5) == 0:
		return fmt.Sprintf("%d.%03d", 1+random.IntN(9), random.IntN(1000))
	}
	return fmt.Sprint(random.IntN(size))
}

func counted(written string) (n int) {
	fmt.Sscan(strings.ReplaceAll(written, ".", ""), &n)
	return n
}

// file is the data file of a commune.
func (c Commune) file(form *model.Form) string {
	var b strings.Builder
	b.WriteString(Header(form.ID, c.Name) + "\n[so_lieu]\n")
	for i := range form.Rows {
		row := &form.Rows[i]
		if values := c.Figures[row.ID]; values != nil {
			fmt.Fprintf(&b, "%q = [\"%s\"] # %s\n", row.ID, strings.Join(values, `", "`), row.Label[0])
		}
	}
	return b.String()
}

// Header is a data file or a collection without its figures.
func Header(form, issuer string) string {
	return fmt.Sprintf("mau = %q\n\n[bao_cao]\nloai = \"báo cáo\"\nky_hieu = \"BC-UBND\"\nco_quan = %q\nky = \"quy-1\"\nnam = 2026\n", form, issuer)
}

// Collection is the file of a collection of so many units.
func Collection(form, issuer string, units []string, own string) string {
	return fmt.Sprintf("don_vi = [\"%s\"]\n%s\n[so_lieu]\n%s\n", strings.Join(units, `", "`), Header(form, issuer), own)
}

// Names are those of communes.
func Names(communes []Commune) []string {
	var names []string
	for _, c := range communes {
		names = append(names, c.Name)
	}
	return names
}
