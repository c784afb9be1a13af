package check

import "testing"

// A kind without a function would crash on the first form that uses it.
func TestEveryKindIsChecked(t *testing.T) {
	for _, k := range kinds() {
		if k.Name == "" || k.check == nil {
			t.Errorf("kind %q has no name or no function", k.Name)
		}
	}
}
