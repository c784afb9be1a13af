package engine

import (
	"bytes"
	"strings"
	"testing"
)

// A draft that is taken up again is compared with the period before, as it was.
func TestDraftKeepsThePeriodBefore(t *testing.T) {
	e := open(t, seed)
	before := strings.NewReplacer(`ky      = "nam"`, `ky      = "6-thang"`, "= 57 ", "= 58 ").Replace(string(read(t, seed)))
	var v view
	must(t, e, "previous", request{Name: "6-thang.toml"}, []byte(before), &v)
	if v.Before.Text != before {
		t.Fatal("it is not to be kept")
	}
	text := bytes.Clone(e.desk.text())
	restored := func(kept formFile) (v view) {
		other, _ := New()
		must(t, other, "restore", request{Name: "huong-khe-2021.toml", Before: &kept}, text, &v)
		return v
	}
	again := restored(formFile{Name: v.Before.Name, Text: v.Before.Text})
	if again.Before == nil || again.Before.Figures["1.1.2"] != "58" || again.Message != "" {
		t.Errorf("%+v %s", again.Before, again.Message)
	}
	fell := false
	for _, f := range again.Findings {
		fell = fell || f.Rule == "W22" && f.Row == "1.1.2"
	}
	if !fell {
		t.Error("a cumulative figure fell, and nothing says so")
	}
	if lost := restored(formFile{Name: "6-thang.docx"}); lost.Before != nil || !strings.Contains(lost.Message, "thả lại tệp 6-thang.docx") {
		t.Errorf("%+v %s", lost.Before, lost.Message)
	}
}

// The period before may be by a form of the same name in which a row is another one: that row is not
// compared, and told.
func TestPeriodBeforeWithOtherRows(t *testing.T) {
	form, data := string(read(t, "../../../examples/bieu-mau-xa.toml")), read(t, "../../../examples/xa-son-giang.toml")
	by := func(form string) *Engine {
		e, _ := New()
		must(t, e, "restore", request{Name: "xa.toml", Forms: []formFile{{"mau.toml", form}}}, data, &view{})
		return e
	}
	before := must(t, by(strings.Replace(form, `"Hồ sơ tiếp nhận"`, `"Hồ sơ chuyển đi"`, 1)), "render", request{Format: "docx"}, nil, &made{})
	var v view
	must(t, by(form), "previous", request{Name: "truoc.docx"}, before, &v)
	if v.Before == nil || v.Before.Figures["1.1"] != "" || v.Before.Figures["1.1.1"] != "812" || v.Before.Text != "" {
		t.Fatalf("%+v", v.Before)
	}
	if told := about(v.Before.Unread, "1.1"); len(told) != 1 || len(v.Before.Unread) != 1 || told[0].Message != "dòng 1.1 là “Hồ sơ chuyển đi”, trong biểu mẫu là “Hồ sơ tiếp nhận”" {
		t.Errorf("%+v", v.Before.Unread)
	}
}
