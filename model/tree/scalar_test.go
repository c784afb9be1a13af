package tree

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/BurntSushi/toml"

	"phuluc2b/model/diag"
)

// The values that are read along with their places are those of BurntSushi/toml, which alone
// judges what is TOML.
func checkValues(t *testing.T, text []byte) (sure bool) {
	t.Helper()
	src := diag.NewSource("a.toml", text)
	var findings diag.List
	if !readable(src, &findings) || !bounded(src, &findings) {
		return false
	}
	_, values := places(src)
	if values == nil {
		return false
	}
	wanted := map[string]any{}
	if err := toml.Unmarshal(text, &wanted); err != nil {
		t.Fatalf("%v: %v", values, err)
	}
	if !reflect.DeepEqual(values, wanted) {
		t.Errorf("values are %#v, not %#v", values, wanted)
	}
	return true
}

func TestValues(t *testing.T) {
	for _, folder := range []string{"templates", "seeds", "examples"} {
		names, _ := filepath.Glob(filepath.Join("../..", folder, "*.toml"))
		if names == nil {
			t.Errorf("no files in %s", folder)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(filepath.Base(name), func(t *testing.T) {
				if !checkValues(t, text) && folder != "examples" {
					t.Error("a usual file is read twice")
				}
			})
		}
	}
}

func FuzzValues(f *testing.F) {
	for _, text := range []string{
		"", "a", "a = 1\na = 2", "[a]\nb = 1\n[a]\nc = 2", "[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3", "a = []\n[[a]]", "a.b = 1\na = 2", "[a]\n[[a]]",
		"a = { b = 1, b = 2 }", "a = { b = 1,\n c = 2 }", "a = [1, [2.5, \"x\"], { b = true }, ]", "a = 07", "a = +1", "a = -0", "a = 1_000", "a = 0x1F", "a = 1e3", "a = 1.", "a = 0.5", "a = inf",
		"a = 99999999999999999999", "a = 2021-12-02", "a = 2021-12-02 07:30:00 # b", "a = 2021-12-02T07:30:00+07:00", "a = 2021-13-02", "a = 07:30", "a = tru", "a = false",
		`a = "b\n\u00e9\e"`, `a = "b\q"`, `a = 'b\q'`, "a = \"\"\"\nb\"\"\"", "a = '''\r\nb\r\nc'''", "a = \"b\rc\"", "a = \"b\tc\x7f\"", "# \x01\na = 1", "a = 1 b = 2", "a = 1\r\nb = 2\r\n", "\ufeffa = 1",
		`"a" = 1`, `"\u0061" = 1`, `'a"' = 1`, `"" = 1`, "ă = 1", "= 1", "a = ", "[a", "[a]b = 1", "[[a] ]", "[ a ]\n[ 'a' ]",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkValues(t, []byte(text)) })
}
