package tree

import (
	"testing"

	"phuluc2b/model/diag"
)

func TestPlaces(t *testing.T) {
	text := `a = 1
"b.c" = [ 1, # one ]
  2 ]
d = { e = "x", f = [ ] }
g = []
[h]
i.j = 2021-12-02
[[k]]
l = "1"
[[k]]
l = { }
m = [ [1], [ 2, 3 ] ]
n = [ { o = 1 } ]
`
	root, _ := places(diag.NewSource("p.toml", []byte(text)))
	for _, test := range []struct {
		n         *Node
		key, want string
	}{
		{root.Children["a"], "a", "1"},
		{root.Children["b.c"], `"b.c"`, "[ 1, # one ]\n  2 ]"},
		{root.Children["b.c"].items[1], `"b.c"`, "2"},
		{root.Children["d"], "d", `{ e = "x", f = [ ] }`},
		{root.Children["d"].Children["e"], "e", `"x"`},
		{root.Children["d"].Children["f"], "f", "[ ]"},
		{root.Children["g"], "g", "[]"},
		{root.Children["h"], "h", "h"},
		{root.Children["h"].Children["i"].Children["j"], "j", "2021-12-02"},
		{root.Children["k"].items[0].Children["l"], "l", `"1"`},
		{root.Children["k"].items[1].Children["l"], "l", "{ }"},
		{root.Children["k"].items[1].Children["m"].items[1], "m", "[ 2, 3 ]"},
		{root.Children["k"].items[1].Children["n"].items[0], "n", "{ o = 1 }"},
	} {
		if test.n == nil || test.n.Key.Text() != test.key || test.n.Value.Text() != test.want {
			t.Errorf("%s = %s: %+v", test.key, test.want, test.n)
		}
	}
}
