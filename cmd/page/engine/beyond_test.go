package engine

import (
	"slices"
	"strings"
	"testing"
)

// A document that has a row or a period which its form lacks may show a newer form, and can be
// read so: nothing of it is dropped silently.
func TestNearlyKnownForm(t *testing.T) {
	bare := must(t, open(t, seed), "render", request{Format: "docx", Bare: true}, nil, &made{})
	newer := strings.NewReplacer(`mau       = "phu-luc-2b-2021"`, `mau = "moi"`,
		`  { ma = "1.1.3",`, `  { ma = "1.1.4", stt = "1.1.4", ten = "Số cuộc họp giao ban trực tuyến với cấp xã", don_vi = "Cuộc", loai = "so_dem" },
  { ma = "1.1.3",`).Replace(string(read(t, "../../../templates/phu-luc-2b-2021.toml")))
	t.Run("a row", func(t *testing.T) {
		of, _ := New()
		must(t, of, "open", request{Name: "moi.toml"}, []byte(newer), &view{})
		filled := strings.NewReplacer(`"phu-luc-2b-2021"`, `"moi"`, "[so_lieu]\n", "[so_lieu]\n\"1.1.4\" = 12\n").Replace(string(read(t, seed)))
		must(t, of, "open", request{Name: "a.toml"}, []byte(filled), &view{})
		document := must(t, of, "render", request{Format: "docx", Bare: true}, nil, &made{})
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "moi.docx", Year: 2026}, document, &v)
		if v.Beyond == nil || len(v.Beyond.Rows) != 1 || !strings.Contains(v.Beyond.Rows[0], "Số cuộc họp giao ban") || v.Beyond.Form != "Phụ lục 2B dành cho cấp huyện, báo cáo năm 2021" {
			t.Fatalf("%+v", v.Beyond)
		}
		var own view
		must(t, e, "open", request{Name: "moi.docx", Year: 2026, AsForm: true}, document, &own)
		if len(own.Forms) != 1 || own.Beyond != nil || len(own.Rows) != 144 || own.Filled < 90 {
			t.Errorf("%d forms, %d rows, %d filled, %+v", len(own.Forms), len(own.Rows), own.Filled, own.Beyond)
		}
	})
	t.Run("a period", func(t *testing.T) {
		document := typedInto(t, bare, "CẢI CÁCH HÀNH CHÍNH NĂM 2021", "CẢI CÁCH HÀNH CHÍNH QUÝ IV NĂM 2021")
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "moi.docx", Year: 2026}, document, &v)
		if v.Beyond == nil || v.Beyond.Period != "quý IV" {
			t.Fatalf("%+v", v.Beyond)
		}
		must(t, e, "open", request{Name: "moi.docx", Year: 2026, AsForm: true}, document, &v)
		if e.desk.annex.Report.Period != "quy-4" {
			t.Error(e.desk.annex.Report.Period)
		}
	})
	t.Run("a period, in a document that carries its data", func(t *testing.T) {
		document := inWord(t, open(t, seed), "CẢI CÁCH HÀNH CHÍNH NĂM 2021", "CẢI CÁCH HÀNH CHÍNH QUÝ IV NĂM 2021")
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "moi.docx", Year: 2026}, document, &v)
		if want := "biểu mẫu không có kỳ quý IV; để trống; kỳ báo cáo cũ là cả năm, năm báo cáo cũ là 2021"; !slices.ContainsFunc(v.Told, func(f findingView) bool { return f.Message == want }) {
			t.Errorf("%+v", v.Told)
		}
		if v.Beyond == nil || v.Beyond.Period != "quý IV" {
			t.Fatalf("%+v", v.Beyond)
		}
	})
	t.Run("a month that no year has", func(t *testing.T) {
		document := inWord(t, open(t, seed), "CẢI CÁCH HÀNH CHÍNH NĂM 2021", "CẢI CÁCH HÀNH CHÍNH THÁNG 13 NĂM 2021")
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "moi.docx", Year: 2026}, document, &v)
		if !slices.ContainsFunc(v.Told, func(f findingView) bool {
			return strings.HasPrefix(f.Message, "biểu mẫu phu-luc-2b-2021 không có kỳ “thang-13”; để trống")
		}) {
			t.Errorf("%+v", v.Told)
		}
	})
	t.Run("what the form has asks nothing", func(t *testing.T) {
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "cu.docx", Year: 2026}, bare, &v)
		if v.Beyond != nil {
			t.Errorf("%+v", v.Beyond)
		}
	})
}
