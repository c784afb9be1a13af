package engine

import (
	"fmt"
	"strings"
	"testing"
)

func TestHistory(t *testing.T) {
	e := open(t, seed)
	var v view
	texts := []string{string(e.desk.text())}
	for i, text := range []string{"ế 1", "ề 2", "", "x\ny", "ề 2"} {
		texts = append(texts, string(must(t, e, "edit", request{Row: []string{"1.2.1", "7.1.2"}[i%2], Role: "ghi_chu", Text: text}, nil, &v)))
	}
	t.Run("it goes with a draft", func(t *testing.T) {
		if size := len(encode(request{History: v.History})); size > 1500 {
			t.Errorf("it takes %d bytes", size)
		}
		again, _ := New()
		must(t, again, "restore", request{Name: "a.toml", History: v.History}, []byte(texts[5]), &v)
		for i := 4; i >= 0; i-- {
			if got := must(t, again, "undo", request{}, nil, &v); string(got) != texts[i] {
				t.Fatalf("%d steps back is another text", 5-i)
			}
		}
		for i := 1; i <= 2; i++ {
			if got := must(t, again, "redo", request{}, nil, &v); string(got) != texts[i] {
				t.Fatalf("%d steps forth is another text", i)
			}
		}
	})
	t.Run("of another text it does no harm", func(t *testing.T) {
		again, _ := New()
		must(t, again, "restore", request{Name: "a.toml", History: history{Past: []patch{{At: 1 << 40}, {Text: "= ="}}}}, []byte(texts[5]), &v)
		for range 2 {
			if got := must(t, again, "undo", request{}, nil, &v); string(got) != texts[5] {
				t.Fatal("the text has changed")
			}
		}
		if len(v.History.Past) > 0 {
			t.Errorf("%v", v.History)
		}
	})
	t.Run("it is bounded", func(t *testing.T) {
		var h history
		for i := range 3 * mostSteps {
			h.add(fmt.Appendf(nil, "a%d", i), fmt.Appendf(nil, "a%d", i+1), false)
		}
		if len(h.Past) != mostSteps {
			t.Errorf("%d steps", len(h.Past))
		}
		large := []byte(strings.Repeat("x", mostBytes/2))
		for range 4 {
			h.add(large, nil, false)
		}
		if len(h.Past) != 2 {
			t.Errorf("%d large steps", len(h.Past))
		}
	})
	t.Run("what is typed and taken back at once is no step", func(t *testing.T) {
		var h history
		h.add([]byte("5"), []byte("59"), false)
		h.add([]byte("59"), []byte("5"), true)
		if len(h.Past) != 0 {
			t.Errorf("%v", h)
		}
	})
}
