package workflow_test

import (
	"strings"
	"testing"

	"phuluc2b/cmd/internal/communes"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// states says what came of each unit, and of what is of none.
func states(t *testing.T, g *workflow.Gathering) string {
	t.Helper()
	for first := true; first || g.Unfiled > 0; first = false {
		if findings := g.FileNext(); findings != nil {
			return printed(findings)
		}
	}
	roll := g.Roll("").Roll
	var b strings.Builder
	for i := range roll.Entries {
		e := &roll.Entries[i]
		b.WriteString(e.Unit.Name + ": " + e.State() + "\n")
	}
	for _, f := range roll.Strays {
		b.WriteString(f.File + ": " + f.State() + "\n")
	}
	return b.String()
}

// Files of many units come in any order, some of them of another period, some not readable.
func TestGather(t *testing.T) {
	work, seed := open()
	form := work.Forms["phu-luc-2b-2021"]
	file := func(name, unit, year, figures string) *diag.Source {
		text := strings.Replace(communes.Header(form.ID, unit), "2026", year, 1) + "[so_lieu]\n" + figures
		return diag.NewSource(name, []byte(text))
	}
	gather := func(take ...*diag.Source) string {
		g := work.Gather(nil)
		for _, src := range take {
			g.TakeData(src)
		}
		return states(t, g)
	}
	t.Run("a file of an earlier period is what a unit is compared with", func(t *testing.T) {
		got := gather(file("cu.toml", "UBND xã A", "2025", `"1.1.1" = 12`), file("a.toml", "ubnd xã a", "2026", `"1.1.1" = 120`), file("b.toml", "UBND xã B", "2026", ""))
		if !strings.Contains(got, "ubnd xã a: đạt") || !strings.Contains(got, "nhảy vọt: 1.1.1 từ 12 thành 120\n") || strings.Count(got, "\n") != 2 {
			t.Error(got)
		}
	})
	t.Run("of several it is the latest, and a later one is none", func(t *testing.T) {
		g := work.Gather(diag.NewSource("tong-hop.toml", []byte(communes.Collection(form.ID, "UBND tỉnh", []string{"UBND xã A"}, ""))))
		for _, src := range []*diag.Source{file("a.toml", "UBND xã A", "2026", `"1.1.1" = 120`), file("2024.toml", "UBND xã A", "2024", `"1.1.1" = 1`), file("2025.toml", "UBND xã A", "2025", `"1.1.1" = 11`)} {
			g.TakeData(src)
		}
		if got := states(t, g); !strings.Contains(got, "từ 11 thành 120") {
			t.Error(got)
		}
	})
	t.Run("the only file of a unit is refused when it is of an earlier period", func(t *testing.T) {
		got := gather(file("a.toml", "UBND xã A", "2025", ""), file("b.toml", "UBND xã B", "2026", ""))
		if !strings.Contains(got, "UBND xã A: chưa lấy được: là của quý I năm 2025, cần quý I năm 2026") {
			t.Error(got)
		}
	})
	t.Run("what a document says that is not understood is told", func(t *testing.T) {
		annex, _ := work.Read(seed)
		data := edited(t, rendered(t, work, annex, render.DOCX, render.Options{}).Data, ">59<", ">chưa rõ<")
		d, err := workflow.ReadDocument("a.docx", data)
		if err != nil {
			t.Fatal(err)
		}
		g := work.Gather(nil)
		g.TakeDocument(d)
		g.Refuse("b.docx", "tệp bị hỏng")
		got := states(t, g)
		if !strings.Contains(got, "khi đọc văn bản có 1 chỗ không hiểu được: dòng 1.1.1: “chưa rõ”") || !strings.Contains(got, "b.docx: chưa lấy được: tệp bị hỏng") {
			t.Error(got)
		}
	})
	t.Run("documents of two forms of one name are not read by one", func(t *testing.T) {
		form := string(repositoryFile(t, "examples/bieu-mau-xa.toml"))
		g := work.Gather(nil)
		for i, label := range []string{"Hồ sơ tiếp nhận", "Hồ sơ chuyển đi"} {
			data := strings.Replace(string(repositoryFile(t, "examples/xa-son-giang.toml")), "UBND xã Sơn Giang", "UBND xã "+label, 1)
			own, annex := openOwn(t, []byte(strings.Replace(form, `"Hồ sơ tiếp nhận"`, `"`+label+`"`, 1)), []byte(data))
			d, err := workflow.ReadDocument([]string{"a.docx", "b.docx"}[i], rendered(t, own, annex, render.DOCX, render.Options{}).Data)
			if err != nil {
				t.Fatal(err)
			}
			g.TakeDocument(d)
		}
		got := states(t, g)
		if !strings.Contains(got, "UBND xã Hồ sơ tiếp nhận: đạt") || !strings.Contains(got, "b.docx: chưa lấy được") || !strings.Contains(got, "dòng 1.1 là “Hồ sơ chuyển đi”, trong biểu mẫu là “Hồ sơ tiếp nhận”") {
			t.Error(got)
		}
	})
	t.Run("a data file may come before the document that carries its form", func(t *testing.T) {
		xa := repositoryFile(t, "examples/xa-son-giang.toml")
		own, annex := openOwn(t, repositoryFile(t, "examples/bieu-mau-xa.toml"), xa)
		d, err := workflow.ReadDocument("a.docx", rendered(t, own, annex, render.DOCX, render.Options{}).Data)
		if err != nil {
			t.Fatal(err)
		}
		before := diag.NewSource("cu.toml", []byte(strings.NewReplacer("2026", "2025", `"1.050"`, `105`, "812", "81", "238", "24").Replace(string(xa))))
		g := work.Gather(nil)
		g.TakeData(before)
		g.TakeDocument(d)
		if got := states(t, g); !strings.Contains(got, "UBND xã Sơn Giang: đạt") || !strings.Contains(got, "nhảy vọt") {
			t.Error(got)
		}
	})
	t.Run("an earlier file of another form is told", func(t *testing.T) {
		xa := repositoryFile(t, "examples/xa-son-giang.toml")
		own, annex := openOwn(t, repositoryFile(t, "examples/bieu-mau-xa.toml"), xa)
		g := own.Gather(nil)
		g.TakeData(file("a.toml", annex.Report.Issuer, "2027", ""))
		g.TakeData(diag.NewSource("xa.toml", xa))
		states(t, g)
		if told := printed(g.Roll("").Roll.Findings); !strings.Contains(told, "xa.toml theo biểu mẫu phu-luc-3-xa, cần biểu mẫu phu-luc-2b-2021") {
			t.Error(told)
		}
	})
	t.Run("nothing that can be read", func(t *testing.T) {
		if got := gather(diag.NewSource("a.toml", []byte("rác"))); !strings.Contains(got, "không có tệp nào là số liệu đọc được") {
			t.Error(got)
		}
		if got := gather(); !strings.Contains(got, "không có tệp nào") {
			t.Error(got)
		}
	})
}
