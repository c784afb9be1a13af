package engine

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/retyped"
)

// inWord is a document of the seed in which a person has typed other words.
func inWord(t *testing.T, e *Engine, edits ...string) []byte {
	t.Helper()
	return typedInto(t, must(t, e, "render", request{Format: "docx"}, nil, &made{}), edits...)
}

// typedInto is a document in which a person has typed other words.
func typedInto(t *testing.T, document []byte, edits ...string) []byte {
	t.Helper()
	typed, err := retyped.Document(document, edits...)
	if err != nil {
		t.Fatal(err)
	}
	return typed
}

func about(findings []findingView, row string) []findingView {
	return slices.DeleteFunc(slices.Clone(findings), func(f findingView) bool { return f.Row != row })
}

func TestUnread(t *testing.T) {
	document := inWord(t, open(t, seed), ">59<", ">khoảng 60<", ">57<", ">61<")
	t.Run("opened, what could not be read stands in its cell and stops the documents", func(t *testing.T) {
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "a.docx"}, document, &v)
		if f := v.Figures["1.1.1"]; f.Text != "khoảng 60" || f.State != "unreadable" || v.Figures["1.1.2"].Text != "61" {
			t.Errorf("%+v", f)
		}
		if here := about(v.Findings, "1.1.1"); len(here) != 1 || here[0].Severity != "fault" || len(about(v.Told, "1.1.1")) != 0 {
			t.Errorf("%+v, told %+v", here, v.Told)
		}
		refused(t, e, "render", request{Format: "docx"}, nil)
	})
	t.Run("so do many, beyond those that are told one by one", func(t *testing.T) {
		var edits []string
		for range 15 {
			edits = append(edits, ">0<", ">không rõ<")
		}
		many := inWord(t, open(t, seed), edits...)
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "a.docx"}, many, &v)
		unreadable := 0
		for _, f := range v.Figures {
			if f.State == "unreadable" {
				unreadable++
			}
		}
		if unreadable != 15 || len(v.Told) != 0 {
			t.Errorf("%d, told %+v", unreadable, v.Told)
		}
	})
	t.Run("so many that not each is shown are all counted", func(t *testing.T) {
		e, _ := New()
		var v view
		many := regexp.MustCompile(`(?m)^("[1-9.]+" += )\d+ `).ReplaceAllString(string(read(t, seed)), `$1"không rõ" `)
		must(t, e, "open", request{Name: "a.toml"}, []byte(many), &v)
		unreadable := strings.Count(many, `"không rõ"`)
		if why := refused(t, e, "render", request{Format: "docx"}, nil); unreadable <= 20 || !strings.Contains(why, fmt.Sprintf("còn %d lỗi", unreadable)) {
			t.Errorf("%d: %s", unreadable, why)
		}
	})
	t.Run("compared, it is told and no older figure is shown", func(t *testing.T) {
		e := open(t, seed)
		var v view
		must(t, e, "previous", request{Name: "a.docx"}, document, &v)
		if v.Before.Figures["1.1.1"] != "khoảng 60" {
			t.Errorf("%q", v.Before.Figures["1.1.1"])
		}
		must(t, e, "since", request{Name: "a.docx"}, document, &v)
		if rows := inWords(v.Since.Changes); !slices.Equal(rows, []string{"1.1.1 59 khoảng 60", "1.1.2 57 61"}) {
			t.Error(rows)
		}
	})
	t.Run("a cell that no figure can be taken of is told at its row until the row is written", func(t *testing.T) {
		field := inWord(t, open(t, seed), ">59<", `>59</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:t xml:space="preserve"> <`)
		e, _ := New()
		var v view
		must(t, e, "open", request{Name: "a.docx"}, field, &v)
		here := about(v.Told, "1.1.1")
		if len(here) != 1 || here[0].Severity != "fault" || !strings.HasSuffix(here[0].Message, "; để trống; số cũ là 59") {
			t.Fatalf("%+v", v.Told)
		}
		must(t, e, "edit", request{Row: "1.1.2", Role: "so_lieu", Text: "58"}, nil, &v)
		if len(about(v.Told, "1.1.1")) != 1 {
			t.Error("gone before its row was written")
		}
		v = view{}
		must(t, e, "edit", request{Row: "1.1.1", Role: "so_lieu", Text: "60"}, nil, &v)
		if len(about(v.Told, "1.1.1")) != 0 {
			t.Error("it stays")
		}
		must(t, e, "since", request{Name: "a.docx"}, field, &v)
		if len(about(v.Since.Unread, "1.1.1")) != 1 {
			t.Errorf("%+v", v.Since)
		}
		must(t, e, "previous", request{Name: "a.docx"}, field, &v)
		if _, shown := v.Before.Figures["1.1.1"]; shown || len(v.Before.Unread) != 1 {
			t.Errorf("%+v", v.Before.Unread)
		}
	})
}

func TestOtherForm(t *testing.T) {
	e := open(t, seed)
	other := open(t, seed)
	var v view
	must(t, other, "open", request{Name: "m.toml"}, read(t, "../../../examples/bieu-mau-xa.toml"), &v)
	must(t, other, "open", request{Name: "x.toml"}, read(t, "../../../examples/xa-son-giang.toml"), &v)
	document := inWord(t, other)
	for _, call := range []string{"since", "previous"} {
		if why := refused(t, e, call, request{Name: "x.docx"}, document); !strings.Contains(why, "hai biểu mẫu khác nhau không so được") {
			t.Error(why)
		}
	}
}

// A reason speaks of the figures that there were when it was written.
func TestDoubt(t *testing.T) {
	e := open(t, seed)
	w02 := func(v view) findingView {
		return v.Findings[slices.IndexFunc(v.Findings, func(f findingView) bool { return f.Rule == "W02" })]
	}
	var v view
	must(t, e, "edit", request{Row: "1.1.1", Role: "so_lieu", Text: "60"}, nil, &v)
	if w02(v).Severity != "accepted" {
		t.Error("another row has changed, and the reason is gone")
	}
	must(t, e, "edit", request{Row: "3.2.1", Role: "ghi_chu", Text: "cả xã"}, nil, &v)
	if w02(v).Severity != "accepted" {
		t.Error("a note has changed, and the reason is gone")
	}
	was := w02(v).Reason
	must(t, e, "edit", request{Row: "3.2.1", Role: "so_lieu", Text: "371", Step: "a"}, nil, &v)
	if f := w02(v); f.Severity != "warning" || f.Was != was || was == "" {
		t.Errorf("%+v", f)
	}
	v = view{}
	text := must(t, e, "revert", request{Step: "a"}, nil, &v)
	if w02(v).Severity != "accepted" || !strings.Contains(string(text), was) {
		t.Errorf("%+v", w02(v))
	}
	must(t, e, "edit", request{Row: "3.1.3.a", Role: "so_lieu", Text: "1"}, nil, &v)
	if i := slices.IndexFunc(v.Findings, func(f findingView) bool { return f.Rule == "W17" }); v.Findings[i].Severity != "accepted" || slices.Contains(v.Findings[i].Rows, "3.1.3.a") {
		t.Errorf("the reason of twelve other blank rows: %+v", v.Findings[i])
	}
}

// A reason that cannot be taken out of the file stops the figure that it was not given for, and the
// file keeps what the form does not know.
func TestDoubtInAnotherLayout(t *testing.T) {
	text, _, _ := strings.Cut(string(read(t, seed)), "[chap_nhan]")
	text = `chap_nhan = { "3.2.1" = { W02 = "đã xem" }, "6.1" = { W08 = "cũng vậy" } }` + "\n" + text + "\"9.9\" = 5\n"
	e, _ := New()
	var v view
	must(t, e, "open", request{Name: "a.toml"}, []byte(text), &v)
	if why := refused(t, e, "edit", request{Row: "3.2.1", Role: "so_lieu", Text: "371"}, nil); !strings.Contains(why, "lý do cũ") || !strings.Contains(why, "3.2.1") {
		t.Error(why)
	}
	if string(e.desk.text()) != text {
		t.Error("the file has changed")
	}
	must(t, e, "edit", request{Row: "1.1.1", Role: "so_lieu", Text: "60"}, nil, &v)
	must(t, e, "move", request{Row: "9.9"}, nil, &v)
	after := must(t, e, "edit", request{Row: "3.2.1", Role: "so_lieu", Text: "371"}, nil, &v)
	if strings.Contains(string(after), "W02") || !strings.Contains(string(after), "cũng vậy") {
		t.Errorf("%s", after)
	}
}

// The reason to let a finding stand begins with what it is about: there is no figure to be right in
// a blank row.
func TestBecause(t *testing.T) {
	e, _ := New()
	var v view
	must(t, e, "open", request{Name: "a.toml"}, []byte(strings.NewReplacer("BC-UBND", "bcubnd", "= 59 ", `= "" `).Replace(string(read(t, seed)))), &v)
	for rule, want := range map[string]string{"W17": "Chưa có số liệu, vì…", "W02": "Số liệu đúng, vì…", "E19": "Thông tin đúng, vì…"} {
		i := slices.IndexFunc(v.Findings, func(f findingView) bool { return f.Rule == rule })
		if i < 0 || v.Findings[i].Because != want {
			t.Errorf("%s: %+v", rule, v.Findings)
		}
	}
	must(t, e, "accept", request{Rows: []string{"1.1.1"}, Rule: "W17", Text: "chưa giao"}, nil, &v)
	if here := about(v.Findings, "1.1.1"); len(here) != 1 || here[0].Severity != "accepted" || here[0].Reason != "chưa giao" {
		t.Errorf("%+v", here)
	}
}
