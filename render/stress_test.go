package render

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"phuluc2b/fonts"
	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// stressDir, when it is set, is where the documents of these tests are left for readers that
// are not ours.
const stressDir = "PHULUC2B_STRESS"

const letters = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ" +
	" AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬBCDĐEÉÈẺẼẸÊẾỀỂỄỆGHIÍÌỈĨỊKLMNOÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢPQRSTUÚÙỦŨỤƯỨỪỬỮỰVXYÝỲỶỸỴ"

// made is a form and data of so many groups of ten rows, with one label and one note.
func made(t testing.TB, groups int, label, note string) *model.Annex {
	t.Helper()
	family := serif(t)
	var form, data strings.Builder
	form.WriteString("mau = \"thu\"\nnhan = \"Phụ lục thử\"\ntieu_de = [\"BẢNG SỐ LIỆU {ky}\"]\nkem_theo = \"(Kèm theo {loai} số {so}/{ky_hieu} ngày {ngay} của {co_quan})\"\n" +
		"cot = [ { khoa = \"stt\", tieu_de = \"STT\", rong = 20 }, { khoa = \"chi_tieu\", tieu_de = \"Chỉ tiêu\" }, { khoa = \"don_vi\", tieu_de = \"Đơn vị\", nhom = \"Kết quả\", rong = 25 }, { khoa = \"so_lieu\", tieu_de = \"Số liệu\", nhom = \"Kết quả\", rong = 25 }, { khoa = \"ghi_chu\", tieu_de = \"Ghi chú\", rong = 35 } ]\ndong = [\n")
	fmt.Fprintf(&data, "mau = \"thu\"\n[bao_cao]\nloai = \"báo cáo\"\nky_hieu = \"BC-UBND\"\nco_quan = \"UBND xã\"\nky = \"nam\"\nnam = 2026\n[so_lieu]\n\"1\" = { ghi_chu = %q }\n", note)
	for g := 1; g <= groups; g++ {
		fmt.Fprintf(&form, "{ ma = \"%d\", stt = \"%d.\", ten = %q, loai = \"de_muc\" },\n", g, g, label)
		for i := 1; i <= 9 && groups > 1; i++ {
			fmt.Fprintf(&form, "{ ma = \"%d.%d\", stt = \"%d.%d.\", ten = \"Số nhiệm vụ %d đã hoàn thành đúng hạn trong kỳ báo cáo\", don_vi = \"Nhiệm vụ\", loai = \"so_dem\" },\n", g, i, g, i, i)
			fmt.Fprintf(&data, "\"%d.%d\" = %d\n", g, i, i)
		}
	}
	form.WriteString("]\n")
	f, findings := check.Reader(family.Has).ReadForm(diag.NewSource("thu-mau.toml", []byte(form.String())))
	if f == nil {
		t.Fatal(findings[0].Message)
	}
	annex, findings := check.Reader(family.Has).ReadAnnex(diag.NewSource("thu.toml", []byte(data.String())), model.Forms{"thu": f})
	if annex == nil {
		t.Fatal(findings[0].Message)
	}
	return annex
}

func serif(t testing.TB) *fonts.Family {
	t.Helper()
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	return family
}

func repositoryAnnex(t testing.TB, data string, formFiles ...string) *model.Annex {
	t.Helper()
	family := serif(t)
	read := func(name string) *diag.Source {
		text, err := os.ReadFile("../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return diag.NewSource(name, text)
	}
	var own []*model.Form
	for _, name := range formFiles {
		form, _ := check.Reader(family.Has).ReadForm(read(name))
		own = append(own, form)
	}
	forms, _ := check.Reader(family.Has).ReadForms(own...)
	annex, findings := check.Reader(family.Has).ReadAnnex(read(data), forms)
	if annex == nil {
		t.Fatal(findings[0].Message)
	}
	return annex
}

// All files of every document carry the texts of the layout, cell by cell, each once.
func TestAllFilesSayTheSame(t *testing.T) {
	t.Parallel()
	renderer := NewRenderer(serif(t))
	for name, annex := range map[string]*model.Annex{
		"huong-khe":  repositoryAnnex(t, "seeds/huong-khe-2021.toml"),
		"xa":         repositoryAnnex(t, "examples/xa-son-giang.toml", "examples/bieu-mau-xa.toml"),
		"one-row":    made(t, 1, "Một dòng", ""),
		"2000-rows":  made(t, 200, "Một nhóm", ""),
		"tall-cell":  made(t, 2, "Dòng cao", strings.Repeat("một ô cao hơn cả trang giấy ", 300)),
		"long-word":  made(t, 1, strings.Repeat("Ộ", 300), ""),
		"alphabet":   made(t, 3, letters, letters),
		"many-lines": made(t, 2, "Nhiều dòng", strings.Repeat("dòng\\n", 40)+"cuối"),
	} {
		for _, draft := range []bool{false, true} {
			t.Run(fmt.Sprint(name, map[bool]string{true: "-draft"}[draft]), func(t *testing.T) {
				t.Parallel()
				files, err := renderer.Render(annex, Formats(), Options{Draft: draft})
				if err != nil {
					t.Fatal(name, err)
				}
				doc := layout.New(annex, serif(t), Options{Draft: draft})
				compareRead(t, name, files[0].Data, doc)
				comparePDF(t, name, files[1], doc)
				compareRead(t, name, files[2].Data, doc)
				if dir := os.Getenv(stressDir); dir != "" {
					for _, f := range files {
						file := filepath.Join(dir, fmt.Sprintf("%s%s.%s", name, map[bool]string{true: "-draft"}[draft], f.Format))
						if err := os.WriteFile(file, f.Data, 0o644); err != nil {
							t.Fatal(err)
						}
					}
				}
			})
		}
	}
}

func grid(doc *layout.Document) *layout.Grid {
	return doc.Blocks[len(doc.Blocks)-1].(*layout.Grid)
}

// texts is a table row by row; a merged cell says its text in every row that it covers, once.
func texts(grid *layout.Grid) [][]string {
	var rows [][]string
	for _, row := range grid.Rows {
		var cells []string
		for j, cell := range row.Cells {
			if cell.Column < j {
				cells = append(cells, "")
			} else {
				cells = append(cells, cell.Text())
			}
		}
		rows = append(rows, cells)
	}
	return rows
}

func compareRead(t *testing.T, name string, data []byte, doc *layout.Document) {
	t.Helper()
	read, err := Read(data)
	if err != nil {
		t.Fatal(name, err)
	}
	want, got := texts(grid(doc)), texts(read.Tables[0].Grid)
	if len(got) != len(want) {
		t.Fatalf("%s: %d rows, want %d", name, len(got), len(want))
	}
	for i := range want {
		if strings.Join(got[i], "|") != strings.Join(want[i], "|") {
			t.Fatalf("%s: row %d is %q, want %q", name, i, got[i], want[i])
		}
	}
}

// comparePDF compares the placed lines: what was measured is what is drawn.
func comparePDF(t *testing.T, name string, file File, doc *layout.Document) {
	t.Helper()
	pages := paginate.Place(doc, serif(t))
	if len(pages) != file.Pages {
		t.Errorf("%s: %d pages, want %d", name, file.Pages, len(pages))
	}
	placed := map[*layout.Cell]string{}
	for _, page := range pages {
		for _, line := range page.Lines {
			if line.Cell != nil && !line.Artifact {
				placed[line.Cell] += line.Text
			}
		}
	}
	squeeze := strings.NewReplacer(" ", "", "\n", "")
	for i, row := range grid(doc).Rows {
		for j, cell := range row.Cells {
			if cell.Owns(i, j) && squeeze.Replace(placed[cell]) != squeeze.Replace(cell.Text()) {
				t.Fatalf("%s: %s is %q, want %q", name, cell.Source, placed[cell], cell.Text())
			}
		}
	}
}

// The same annex gives the same bytes, alone and after others.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	annex := repositoryAnnex(t, "seeds/huong-khe-2021.toml")
	busy := NewRenderer(serif(t))
	for _, other := range []*model.Annex{made(t, 3, letters, letters), made(t, 20, "Một nhóm", ""), annex} {
		if _, err := busy.Render(other, Formats(), Options{Draft: true}); err != nil {
			t.Fatal(err)
		}
	}
	again, err := busy.Render(annex, Formats(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, first := range renderAll(t, annex) {
		if !bytes.Equal(first.Data, again[i].Data) {
			t.Errorf("%s differs", first.Format)
		}
	}
}

func renderAll(t testing.TB, annex *model.Annex) []File {
	t.Helper()
	files, err := NewRenderer(serif(t)).Render(annex, Formats(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// The data travels inside, byte for byte.
func TestSourceTravels(t *testing.T) {
	t.Parallel()
	annex := repositoryAnnex(t, "examples/xa-son-giang.toml", "examples/bieu-mau-xa.toml")
	for _, file := range renderAll(t, annex) {
		t.Run(string(file.Format), func(t *testing.T) {
			t.Parallel()
			read, err := Read(file.Data)
			if err != nil {
				t.Fatal(err)
			}
			found := map[string][]byte{}
			for _, a := range read.Attachments {
				found[fmt.Sprint(a.Name, a.Kind())] = a.Data
			}
			if len(found) != 2 || !bytes.Equal(found[fmt.Sprint("xa-son-giang.toml", layout.AttachmentSource)], annex.Source.Raw) || !bytes.Equal(found[fmt.Sprint("bieu-mau-xa.toml", layout.AttachmentForm)], annex.Form.Source.Raw) {
				t.Errorf("%s carries %d files", file.Format, len(found))
			}
		})
	}
	files, err := NewRenderer(serif(t)).Render(annex, []Format{DOCX}, Options{NoSource: true})
	if err != nil {
		t.Fatal(err)
	}
	if read, err := Read(files[0].Data); err != nil || len(read.Attachments) != 0 {
		t.Error(read, err)
	}
}
