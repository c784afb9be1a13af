package workflow

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"phuluc2b/fonts"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/render"
)

// generated is a form and data that a run of bytes spells: short labels, many of them alike,
// rows of all kinds, blocks, columns in any order.
type generated struct {
	bytes []byte
	form  strings.Builder
	data  strings.Builder
}

func (g *generated) next(n int) int {
	if len(g.bytes) == 0 {
		return 0
	}
	b := g.bytes[0]
	g.bytes = g.bytes[1:]
	return int(b) % n
}

func (g *generated) pick(words ...string) string { return words[g.next(len(words))] }

func (g *generated) write() {
	columns := []string{`{ khoa = "stt", tieu_de = "STT", rong = 16 }`, `{ khoa = "chi_tieu", tieu_de = "Nội dung" }`,
		`{ khoa = "don_vi", tieu_de = "Đơn vị", rong = 30 }`, `{ khoa = "so_lieu", tieu_de = "Số liệu", rong = 24 }`, `{ khoa = "ghi_chu", tieu_de = "Ghi chú", rong = 26 }`}
	if i := g.next(4); i != 1 && i != 3 {
		columns[i], columns[4] = columns[4], columns[i]
	}
	g.form.WriteString("mau = \"thu\"\nnhan = \"Phụ lục\"\ntieu_de = [\"BẢNG SỐ LIỆU {ky}\"]\nkem_theo = \"(Kèm theo {loai} số {so}/{ky_hieu} ngày {ngay} của {co_quan})\"\n")
	fmt.Fprintf(&g.form, "cot = [ %s ]\ndong = [\n", strings.Join(columns, ", "))
	fmt.Fprintf(&g.data, "mau = \"thu\"\n[bao_cao]\nloai = %q\nso = %d\nky_hieu = \"BC-UBND\"\nngay = 2021-12-02\nco_quan = %q\nky = \"nam\"\nnam = 2021\n[so_lieu]\n",
		g.pick("báo cáo", "báo cáo số liệu", "kế hoạch của năm"), 1+g.next(200), g.pick("UBND xã A", "UBND  huyện  B", "Sở của tỉnh C"))
	for section := range 1 + g.next(3) {
		id := fmt.Sprint(section + 1)
		fmt.Fprintf(&g.form, "{ ma = %q, stt = %q, ten = %q, loai = \"de_muc\" },\n", id, g.pick(id+".", "I", ""), g.pick("Phần", "Tổng số", "A"))
		for row := range g.next(12) {
			g.row(fmt.Sprintf("%s.%d", id, row+1))
		}
	}
	g.form.WriteString("]\n")
}

func (g *generated) row(id string) {
	label := g.pick("Tổng số", "Trong đó", "Số hồ sơ mức độ 3", "Số hồ sơ mức độ 4", "Số hồ sơ đã giải quyết", "Số hồ sơ chưa giải quyết", "a", "1", "Tỷ lệ (%)", "Số hồ sơ")
	if g.next(3) == 0 {
		label += " " + fmt.Sprint(g.next(20))
	}
	number := fmt.Sprintf("stt = %q", g.pick(id, "", "1.1.", "-"))
	if g.next(4) == 0 {
		number = `khoi = "Trong đó"`
	}
	kind, figure := "so_dem", g.pick("7", `"07"`, "0", `"1.050"`, `""`)
	switch g.next(4) {
	case 0:
		kind, figure = "ty_le", g.pick(`"5 %"`, `"95,5"`, "100", `""`)
	case 1:
		kind, figure = "chu", g.pick(`"có"`, `"12/3"`, `"Hồ sơ"`, `""`, `"hai\ndòng"`)
	}
	values := ""
	if kind == "chu" {
		values = ", so_gia_tri = 2"
	}
	fmt.Fprintf(&g.form, "{ ma = %q, %s, ten = %q, don_vi = %q, loai = %q%s },\n", id, number, label, g.pick("Hồ sơ", "%", "", "Có = 1\\nKhông = 0"), kind, values)
	if g.next(5) == 0 {
		figure = fmt.Sprintf("{ so_lieu = %s, ghi_chu = %q }", figure, g.pick("so với năm 2015", "trước: 7", "7"))
	}
	fmt.Fprintf(&g.data, "%q = %s\n", id, figure)
}

// A document without data gives every figure back, or says of which row it does not; one with
// data gives its own data, byte for byte, and an annex does not differ from itself.
func FuzzReadBack(f *testing.F) {
	family, err := fonts.Serif()
	if err != nil {
		f.Fatal(err)
	}
	base, findings := Open(family)
	if base == nil {
		f.Fatal(findings)
	}
	for i := range 8 {
		seed := make([]byte, 60)
		for j := range seed {
			seed[j] = byte(i*31 + j*(i+7))
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		g := &generated{bytes: data}
		g.write()
		form, findings := base.reader.ReadForm(diag.NewSource("thu-mau.toml", []byte(strings.ReplaceAll(g.form.String(), `\\n`, `\n`))))
		if form == nil {
			t.Fatal(findings[0].Message, g.form.String())
		}
		work := base.with(form)
		annex, findings := work.Read(diag.NewSource("thu.toml", []byte(g.data.String())))
		if annex == nil {
			t.Fatal(findings[0].Message, g.data.String())
		}
		if changes := model.Compare(annex, annex); len(changes) > 0 {
			t.Fatal(changes)
		}
		for _, format := range []render.Format{render.DOCX, render.XLSX} {
			for _, bare := range []bool{false, true} {
				made, err := work.Render(annex, []render.Format{format}, render.Options{NoSource: bare}, Comparison{})
				if err != nil {
					t.Fatal(err)
				}
				d, err := ReadDocument("thu."+string(format), made.Files[0].Data)
				if err != nil {
					t.Fatal(err)
				}
				text, findings := work.Import(d, form, match.Choice{})
				if bare {
					checkReadBack(t, work, annex, text, findings)
				} else if string(text) != g.data.String() || len(findings) > 0 {
					t.Fatalf("%s: %v\n%s", format, findings, g.data.String())
				}
			}
		}
	})
}

// checkReadBack fails for a figure that is neither right nor told of.
func checkReadBack(t *testing.T, work *Workspace, annex *model.Annex, text []byte, findings diag.List) {
	if text == nil {
		if len(findings) == 0 {
			t.Fatal("nothing came back, and nothing was said")
		}
		return
	}
	again, faults := work.Read(diag.NewSource("thu.toml", text))
	if again == nil {
		t.Fatalf("%s\n%s", faults[0].Message, text)
	}
	told := func(id string) bool {
		return slices.ContainsFunc(findings, func(f diag.Finding) bool {
			words := strings.FieldsFunc(f.Message, func(r rune) bool { return r == ' ' || r == ',' || r == ':' })
			return f.Row == id || slices.Contains(words, id)
		})
	}
	for _, r := range annex.Form.Rows {
		was, is := annex.Figures[r.ID], again.Figures[r.ID]
		if (was.Written() != is.Written() || was.Note != is.Note) && !told(r.ID) {
			t.Fatalf("%s was %q %q, is %q %q; %v", r.ID, was.Written(), was.Note, is.Written(), is.Note, messages(findings))
		}
	}
	if annex.Reference() != again.Reference() && !strings.EqualFold(oneLine(annex.Reference()), oneLine(again.Reference())) {
		t.Fatalf("%q is read as %q", annex.Reference(), again.Reference())
	}
}

func messages(findings diag.List) []string {
	var all []string
	for _, f := range findings {
		all = append(all, f.Message)
	}
	return all
}
