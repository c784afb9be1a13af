package edit

import (
	"errors"
	"strings"
	"testing"

	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
	"phuluc2b/model/tree"
)

// What the line of a strange row says is moved as it is spelled there: no figure is lost.
func TestMove(t *testing.T) {
	const head = "mau = \"phu-luc-2b-2021\"\n[so_lieu]\n\"1.1.1\" = 1 # một\n"
	form := modeltest.ReadText(t, "a.toml", modeltest.WithChanges(t)).Form
	move := func(line string) (string, error) {
		var faults diag.List
		file, err := Move(tree.Decode(diag.NewSource("a.toml", []byte(head+line+"\n")), &faults), form, "1.9.9", "1.2.1")
		if err != nil {
			return "", err
		}
		moved, _, _ := strings.Cut(strings.TrimPrefix(string(file.Source.Text), head), " # ")
		return moved, nil
	}
	for _, value := range []string{"7", `"07"`, "0.50", "[0.5, 7]", `{ so_lieu = 3.5, ghi_chu = "xã" }`, "true", "\"\"\"7\n8\"\"\""} {
		if got, err := move(`"1.9.9" = ` + value + " # lời"); err != nil || got != `"1.2.1" = `+value {
			t.Errorf("%s: %q, %v", value, got, err)
		}
	}
	for _, line := range []string{`"1.9.9".so_lieu = 7`, "[so_lieu.\"1.9.9\"]\nso_lieu = 7", `"1.9.9" = 7` + "\n" + `"1.2.1".so_lieu = 5`} {
		if got, err := move(line); !errors.Is(err, ErrNotCorrected) {
			t.Errorf("%s: %q, %v", line, got, err)
		}
	}
}
