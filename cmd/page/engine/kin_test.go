package engine

import (
	"slices"
	"strings"
	"testing"
)

// inWords are changes in a few words.
func inWords(changes []changeView) []string {
	var all []string
	for _, c := range changes {
		all = append(all, c.Row+" "+c.Old+" "+c.New)
	}
	return all
}

// A corrected file that is dropped on the annex which it was made of.
func TestTakeBack(t *testing.T) {
	document := inWord(t, open(t, seed), ">59<", ">khoảng 60<", ">57<", ">61<")
	type answer struct {
		Of      bool         `json:"of"`
		Changes []changeView `json:"changes"`
		Unread  []findingView
	}
	kinOf := func(t *testing.T, e *Engine, data []byte) (k answer) {
		t.Helper()
		must(t, e, "kin", request{Name: "sua.docx"}, data, &k)
		return k
	}
	t.Run("what was changed is said, and what could not be read", func(t *testing.T) {
		k := kinOf(t, open(t, seed), document)
		if !k.Of || !slices.Equal(inWords(k.Changes), []string{"1.1.2 57 61"}) || len(k.Unread) != 1 || k.Unread[0].Row != "1.1.1" {
			t.Errorf("%+v", k)
		}
	})
	t.Run("exactly that is taken, on top of later work, in one step", func(t *testing.T) {
		e := open(t, seed)
		var v view
		must(t, e, "edit", request{Row: "1.1.3", Role: "so_lieu", Text: "63"}, nil, &v)
		before := must(t, e, "edit", request{Row: "1.1.2", Role: "ghi_chu", Text: "đã rà soát"}, nil, &v)
		if k := kinOf(t, e, document); !k.Of || len(k.Changes) != 1 {
			t.Errorf("%+v", k)
		}
		v = view{}
		after := must(t, e, "takeBack", request{Name: "sua.docx"}, document, &v)
		if f := v.Figures["1.1.2"]; f.Text != "61" || f.Note != "đã rà soát" {
			t.Errorf("%+v", f)
		}
		if want := strings.Replace(string(before), "so_lieu = 57", "so_lieu = 61", 1); string(after) != want {
			t.Errorf("something else has changed:\n%s", after)
		}
		if told := about(v.Told, "1.1.2"); len(told) != 1 || told[0].Severity != "taken" || told[0].Message != "57 → 61" {
			t.Errorf("%+v", v.Told)
		}
		if told := about(v.Told, "1.1.1"); len(told) != 1 || told[0].Severity != "fault" {
			t.Errorf("%+v", v.Told)
		}
		if again := must(t, e, "undo", request{}, nil, &v); string(again) != string(before) {
			t.Error("it is not one step")
		}
	})
	t.Run("taken once, there is nothing to take", func(t *testing.T) {
		e := open(t, seed)
		must(t, e, "takeBack", request{Name: "sua.docx"}, document, &view{})
		if k := kinOf(t, e, document); len(k.Changes) > 0 {
			t.Errorf("%+v", k)
		}
	})
	t.Run("a file of another period is no kin", func(t *testing.T) {
		e := open(t, seed)
		must(t, e, "header", request{Key: "nam", Text: "2022"}, nil, &view{})
		if k := kinOf(t, e, document); k.Of || len(k.Changes) > 0 {
			t.Errorf("%+v", k)
		}
		refused(t, e, "takeBack", request{Name: "sua.docx"}, document)
	})
}

// What is compared with the annex that it was made of is the newer one, unless a person says no.
func TestNewerVersion(t *testing.T) {
	e := open(t, seed)
	document := inWord(t, e, ">57<", ">61<")
	var v view
	must(t, e, "since", request{Name: "sua.docx"}, document, &v)
	if !v.Since.Newer || !slices.Equal(inWords(v.Since.Changes), []string{"1.1.2 57 61"}) {
		t.Errorf("%+v", v.Since)
	}
	must(t, e, "corrections", request{Format: "docx"}, nil, &made{})
	v = view{}
	must(t, e, "since", request{Name: "sua.docx", Turned: true}, document, &v)
	if v.Since.Newer || !slices.Equal(inWords(v.Since.Changes), []string{"1.1.2 61 57"}) {
		t.Errorf("%+v", v.Since)
	}
}
