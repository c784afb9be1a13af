package model

import (
	"fmt"
	"strings"
	"testing"

	"phuluc2b/model/diag"
)

// large is a form and a data file of so many rows, with a rule for each ten rows.
func large(b *testing.B, rows int) (*diag.Source, Forms) {
	b.Helper()
	var form, data strings.Builder
	form.WriteString("mau = \"lon\"\nnhan = \"Phụ lục\"\ncot = [ { khoa = \"chi_tieu\" }, { khoa = \"so_lieu\", rong = 20 } ]\ndong = [\n")
	data.WriteString("mau = \"lon\"\n[bao_cao]\nloai = \"báo cáo\"\nky_hieu = \"BC-UBND\"\nco_quan = \"UBND xã\"\nky = \"nam\"\nnam = 2026\n[so_lieu]\n")
	for i := range rows {
		fmt.Fprintf(&form, "  { ma = \"%d\", ten = \"Số nhiệm vụ đề ra trong kế hoạch\", loai = \"so_dem\" },\n", i)
		fmt.Fprintf(&data, "\"%d\" = %d # Số nhiệm vụ đề ra trong kế hoạch\n", i, i)
	}
	form.WriteString("]\nquy_tac = [\n")
	for i := range rows / 10 {
		fmt.Fprintf(&form, "  { ten = \"E%d\", muc = \"loi\", loai = \"khong_qua\", dong = [\"%d\", \"%d\"], so_voi = [\"%d\", \"%d\"] },\n", i, i, i+1, i+2, i+3)
	}
	form.WriteString("  { ten = \"W1\", muc = \"canh_bao\", loai = \"so_nguyen\" },\n  { ten = \"W2\", muc = \"canh_bao\", loai = \"khong_trong\" },\n]\n")
	f, findings := ReadForm(diag.NewSource("lon.toml", []byte(form.String())), anyRune)
	if f == nil {
		b.Fatal(findings[0].Message)
	}
	return diag.NewSource("du-lieu.toml", []byte(data.String())), Forms{"lon": f}
}

func BenchmarkCheck(b *testing.B) {
	for _, rows := range []int{1000, 10_000} {
		src, forms := large(b, rows)
		annex, findings := ReadAnnex(src, forms, anyRune)
		if annex == nil {
			b.Fatal(findings[0].Message)
		}
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if findings := Check(annex, nil); len(findings) != 0 {
					b.Fatal(findings[0].Message)
				}
			}
		})
	}
}

func BenchmarkReadAnnex(b *testing.B) {
	for _, rows := range []int{143, 2000, 20_000} {
		src, forms := large(b, rows)
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if annex, findings := ReadAnnex(src, forms, anyRune); annex == nil {
					b.Fatal(findings[0].Message)
				}
			}
		})
	}
}
