package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "",
		"Số thủ tục 5 % “…” ×½":        "Số thủ tục 5 % “…” ×½",
		"Ho\u0302\u0300 so\u031b":      "Ho\u0302\u0300 so\u031b",
		"\ufffd":                       "\ufffd",
		"a\nb\r\tc":                    `a\nb\r\tc`,
		"\x1b[31m\x00\x7f":             `\u001b[31m\u0000\u007f`,
		"\u009b31m":                    `\u009b31m`,
		"a\u202eb\u2066c\u200e\u061cd": `a\u202eb\u2066c\u200e\u061cd`,
		"\u200b\u00ad\ufeff\u2060":     `\u200b\u00ad\ufeff\u2060`,
		"\u2028\u2029\u3164\ufe0f":     `\u2028\u2029\u3164\ufe0f`,
		"\U000e0041":                   `\U000e0041`,
		"a\xffb\xe1\xba":               `a\xffb\xe1\xba`,
	} {
		if got := Visible(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// steering are the letters that must never reach a terminal from a file.
func steering() string {
	var b strings.Builder
	for r := range rune(0x100) {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			b.WriteRune(r)
		}
	}
	return b.String() + "\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff" + "\xff\x9b"
}

func TestNothingSteersTheTerminal(t *testing.T) {
	bad := steering()
	src := NewSource(bad+".toml", []byte("x = \""+bad+"\""))
	f := Finding{Rule: bad, Message: bad, Hint: bad, Place: src.At(4, 9), Related: []Related{{src.At(0, 1), bad}}}
	accepted := f
	accepted.Accepted = bad
	var printed bytes.Buffer
	for _, f := range (List{f, accepted}).Shown() {
		if err := (Printer{Width: 80}).Print(&printed, f); err != nil {
			t.Fatal(err)
		}
	}
	for i, line := range strings.Split(printed.String(), "\n") {
		if line != Visible(line) {
			t.Errorf("line %d: %q", i+1, line)
		}
	}
	var array bytes.Buffer
	if err := WriteJSON(&array, List{f}); err != nil {
		t.Fatal(err)
	}
	if text := strings.ReplaceAll(array.String(), "\n", ""); text != Visible(text) {
		t.Errorf("%q", text)
	}
	var back []struct{ File, Message string }
	if err := json.Unmarshal(array.Bytes(), &back); err != nil || back[0].Message != strings.ToValidUTF8(bad, "\ufffd\ufffd") {
		t.Errorf("%v: %q", err, back)
	}
}

func TestFindingsAreBounded(t *testing.T) {
	text := strings.Repeat("0123456789\n", 5000)
	src, other := NewSource("a.toml", []byte(text)), NewSource("b.toml", []byte(text))
	var findings List
	for i := range 5000 {
		findings.Faultf("E01", src.At(11*i, 11*i+5), "", "%s", strings.Repeat("dài ", 1000))
		findings.Faultf("E02", other.At(11*i, 11*i+5), "", "ngắn %d", i)
		findings = append(findings, Finding{Severity: Error, Rule: fmt.Sprint("R", i), Place: other.At(0, 1), Message: "m",
			Related: make([]Related, 0)})
	}
	if n := findings.Count(Fault); n != 10000 {
		t.Errorf("%d faults are counted", n)
	}
	total := map[string]int{}
	shown := findings.Shown()
	for _, f := range shown {
		total[f.Place.Source.Name+f.Rule[:1]] += max(1, f.More)
		if n := len([]rune(f.Message)); n > mostText+1 {
			t.Errorf("a message of %d letters", n)
		}
	}
	if len(shown) > 2*(mostOfFile+mostOfRule) || total["a.tomlE"] != 5000 || total["b.tomlE"]+total["b.tomlR"] != 10000 {
		t.Errorf("%d findings are shown, which stand for %v", len(shown), total)
	}
	if last := shown[mostOfRule]; last.Message != "… còn 4980 chỗ như vậy" || last.Place.Position().Line != mostOfRule+1 {
		t.Errorf("%s: %d", last.Message, last.Place.Position().Line)
	}
}

// A line of megabytes is shown as fast as a short one, but for looking for its letters.
func TestLongLine(t *testing.T) {
	src := NewSource("a.toml", []byte(strings.Repeat("ế", 1<<20)))
	var printed bytes.Buffer
	allocated := testing.AllocsPerRun(1, func() {
		printed.Reset()
		if err := (Printer{Width: 80}).Print(&printed, Finding{Rule: "r", Message: "m", Place: src.At(3<<19, 3<<20)}); err != nil {
			t.Fatal(err)
		}
	})
	if allocated > 200 || printed.Len() > 2000 {
		t.Errorf("%v allocations, %d bytes", allocated, printed.Len())
	}
}
