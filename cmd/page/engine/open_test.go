package engine

import (
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
	"phuluc2b/render"
	"phuluc2b/render/html"
)

// A document is made of what breaks rules too, and it is told how many.
func TestRenderTellsBrokenRules(t *testing.T) {
	e := open(t, seed)
	must(t, e, "edit", request{Row: "1.2", Role: "so_lieu", Text: "20"}, nil, &view{})
	var m made
	if must(t, e, "render", request{Format: "docx"}, nil, &m); m.Broken != 1 {
		t.Errorf("%+v", m)
	}
}

func TestOpen(t *testing.T) {
	e := open(t, seed)
	var m made
	docx := must(t, e, "render", request{Format: "docx"}, nil, &m)
	pdf := must(t, e, "render", request{Format: "pdf"}, nil, &m)
	xlsx := must(t, e, "render", request{Format: "xlsx"}, nil, &made{})
	if m.Name != "huong-khe-2021.pdf" || m.Pages != 7 || m.Broken != 0 {
		t.Errorf("%+v", m)
	}
	for _, format := range []string{"docx", "pdf", "xlsx"} {
		t.Run("without the data: "+format, func(t *testing.T) {
			bare := must(t, e, "render", request{Format: format, Bare: true}, nil, &made{})
			if d, err := workflow.ReadDocument("a."+format, bare); err == nil && d.Source != nil {
				t.Error("they are inside")
			}
		})
	}
	for name, data := range map[string][]byte{"a.docx": docx, "a.pdf": pdf, "a.xlsx": xlsx} {
		t.Run("what we made: "+name, func(t *testing.T) {
			var v view
			text := must(t, e, "open", request{Name: name}, data, &v)
			if string(text) != string(read(t, seed)) || v.Name != "huong-khe-2021.toml" || len(v.Told) > 0 {
				t.Errorf("%s %v", v.Name, v.Told)
			}
			if v.Filled != 99 || v.Total != 112 || len(v.Rows) != 143 {
				t.Errorf("%d of %d in %d rows", v.Filled, v.Total, len(v.Rows))
			}
		})
	}
	t.Run("a form is filled in, and its data file opens after it", func(t *testing.T) {
		var v view
		must(t, e, "open", request{Name: "bieu-mau-xa.toml", Year: 2026}, read(t, "../../../examples/bieu-mau-xa.toml"), &v)
		if len(v.Forms) != 1 || v.Filled != 0 {
			t.Errorf("%d forms, %d filled", len(v.Forms), v.Filled)
		}
		must(t, e, "open", request{Name: "bieu-mau-xa.toml", Year: 2026}, read(t, "../../../examples/bieu-mau-xa.toml"), &v)
		if len(v.Forms) != 1 {
			t.Errorf("opened twice, it is there %d times", len(v.Forms))
		}
		text := must(t, e, "open", request{Name: "xa.toml"}, read(t, "../../../examples/xa-son-giang.toml"), &v)
		var again view
		other, _ := New()
		must(t, other, "restore", request{Name: v.Name, Forms: v.Forms}, text, &again)
		if again.Filled != v.Filled || again.Document == nil {
			t.Errorf("restored: %d, was %d", again.Filled, v.Filled)
		}
	})
	t.Run("a draft comes back with the last keys", func(t *testing.T) {
		var v view
		e, _ := New()
		text := must(t, e, "restore", request{Name: "a.toml", Row: "1.1.1", Role: "so_lieu", Text: "61"}, read(t, seed), &v)
		if v.Document == nil || v.Figures["1.1.1"].Text != "61" || !strings.Contains(string(text), "= 61 ") {
			t.Errorf("%+v", v.Figures["1.1.1"])
		}
	})
	t.Run("a draft comes back without last keys that cannot be written", func(t *testing.T) {
		var v view
		e, _ := New()
		must(t, e, "restore", request{Name: "a.toml", Row: "9.9.9", Role: "ghi_chu", Text: "x"}, read(t, seed), &v)
		if v.Document == nil || !strings.Contains(v.Message, "9.9.9") {
			t.Errorf("%+v", v)
		}
	})
	t.Run("a form from Word becomes a form, with the figures that are in it", func(t *testing.T) {
		form := diag.NewSource("bieu-mau-xa.toml", read(t, "../../../examples/bieu-mau-xa.toml"))
		work, err := e.workspace([]*diag.Source{form})
		if err != nil {
			t.Fatal(err)
		}
		annex, _ := work.Read(diag.NewSource("xa.toml", read(t, "../../../examples/xa-son-giang.toml")))
		rendered, err := work.Render(annex, []render.Format{render.DOCX}, render.Options{NoSource: true}, workflow.Comparison{})
		if err != nil {
			t.Fatal(err)
		}
		var v view
		fresh, _ := New()
		must(t, fresh, "open", request{Name: "Biểu xã.docx", Year: 2026}, rendered.Files[0].Data, &v)
		if v.Name != "bieu-xa.toml" || len(v.Forms) != 1 || len(v.Rows) != len(annex.Form.Rows) || v.Filled == 0 {
			t.Errorf("%s: %d rows, %d filled", v.Name, len(v.Rows), v.Filled)
		}
	})
	t.Run("what was guessed of a form is said of the annex, not of the form's file", func(t *testing.T) {
		e, _ := New()
		var v view
		document := inWord(t, open(t, seed), ">Phụ lục 2B<", ">Thống kê 2B<", "CẢI CÁCH HÀNH CHÍNH NĂM 2021", "CẢI CÁCH HÀNH CHÍNH")
		must(t, e, "open", request{Name: "bang.docx", Year: 2026, AsForm: true}, document, &v)
		var told []string
		for _, f := range v.Told {
			told = append(told, f.Message)
		}
		for _, want := range []string{"nhãn phụ lục: văn bản không có dòng “Phụ lục …”", "tên phụ lục: không thấy kỳ báo cáo"} {
			if !slices.Contains(told, want) {
				t.Errorf("%q is not among %q", want, told)
			}
		}
	})
	for name, data := range map[string]string{
		"a zip that is no document": "PK\x03\x04 nothing",
		"a document of old Word":    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
		"no TOML":                   "a = ",
		"TOML of nothing":           "a = 1",
		"an unknown form":           "mau = \"la\"\n[bao_cao]\n",
		"nothing":                   "",
	} {
		t.Run(name+" is refused, and what was open stays", func(t *testing.T) {
			e := open(t, seed)
			if why := refused(t, e, "open", request{Name: "x.toml"}, []byte(data)); strings.Contains(why, "lỗi bên trong") {
				t.Error(why)
			}
			if string(e.desk.text()) != string(read(t, seed)) {
				t.Error("it has changed")
			}
		})
	}
	t.Run("a blank one and the period after it", func(t *testing.T) {
		var v view
		must(t, e, "blank", request{Year: 2026}, nil, &v)
		if v.Filled != 0 || v.Partial {
			t.Errorf("%d filled; %v", v.Filled, v.Findings)
		}
		must(t, e, "next", request{}, nil, &v)
		if v.Name != "phu-luc-2b-6-thang-2026.toml" || v.Before == nil || v.Before.Why != "" {
			t.Errorf("%s %+v", v.Name, v.Before)
		}
	})
	t.Run("without an annex there is nothing to edit", func(t *testing.T) {
		e, _ := New()
		refused(t, e, "edit", request{}, nil)
		refused(t, e, "nothing", request{}, nil)
	})
}

func TestCompare(t *testing.T) {
	e := open(t, seed)
	var v view
	must(t, e, "edit", request{Row: "1.1.2", Role: "so_lieu", Text: "50"}, nil, &v)
	must(t, e, "since", request{Name: "cu.toml"}, read(t, seed), &v)
	if len(v.Since.Changes) != 1 || v.Since.Changes[0].Remark != "−7" {
		t.Errorf("%+v", v.Since)
	}
	var m made
	if data := must(t, e, "corrections", request{Format: "docx"}, nil, &m); m.Name != "huong-khe-2021-dinh-chinh.docx" || len(data) == 0 {
		t.Errorf("%+v", m)
	}
	before := strings.Replace(string(read(t, seed)), `ky      = "nam"`, `ky      = "6-thang"`, 1)
	must(t, e, "previous", request{Name: "truoc.toml"}, []byte(before), &v)
	if v.Before.Why != "" || v.Before.Figures["1.1.2"] != "57" {
		t.Errorf("%+v", v.Before)
	}
	fell := false
	for _, f := range v.Findings {
		fell = fell || f.Rule == "W22" && f.Row == "1.1.2"
	}
	if !fell {
		t.Error("a cumulative figure fell, and nothing says so")
	}
	refused(t, e, "previous", request{Name: "hong.docx"}, []byte("PK\x03\x04"))
	refused(t, e, "since", request{Name: "hong.docx"}, []byte("PK\x03\x04"))
	if v = (view{}); e.desk.previous == nil || e.desk.since == nil {
		t.Error("a damaged file ends a comparison")
	}
	must(t, e, "since", request{Name: "cu.toml"}, read(t, seed), &v)
	if v.Before == nil {
		t.Error("an older version hides the period before")
	}
	for _, c := range []struct{ key, text, why string }{
		{"co_quan", "UBND huyện Hương Sơn", "-"},
		{"nam", "2022", "hai tệp của hai năm, 2021 và 2022; số cộng dồn chỉ so được trong một năm"},
		{"so", "477", "-"},
		{"nam", "2021", ""},
		{"ky", "quy-1", "kỳ trước là 6 tháng đầu năm, ở sau quý I"},
	} {
		v = view{}
		must(t, e, "header", request{Key: c.key, Text: c.text}, nil, &v)
		why := "-"
		if v.Before != nil {
			why = v.Before.Why
		}
		if why != c.why {
			t.Errorf("%s %s: of the period before the page is told %q, want %q", c.key, c.text, why, c.why)
		}
	}
	v = view{}
	if must(t, e, "undo", request{}, nil, &v); v.Before == nil || v.Before.Why != "" {
		t.Errorf("%+v", v.Before)
	}
	must(t, e, "previous", request{}, nil, &v)
	if v = (view{}); e.desk.previous != nil {
		t.Error("it is still compared")
	}
}

func TestPreviewAndFonts(t *testing.T) {
	e := open(t, seed)
	var sheets []sheet
	must(t, e, "preview", request{Draft: true}, nil, &sheets)
	if len(sheets) != 7 || !strings.Contains(sheets[0].Image, "DỰ THẢO") || sheets[0].Rows[0].ID != "1" {
		t.Errorf("%d pages", len(sheets))
	}
	var m made
	for face, name := range map[string]string{"regular": "LiberationSerif", "bold": "LiberationSerif-Bold", "italic": "LiberationSerif-Italic"} {
		if data := must(t, e, "font", request{Face: face}, nil, &m); m.Name != name || len(data) < 1000 {
			t.Errorf("%s: %s", face, m.Name)
		}
	}
	if n := len(lines(e.desk.whole().Document)); n != 394 {
		t.Errorf("%d paragraphs of labels, STT and units", n)
	}
}

// lines are the paragraphs with words in the table's body that are not typed into.
func lines(d *html.Document) []html.Element {
	var all []html.Element
	for _, row := range d.Table.Rows[d.Table.Head:] {
		for _, c := range row.Cells {
			if c.Role == "stt" || c.Role == "chi_tieu" || c.Role == "don_vi" {
				all = append(all, slices.DeleteFunc(c.Paragraphs, func(p html.Element) bool { return strings.Join(p.Lines, "") == "" })...)
			}
		}
	}
	return all
}
