package engine

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestValues(t *testing.T) {
	for _, c := range []struct {
		name, row, text, want string // want is what the cell shows then
		state, said           string // of the figure, and of the message or the finding of the row
	}{
		{"two codes with a comma", "7.1.2", "1, 2", "1\n2", "", ""},
		{"two codes with a semicolon", "7.1.2", "1;2", "1\n2", "", ""},
		{"two codes with a blank", "7.1.2", "1 2", "1\n2", "", ""},
		{"what is no pair of codes", "7.1.2", "1, 2, 3", "1, 2, 3", "unreadable", "Alt+Enter"},
		{"a letter without a look at the end", "1.1.1", "61\u200b", "61", "", ""},
		{"one within a number", "1.1.1", "6\u200b1", "61", "", "Đã bỏ ký tự không nhìn thấy trong số liệu của dòng 1.1.1"},
		{"one that turns the order", "1.1.1", "\u202e61", "61", "", "Đã bỏ ký tự không nhìn thấy"},
		{"wide digits", "1.1.1", "６１", "61", "", ""},
		{"a count with a decimal point", "1.1.1", "1.05", "1.05", "ambiguous", "Viết số nguyên"},
		{"two numbers where one stands", "1.1.1", "12/7", "12/7", "unreadable", "Viết một số."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var v view
			must(t, open(t, seed), "edit", request{Row: c.row, Role: "so_lieu", Text: c.text}, nil, &v)
			if f := v.Figures[c.row]; f.Text != c.want || f.State != c.state {
				t.Errorf("%q %s", f.Text, f.State)
			}
			said := v.Message
			for _, f := range about(v.Findings, c.row) {
				said += f.Message + ". " + f.Hint + ". "
			}
			if !strings.Contains(said, c.said) || strings.Contains(said, "1,05") {
				t.Error(said)
			}
		})
	}
	t.Run("quotes of the file are not shown", func(t *testing.T) {
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "a.toml"}, []byte(strings.Replace(string(read(t, seed)), "= 59 ", "= \"5\\u200b9\" ", 1)), &v)
		if f := v.Figures["1.1.1"]; f.Text != "5\u200b9" || f.State != "unreadable" {
			t.Errorf("%q", f.Text)
		}
	})
}

// What is wrong with the report is said of its fields, and what was typed stays in them.
func TestFieldWords(t *testing.T) {
	for _, c := range []struct{ key, text, shown, message, hint string }{
		{"nam", "21", "21", "Năm báo cáo “21” không đọc được", "bốn chữ số"},
		{"co_quan", "", "", "Cơ quan ban hành để trống", "Viết chữ vào đây"},
		{"so", "476/BC", "476/BC", "Số văn bản “476/BC” có cả ký hiệu", "ký hiệu viết ở ô Ký hiệu văn bản"},
		{"ky", "quy-9", "quy-9", "Kỳ báo cáo không nhận \"quy-9\"", "quy-1"},
		{"ngay", "…", "…", "Ngày văn bản chưa điền", "chưa có ngày thì để trống"},
	} {
		t.Run(c.key, func(t *testing.T) {
			var v view
			must(t, open(t, seed), "header", request{Key: c.key, Text: c.text}, nil, &v)
			here := about(v.Findings, "bao_cao")
			if len(here) == 0 || here[0].Message != c.message || !strings.Contains(here[0].Hint, c.hint) {
				t.Errorf("%+v", here)
			}
			i := slices.IndexFunc(v.Header, func(f field) bool { return f.Key == c.key })
			if v.Header[i].Value != c.shown {
				t.Errorf("%q", v.Header[i].Value)
			}
		})
	}
	t.Run("a field that the file lacks", func(t *testing.T) {
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "a.toml"}, []byte(strings.Replace(string(read(t, seed)), "co_quan = \"UBND huyện Hương Khê\"\n", "", 1)), &v)
		if f := about(v.Findings, "bao_cao"); len(f) != 1 || f[0].Message != "chưa có cơ quan ban hành" || f[0].Hint != "Điền ô Cơ quan ban hành, ví dụ UBND xã Hương Khê" {
			t.Errorf("%+v", f)
		}
	})
}

// A line of the file for a row that the form does not have is taken out, or what it says goes to
// the row that was meant.
func TestStrangeRow(t *testing.T) {
	text := strings.Replace(string(read(t, seed)), `"1.1.2" `, `"1.12" `, 1)
	for to, want := range map[string]string{"1.1.2": "57", "": ""} {
		t.Run("to "+to, func(t *testing.T) {
			e, _ := New()
			var v view
			must(t, e, "open", request{Name: "a.toml"}, []byte(text), &v)
			i := slices.IndexFunc(v.Findings, func(f findingView) bool { return f.Unknown == "1.12" })
			if i < 0 || v.Findings[i].Meant != "1.1.2" {
				t.Fatalf("%+v", v.Findings[0])
			}
			v = view{}
			got := must(t, e, "move", request{Row: "1.12", Key: to}, nil, &v)
			if strings.Contains(string(got), "1.12") || v.Partial || v.Figures["1.1.2"].Text != want {
				t.Errorf("%+v", v.Figures["1.1.2"])
			}
			if back := must(t, e, "undo", request{}, nil, &v); string(back) != text {
				t.Error("undoing it does not give the file back")
			}
		})
	}
}

// What keeps a file from being opened is said once, with its line.
func TestRefusal(t *testing.T) {
	again := strings.Replace(string(read(t, seed)), `"1.1.2" `, `"1.1.1" `, 1)
	for name, want := range map[string]string{again: "dòng 22: khóa này đã có ở trên", "xin chào\n": "là tệp chữ thường", "": "tệp không có nội dung nào"} {
		e, _ := New()
		out, _ := e.Call("open", encode(request{Name: "a.toml"}), []byte(name))
		if strings.Count(out, want) != 1 || strings.Contains(out, "examples") {
			t.Errorf("%s", fmt.Sprintf("%.600s", out))
		}
	}
}
