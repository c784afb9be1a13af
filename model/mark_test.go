package model

import "testing"

func TestUnmarked(t *testing.T) {
	for _, note := range []string{"", "đến 30/11", "dòng một\ndòng hai"} {
		mark := Change{Old: "07"}.Mark()
		marked := note + "\n" + mark
		if note == "" {
			marked = mark
		}
		if got := unmarked(marked); got != note {
			t.Errorf("%q: %q", marked, got)
		}
		if got := unmarked(note); got != note {
			t.Errorf("%q: %q", note, got)
		}
	}
}
