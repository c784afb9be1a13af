package words

import (
	"strings"
	"testing"

	"phuluc2b/model/diag"
)

// Whatever is to be done has words, with a place for each argument that its comment names.
func TestOf(t *testing.T) {
	for do := diag.NoAction + 1; do <= diag.RemakeTotal; do++ {
		if sentence(do) == "" {
			t.Errorf("action %d has no words", do)
		}
	}
	for _, r := range []diag.Remedy{
		{Do: diag.ConfirmTable, Args: []string{"2"}}, {Do: diag.NameForm, Args: []string{"a.docx", "mau"}},
		{Do: diag.CheckForm, Args: []string{"m.toml", "s.toml"}}, {Do: diag.CheckBeside, Args: []string{"m.toml", "mau", "m.toml", "s.toml"}},
	} {
		if said := Of(r); strings.Contains(said, "%!") {
			t.Error(said)
		}
	}
}
