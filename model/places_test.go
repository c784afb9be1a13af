package model

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
	root := places(diag.NewSource("p.toml", []byte(text)))
	for _, test := range []struct {
		n         *node
		key, want string
	}{
		{root.children["a"], "a", "1"},
		{root.children["b.c"], `"b.c"`, "[ 1, # one ]\n  2 ]"},
		{root.children["b.c"].items[1], `"b.c"`, "2"},
		{root.children["d"], "d", `{ e = "x", f = [ ] }`},
		{root.children["d"].children["e"], "e", `"x"`},
		{root.children["d"].children["f"], "f", "[ ]"},
		{root.children["g"], "g", "[]"},
		{root.children["h"], "h", "h"},
		{root.children["h"].children["i"].children["j"], "j", "2021-12-02"},
		{root.children["k"].items[0].children["l"], "l", `"1"`},
		{root.children["k"].items[1].children["l"], "l", "{ }"},
		{root.children["k"].items[1].children["m"].items[1], "m", "[ 2, 3 ]"},
		{root.children["k"].items[1].children["n"].items[0], "n", "{ o = 1 }"},
	} {
		if test.n == nil || test.n.key.Text() != test.key || test.n.value.Text() != test.want {
			t.Errorf("%s = %s: %+v", test.key, test.want, test.n)
		}
	}
}
