package engine

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

const seed = "../../../seeds/huong-khe-2021.toml"

// desk is an engine with one file open.
func open(t *testing.T, name string) *Engine {
	t.Helper()
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var v view
	must(t, e, "open", request{Name: "huong-khe-2021.toml", Year: 2026}, read(t, name), &v)
	return e
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// must is a call that has to do what it is asked.
func must(t *testing.T, e *Engine, name string, in request, data []byte, out any) []byte {
	t.Helper()
	output, bytes := e.Call(name, encode(in), data)
	var f failure
	if json.Unmarshal([]byte(output), &f); f.Error != "" {
		t.Fatalf("%s: %s", name, f.Error)
	}
	if err := json.Unmarshal([]byte(output), out); err != nil {
		t.Fatal(err)
	}
	return bytes
}

// refused is what a call that must not do what it is asked says.
func refused(t *testing.T, e *Engine, name string, in request, data []byte) string {
	t.Helper()
	output, _ := e.Call(name, encode(in), data)
	var f failure
	if json.Unmarshal([]byte(output), &f); f.Error == "" {
		t.Fatalf("%s did it: %.200s", name, output)
	}
	return f.Error
}

func encode(in request) string { text, _ := json.Marshal(in); return string(text) }

func TestEdit(t *testing.T) {
	for _, c := range []struct {
		name, row, role, text, old, new string
	}{
		{"a count", "1.1.1", "so_lieu", "61", `= 59 `, `= 61 `},
		{"as it is written", "1.1.1", "so_lieu", "061", `= 59 `, `= "061" `},
		{"blank", "1.1.1", "so_lieu", " ", `= 59 `, `= "" `},
		{"two values", "7.1.2", "so_lieu", "2\n0", `= [1, 1]`, `= [2, 0]`},
		{"a note", "1.2.1", "ghi_chu", "cả \"xã\"", `= "07" `, `= { so_lieu = "07", ghi_chu = "cả \"xã\"" } `},
		{"what is no figure", "1.1.1", "so_lieu", "năm chín", `= 59 `, `= "năm chín" `},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := open(t, seed)
			var v view
			got := must(t, e, "edit", request{Row: c.row, Role: c.role, Text: c.text}, nil, &v)
			if want := strings.Replace(string(read(t, seed)), c.old, c.new, 1); string(got) != want {
				t.Errorf("the file has another change than %s → %s", c.old, c.new)
			}
			again := must(t, e, "undo", request{}, nil, &v)
			if string(again) != string(read(t, seed)) {
				t.Error("undoing it does not give the file back")
			}
		})
	}
	t.Run("an unreadable figure is kept, marked, and stops the documents alone", func(t *testing.T) {
		e := open(t, seed)
		var v view
		must(t, e, "edit", request{Row: "1.1.1", Role: "so_lieu", Text: "năm chín"}, nil, &v)
		if f := v.Figures["1.1.1"]; f.Text != "năm chín" || f.State != "unreadable" {
			t.Errorf("%+v", f)
		}
		if f := v.Findings[0]; f.Severity != "fault" || f.Row != "1.1.1" {
			t.Errorf("%+v", f)
		}
		if why := refused(t, e, "render", request{Format: "docx"}, nil); !strings.Contains(why, "còn 1 lỗi") {
			t.Error(why)
		}
		var m made
		must(t, e, "render", request{Format: "toml"}, nil, &m)
	})
	t.Run("keys of one step are undone together", func(t *testing.T) {
		e := open(t, seed)
		var v view
		must(t, e, "edit", request{Row: "1.1.1", Role: "so_lieu", Text: "6", Step: "1"}, nil, &v)
		must(t, e, "edit", request{Row: "1.1.1", Role: "so_lieu", Text: "61", Step: "1"}, nil, &v)
		must(t, e, "undo", request{}, nil, &v)
		if len(v.History.Past) > 0 || v.Figures["1.1.1"].Text != "59" {
			t.Errorf("%+v", v.Figures)
		}
		must(t, e, "redo", request{}, nil, &v)
		if v.Figures["1.1.1"].Text != "61" {
			t.Errorf("%+v", v.Figures)
		}
	})
	t.Run("a heading takes no figure", func(t *testing.T) {
		refused(t, open(t, seed), "edit", request{Row: "1.1", Role: "so_lieu", Text: "1"}, nil)
	})
	t.Run("a number that is read two ways does not lose its doubt to a note", func(t *testing.T) {
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "a.toml"}, []byte(strings.Replace(string(read(t, seed)), "= 59 ", "= 1.050 ", 1)), &v)
		if f := v.Figures["1.1.1"]; f.Text != "1.050" || f.State != "unreadable" {
			t.Errorf("%+v", f)
		}
		refused(t, e, "edit", request{Row: "1.1.1", Role: "ghi_chu", Text: "x"}, nil)
	})
}

func TestHeader(t *testing.T) {
	for _, c := range []struct{ name, key, text, old, new string }{
		{"a date as Vietnamese write it", "ngay", "5/3/2022", "ngay    = 2021-12-02", "ngay    = 2022-03-05"},
		{"what is no date", "ngay", "mai", "ngay    = 2021-12-02", `ngay    = "mai"`},
		{"a number that is not known any more", "so", "", "so      = 476 ", "# so      = … "},
		{"what is no number", "so", "abc", "so      = 476 ", `so      = "abc" `},
		{"the issuer", "co_quan", "UBND xã  Hương Khê", `"UBND huyện Hương Khê"`, `"UBND xã Hương Khê"`},
		{"the period", "ky", "quy-1", `ky      = "nam"`, `ky      = "quy-1"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var v view
			got := must(t, open(t, seed), "header", request{Key: c.key, Text: c.text}, nil, &v)
			if want := strings.Replace(string(read(t, seed)), c.old, c.new, 1); string(got) != want {
				t.Errorf("the file has another change:\n%.700s", got)
			}
			if told := strings.Contains(fmt.Sprint(v.Findings), "số văn bản “abc” không đúng dạng"); told != (c.text == "abc") {
				t.Errorf("%+v", v.Findings)
			}
			for _, f := range v.Header {
				if f.Key == c.key && c.text == "mai" && f.Value != "mai" {
					t.Errorf("what was typed is not shown: %+v", f)
				}
			}
		})
	}
}

func TestPaste(t *testing.T) {
	for _, c := range []struct {
		name, row, text string
		want            map[string]string // figures that change
	}{
		{"a column", "2.1", "5\r\n6\r\n", map[string]string{"2.1": "5", "2.2": "6"}},
		{"a blank cell clears", "2.1", "5\n\n7", map[string]string{"2.1": "5", "2.2": "", "2.3": "7"}},
		{"blank lines for headings", "1.2.4", "6\n\n204\n", map[string]string{"1.2.4": "6", "1.3.1": "204"}},
		{"without lines for headings", "1.2.4", "6\n204\n201\n", map[string]string{"1.2.4": "6", "1.3.1": "204", "1.3.2": "201"}},
		{"a blank line for the heading above", "1.3.1", "\n204\n201\n0\n", map[string]string{"1.3.1": "204", "1.3.2": "201"}},
		{"as written", "2.1", "05\n5,5 %", map[string]string{"2.1": "05", "2.2": "5,5 %"}},
		{"two values in one cell", "7.1.2", "\"2\n0\"\n1", map[string]string{"7.1.2": "2\n0"}},
		{"a block with notes", "2.1", "5\tx\n6\t\"y \"\"z\"\"\"", map[string]string{"2.1": "5", "2.2": "6"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var v view
			must(t, open(t, seed), "paste", request{Row: c.row, Role: "so_lieu", Text: c.text}, nil, &v)
			got := map[string]string{}
			for id, f := range v.Figures {
				got[id] = f.Text
			}
			for id, text := range c.want {
				if got[id] != text {
					t.Errorf("%s = %q, want %q", id, got[id], text)
				}
			}
			if blank := strings.Contains(v.Message, "khối dán để trống 2.2"); !strings.HasPrefix(v.Message, "Đã dán") || blank != (c.name == "a blank cell clears") {
				t.Error(v.Message)
			}
			if len(got) != len(c.want) {
				t.Errorf("changed: %v", got)
			}
		})
	}
	t.Run("letters without a look within figures are told", func(t *testing.T) {
		var v view
		must(t, open(t, seed), "paste", request{Row: "1.1.1", Role: "so_lieu", Text: "6\u200b1\n75\u200b\n\u202e63\n"}, nil, &v)
		if v.Figures["1.1.1"].Text != "61" || !strings.Contains(v.Message, "đã bỏ ký tự không nhìn thấy trong số liệu của dòng 1.1.1, 1.1.3, hãy xem lại") {
			t.Errorf("%q %s", v.Figures["1.1.1"].Text, v.Message)
		}
	})
	t.Run("a figure for a heading is refused, though notes come first", func(t *testing.T) {
		const notes = "  { khoa = \"ghi_chu\",  tieu_de = \"Ghi chú\", rong = 26 },\n"
		form := strings.Replace(string(read(t, "../../../examples/bieu-mau-xa.toml")), notes, "", 1)
		form = strings.Replace(form, "  { khoa = \"so_lieu\"", notes+"  { khoa = \"so_lieu\"", 1)
		e, _ := New()
		must(t, e, "open", request{Name: "m.toml", Year: 2021}, []byte(form), &view{})
		refused(t, e, "paste", request{Row: "1", Role: "ghi_chu", Text: "\t5\n\t6\n"}, nil)
		must(t, e, "paste", request{Row: "1", Role: "ghi_chu", Text: "\t\n\t6\n"}, nil, &view{})
	})
	for name, text := range map[string]string{"too long": strings.Repeat("1\n", 200), "too wide": "1\t2\t3", "blank lines where no headings are": "1\n2\n3\n\n4\n5\n6\n7\n8\n9\n1\n2\n3\n4\n5\n6\n7\n8\n9\n1"} {
		t.Run(name+" changes nothing", func(t *testing.T) {
			e := open(t, seed)
			refused(t, e, "paste", request{Row: "2.1", Role: "so_lieu", Text: text}, nil)
			if string(e.desk.text()) != string(read(t, seed)) {
				t.Error("the file has changed")
			}
		})
	}
}

func TestAccept(t *testing.T) {
	e := open(t, seed)
	var v view
	must(t, e, "accept", request{Rows: []string{"3.2.1"}, Rule: "W02", Text: "cả\nxã"}, nil, &v)
	i := slices.IndexFunc(v.Findings, func(f findingView) bool { return f.Rule == "W02" })
	if f := v.Findings[i]; f.Severity != "accepted" || f.Reason != "cả xã" {
		t.Errorf("%+v", f)
	}
	t.Run("blank rows share a reason", func(t *testing.T) {
		w17 := func(f findingView) bool { return f.Rule == "W17" }
		rows := v.Findings[slices.IndexFunc(v.Findings, w17)].Accept
		must(t, e, "accept", request{Rows: rows, Rule: "W17"}, nil, &v) // the seed's own reason is taken back
		i := slices.IndexFunc(v.Findings, w17)
		if len(v.Findings[i].Accept) != 13 {
			t.Fatalf("%+v", v.Findings[i])
		}
		text := must(t, e, "accept", request{Rows: v.Findings[i].Accept[:2], Rule: "W17", Text: "cấp tỉnh"}, nil, &v)
		if !strings.HasSuffix(string(text), "\"3.1.3.a, 3.4.1\" = { W17 = \"cấp tỉnh\" }\n") {
			t.Errorf("%s", text[len(text)-200:])
		}
	})
	t.Run("a reason is taken back", func(t *testing.T) {
		text := must(t, e, "accept", request{Rows: []string{"3.2.1"}, Rule: "W02"}, nil, &v)
		if strings.Contains(string(text), "W02") {
			t.Errorf("%s", text[len(text)-200:])
		}
	})
}
