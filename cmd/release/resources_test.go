package main

import "testing"

func TestFourNumbers(t *testing.T) {
	for version, want := range map[string]string{"1.2.3": "1.2.3.0", "v0.3": "0.3.0.0", "0.3-thu2": "0.3.0.0", "1.2.3.4.5": "1.2.3.4", "thu": "0.0.0.0"} {
		if got := fourNumbers(version); got != want {
			t.Errorf("%s: %s", version, got)
		}
	}
}
