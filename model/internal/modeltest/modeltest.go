// Package modeltest is what the tests of the model share.
package modeltest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
)

// Large is a form and a data file of so many rows, with a rule for each ten rows.
func Large(b *testing.B, rows int) (*diag.Source, model.Forms) {
	b.Helper()
	var form, data strings.Builder
	form.WriteString("mau = \"lon\"\nnhan = \"Phụ lục\"\ncot = [ { khoa = \"chi_tieu\", tieu_de = \"Chỉ tiêu\" }, { khoa = \"so_lieu\", tieu_de = \"Số liệu\", rong = 20 } ]\ndong = [\n")
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
	f, findings := check.Reader(AnyRune).ReadForm(diag.NewSource("lon.toml", []byte(form.String())))
	if f == nil {
		b.Fatal(findings[0].Message)
	}
	return diag.NewSource("du-lieu.toml", []byte(data.String())), model.Forms{"lon": f}
}

// Update is the flag of tests that compare with files.
var Update = flag.Bool("update", false, "write the schema files anew")

// AnyRune draws every letter.
func AnyRune(rune) bool { return true }

// RepositoryPath is a file by its name in the repository.
func RepositoryPath(name string) string {
	for folder := "."; ; folder = filepath.Join(folder, "..") {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return filepath.Join(folder, name)
		}
	}
}

// RepositoryFile is the text of a file of the repository.
func RepositoryFile(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(RepositoryPath(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// ReadText reads a sound data file of an embedded form.
func ReadText(t testing.TB, name, text string) *model.Annex {
	t.Helper()
	forms, faults := check.Reader(AnyRune).ReadForms()
	if faults != nil {
		t.Fatal(faults)
	}
	annex, findings := check.Reader(AnyRune).ReadAnnex(diag.NewSource(name, []byte(text)), forms)
	if annex == nil {
		t.Fatalf("%s: %s", name, findings[0].Message)
	}
	return annex
}

// WithChanges changes the line of a row, or of a key of the header, in the filed annex. What
// the seed accepts is left out: its four warnings stand.
func WithChanges(t testing.TB, changes ...string) string {
	t.Helper()
	filed, _, _ := strings.Cut(RepositoryFile(t, "seeds/huong-khe-2021.toml"), "\n# Số liệu đúng như văn bản đã ban hành; những chỗ trái nhau")
	lines := strings.Split(filed, "\n")
	for _, change := range changes {
		key, _, _ := strings.Cut(change, "=")
		found := false
		for i, line := range lines {
			if name, _, ok := strings.Cut(line, "="); ok && strings.TrimSpace(name) == strings.TrimSpace(key) {
				lines[i], found = change, true
			}
		}
		if !found {
			lines = append(lines, change)
		}
	}
	return strings.Join(lines, "\n")
}

// Names lists the rules of findings that are not accepted, sorted.
func Names(findings diag.List) []string {
	var names []string
	for _, f := range findings {
		if f.Accepted == "" {
			names = append(names, f.Rule)
		}
	}
	slices.Sort(names)
	return names
}

// Files lists the files of a pattern, by its path in the repository.
func Files(t testing.TB, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(RepositoryPath(pattern))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", pattern, err)
	}
	return files
}

// seedSize is the most bytes of a seed: from large ones few mutations are tried, and slowly.
const seedSize = 1000

// Seed adds the small TOML files of the repository to a fuzz test. The large ones are for a
// plain test.
func Seed(f *testing.F) {
	f.Helper()
	for _, text := range append(Texts(f), SmallForm, SmallData) {
		if len(text) <= seedSize {
			f.Add([]byte(text))
		}
	}
}

// Texts are all TOML files of the repository.
func Texts(t testing.TB) []string {
	t.Helper()
	var texts []string
	for _, pattern := range []string{"seeds/*.toml", "examples/*.toml", "templates/*.toml", "model/*/testdata/*/*.toml"} {
		for _, file := range Files(t, pattern) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(text))
		}
	}
	return texts
}

// SmallForm has all there is of a form, in few words, and SmallData fills it in.
const (
	SmallForm = `mau = "nho"
nhan = ["N", "O"]
danh_cho = "P"
kho_giay = "ngang"
co_chu = 9.5
tieu_de = ["T {ky}"]
kem_theo = "({loai} {so}/{ky_hieu} {ngay} {co_quan})"
dang_ngay = "dai"
cot = [ { khoa = "stt", tieu_de = "a", rong = 9 }, { khoa = "chi_tieu", tieu_de = "b" }, { khoa = "them", tieu_de = "c", rong = 9 }, { khoa = "ky_truoc", tieu_de = "d", rong = 9 }, { khoa = "so_lieu", nhom = "a", rong = 20, can = "phai" }, { khoa = "ghi_chu", nhom = "a", rong = 20 } ]
viet_tat = { a = "b" }
dong = [
 { ma = "1", stt = "I", ten = "a\nb", loai = "de_muc", dam = false, them = ["g"] },
 { ma = "1.1", khoi = "Trong", ten = "c", loai = "so_dem", luy_ke = true },
 { ma = "1.2", khoi = "Trong", ten = "d", don_vi = "e = 0", loai = "ma_so", cac_ma = [0, 1], so_gia_tri = 2 },
 { ma = "2", ten = "f", loai = "ty_le" },
]
quy_tac = [
 { ten = "E1", muc = "loi", loai = "bang", dong = ["1.1"], so_voi = ["2"] },
 { ten = "W2", muc = "canh_bao", loai = "khong_trong" },
]
`
	SmallData = `mau = "nho"
[bao_cao]
loai = "b"
so = 4
ky_hieu = "BC-U"
ngay = "2/12/2026"
co_quan = "c"
ky = "nam"
nam = 2026
[so_lieu]
"1.1" = { so_lieu = "07", ghi_chu = """
a
b""" } # x
1.2 = [1, 2
"2" = "5 %"
[chap_nhan]
"2" = { W2 = "d" }
`
)
