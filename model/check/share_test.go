package check_test

import (
	"fmt"
	"strings"
	"testing"

	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

const shareForm = `dong = [
  { ma = "1", ten = "Hồ sơ", loai = "so_dem" },
  { ma = "2", ten = "Đúng hạn", loai = "so_dem" },
  { ma = "3", ten = "Tỷ lệ", loai = "ty_le" },
]
quy_tac = [ { ten = "E1", muc = "loi", loai = "ty_le_cua", dong = ["3"], so_voi = ["2", "1"]%s } ]
`

func TestShare(t *testing.T) {
	for _, test := range []struct{ whole, part, percent, rule, want string }{
		{"24", "18", "75", "", ""},
		{"24", "18", `"75 %"`, "", ""},
		{"24", "18", `"57 %"`, "", "3 = 57 % khác 2 / 1 = 18 / 24 = 75% (làm tròn đến số nguyên)"},
		{"3", "2", "67", "", ""},
		{"3", "2", "66", "", "3 = 66 khác 2 / 1 = 2 / 3 = 67% (làm tròn đến số nguyên)"},
		{"3", "2", `"66,7"`, "", ""},
		{"3", "2", `"66,67"`, "", ""},
		{"3", "2", `"67,0"`, "", "3 = 67,0 khác 2 / 1 = 2 / 3 = 66,7% (làm tròn đến 1 chữ số sau dấu phẩy)"},
		{"8", "1", "12", "", ""},
		{"8", "1", "13", "", ""},
		{"8", "1", "14", "", "3 = 14 khác 2 / 1 = 1 / 8 = 13% (làm tròn đến số nguyên)"},
		{"8", "1", "13", ", lam_tron = 1", "3 = 13 khác 2 / 1 = 1 / 8 = 12,5% (làm tròn đến 1 chữ số sau dấu phẩy)"},
		{"3", "2", `"66,7"`, ", lam_tron = 0", ""},
		{`"1.050"`, "525", "50", "", ""},
		{"0", "0", "100", "", ""},
		{`""`, "18", "57", "", ""},
		{"24", `""`, "57", "", ""},
	} {
		figures := fmt.Sprintf("\"1\" = %s\n\"2\" = %s\n\"3\" = %s\n", test.whole, test.part, test.percent)
		findings := check.Annex(readSmall(t, fmt.Sprintf(shareForm, test.rule), "ky = \"nam\"\nnam = 2026", figures), nil)
		got := ""
		if len(findings) > 0 {
			got = findings[0].Message
		}
		if got != test.want || len(findings) > 1 {
			t.Errorf("%s of %s is %s: %v", test.part, test.whole, test.percent, findings)
		}
	}
}

func TestShareRuleIsRead(t *testing.T) {
	const right = `loai = "ty_le_cua", dong = ["3"], so_voi = ["2", "1"]`
	for _, test := range []struct{ rule, want string }{
		{right, ""},
		{right + ", lam_tron = 2", ""},
		{right + ", lam_tron = -1", "lam_tron: giá trị sai kiểu"},
		{right + ", lam_tron = 11", "lam_tron: giá trị sai kiểu"},
		{right + ", hang_so = 2", "quy tắc E1 phải có một dòng ở dong, hai dòng ở so_voi, không có hang_so"},
		{`loai = "ty_le_cua", dong = ["3"], so_voi = ["2"]`, "quy tắc E1 phải có một dòng ở dong, hai dòng ở so_voi, không có hang_so"},
		{`loai = "ty_le_cua", so_voi = ["2", "1"]`, "quy tắc E1 phải có một dòng ở dong, hai dòng ở so_voi, không có hang_so"},
		{`loai = "ty_le_cua", dong = ["3"], so_voi = ["2", "3"]`, "quy tắc E1 có một dòng viết hai lần"},
		{`loai = "ty_le_cua", dong = ["3"], so_voi = ["2", "9"]`, "biểu mẫu không có dòng 9"},
		{`loai = "bang", dong = ["3"], so_voi = ["2"], lam_tron = 1`, "quy tắc E1 không làm tròn gì"},
	} {
		text := strings.Replace(fmt.Sprintf(shareForm, ""), right, test.rule, 1)
		_, findings := check.Reader(modeltest.AnyRune).ReadForm(diag.NewSource("mau.toml", []byte("mau = \"nho\"\nnhan = \"Phụ lục\"\ncot = [ { khoa = \"chi_tieu\", tieu_de = \"Chỉ tiêu\" }, { khoa = \"so_lieu\", tieu_de = \"Số liệu\", rong = 20 } ]\n"+text)))
		got := ""
		if len(findings) > 0 {
			got = findings[0].Message
		}
		if got != test.want || len(findings) > 1 {
			t.Errorf("%s: %v", test.rule, findings)
		}
	}
}
