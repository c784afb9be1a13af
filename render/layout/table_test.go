package layout

import (
	"strings"
	"testing"

	"phuluc2b/model"
)

func TestBookmarkName(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"1.2.1":                         "r_1_2_1",
		"3.1.3.a":                       "r_3_1_3_a",
		strings.Repeat("1", 38):         "r_" + strings.Repeat("1", 38),
		strings.Repeat("1", 39):         "",
		strings.Repeat("1.", 9) + "a.B": "r_" + strings.Repeat("1_", 9) + "a_B",
	} {
		t.Run(id, func(t *testing.T) {
			if got := (bookmarks{}).of(model.Row{ID: id}); got != want {
				t.Errorf("%s: %q, want %q", id, got, want)
			}
		})
	}
}

// Word ignores case in bookmark names.
func TestBookmarksAreUnique(t *testing.T) {
	t.Parallel()
	given := bookmarks{}
	for _, test := range []struct{ id, want string }{
		{"1.a", "r_1_a"}, {"1.A", ""}, {"1.b", "r_1_b"}, {"1.b", ""},
	} {
		t.Run(test.id, func(t *testing.T) { // one after another: each is given once
			if got := given.of(model.Row{ID: test.id}); got != test.want {
				t.Errorf("%s: %q, want %q", test.id, got, test.want)
			}
		})
	}
}

// A column of any role that a form may have can be laid out.
func TestEveryRoleHasContent(t *testing.T) {
	t.Parallel()
	contents := roleContents()
	for _, role := range model.Roles() {
		t.Run(string(role), func(t *testing.T) {
			if contents[role].text == nil {
				t.Errorf("%s", role)
			}
		})
	}
}
