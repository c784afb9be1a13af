package engine

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// spoken fails for a hint that says what only a data file or a command has.
func spoken(t *testing.T, f findingView) {
	t.Helper()
	if f.Hint == "" && f.Severity != "accepted" {
		t.Errorf("%s says nothing of what to do: %s", f.Rule, f.Message)
	}
	for _, sign := range []string{"[", ` =`, "so_lieu", "ghi_chu", "chap_nhan", "ky_hieu", "--", `"`, "phuluc2b", "render"} {
		if strings.Contains(f.Hint, sign) {
			t.Errorf("%s: %s", f.Rule, f.Hint)
		}
	}
}

// Findings speak of cells.
func TestHints(t *testing.T) {
	e := open(t, seed)
	var v view
	for _, row := range []string{"1.1.1", "1.4.1", "1.2", "1.1.2", "7.1.1", "7.1.2", "1.4.2", "3.3.3", "4.1.2.c"} {
		for _, text := range []string{"năm", "1,050", "20", "-1", "0,5", "1", "9", "x", "1O5", "5l", "12 (cả 3 xã)", "1 050", "1'050", "5/7", "1.050.000", "không có", "7 xã", "x\ny", "\u2028", "ế\u202e"} {
			must(t, e, "edit", request{Row: row, Role: "so_lieu", Text: text}, nil, &v)
			for _, f := range v.Findings {
				spoken(t, f)
			}
		}
	}
	for _, key := range []string{"ky_hieu", "co_quan", "nam", "ngay", "loai", "so"} {
		for _, text := range []string{"…", "", "476/BC", "31/2/2021", "2.12.2021", "1/1/1999", "21", "năm 2021"} {
			must(t, e, "header", request{Key: key, Text: text}, nil, &v)
			for _, f := range v.Findings {
				if spoken(t, f); f.Row == "" {
					t.Errorf("%s has no place: %s", f.Rule, f.Message)
				}
			}
		}
	}
}

// What to do about a document is said without a command too.
func TestHintsOfDocuments(t *testing.T) {
	e := open(t, seed)
	work, _ := e.workspace(nil)
	docx := func(options render.Options) []byte {
		rendered, err := work.Render(e.desk.annex, []render.Format{render.DOCX}, options, workflow.Comparison{})
		if err != nil {
			t.Fatal(err)
		}
		return rendered.Files[0].Data
	}
	for name, data := range map[string][]byte{"phieu.docx": docx(render.Options{NoSource: true}), "a.rtf": []byte("{\\rtf1}"), "a.xml": []byte("<?xml version"), "a.bin": []byte("\x00\x01\x02")} {
		_, err := e.desk.version(name, data)
		if refused, ok := err.(*refusal); ok {
			for _, f := range viewFindings(refused.findings.Shown(), nil) {
				spoken(t, f)
			}
		}
	}
	for do := diag.NoAction + 1; do <= diag.AcceptedInWord; do++ {
		if said := remedied(diag.Remedy{Do: do, Args: []string{"Word"}}); said != "" {
			spoken(t, findingView{Rule: "remedy", Hint: said})
		}
	}
}

// While a figure cannot be read the other findings stay, and what stops the documents is named.
func TestBesideAFault(t *testing.T) {
	e := open(t, seed)
	var v, with view
	must(t, e, "edit", request{Row: "1.1.2", Role: "so_lieu", Text: ""}, nil, &v)
	must(t, e, "edit", request{Row: "1.1.1", Role: "so_lieu", Text: "năm chín"}, nil, &with)
	blank := func(v view) bool {
		return slices.ContainsFunc(v.Findings, func(f findingView) bool { return f.Rule == "W17" && slices.Contains(f.Rows, "1.1.2") })
	}
	if !blank(v) || !blank(with) || !with.Partial {
		t.Errorf("before: %v, beside the fault: %v", blank(v), blank(with))
	}
	output, _ := e.Call("render", `{"format": "docx"}`, nil)
	var f failure
	if json.Unmarshal([]byte(output), &f); f.Row != "1.1.1" || !strings.Contains(f.Error, "“1.1.1. Số nhiệm vụ đề ra trong kế hoạch”") {
		t.Errorf("%+v", f)
	}
}

// The period before of another office is told, and can be accepted: offices have been merged.
func TestOtherOffice(t *testing.T) {
	e := open(t, seed)
	previous := strings.NewReplacer(`ky      = "nam"`, `ky      = "6-thang"`, "UBND huyện Hương Khê", "UBND huyện Hương Sơn").Replace(string(read(t, seed)))
	told := func(v view) string {
		for _, f := range v.Findings {
			if f.Rule == "co-quan" {
				return f.Severity + " " + strings.Join(f.Accept, " ")
			}
		}
		return ""
	}
	var v view
	must(t, e, "previous", request{Name: "truoc.toml"}, []byte(previous), &v)
	if got := told(v); got != "warning bao_cao" {
		t.Error(got)
	}
	must(t, e, "accept", request{Rows: []string{"bao_cao"}, Rule: "co-quan", Text: "sắp xếp đơn vị"}, nil, &v)
	if got := told(v); got != "accepted bao_cao" {
		t.Error(got)
	}
	must(t, e, "previous", request{}, nil, &v)
	if len(v.Findings) > 0 && slices.ContainsFunc(v.Findings, func(f findingView) bool { return f.Unused != "" }) {
		t.Error("without the period before, the reason is called unused")
	}
}
