package tree

import (
	"fmt"
	"testing"

	"phuluc2b/model/diag"
)

// A fault that is only counted leaves the words of those before it alone.
func TestAbout(t *testing.T) {
	var findings diag.List
	file := Decode(diag.NewSource("a.toml", []byte("a = 1\n")), &findings)
	table := file.Table(func(rune) bool { return true }, "đầu tệp", &findings)
	for i := range 101 {
		table.Need(fmt.Sprint("khoa", i), "")
	}
	if last := findings[len(findings)-1]; last.Subject != "khoa99" || last.More != 1 {
		t.Errorf("%+v", last)
	}
}
