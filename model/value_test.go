package model_test

import (
	"testing"

	"phuluc2b/model"
)

func TestParseValue(t *testing.T) {
	for _, test := range []struct {
		kind    model.Kind
		written string
		state   model.State
		number  string // "" for none
		ok      bool
	}{
		{model.KindCount, "", model.StateBlank, "", true},
		{model.KindCount, "07", model.StateGiven, "7", true},
		{model.KindCount, "0", model.StateGiven, "0", true},
		{model.KindCount, "1050", model.StateGiven, "1050", true},
		{model.KindCount, "1.050", model.StateGiven, "1050", true},
		{model.KindCount, "1.050.000", model.StateGiven, "1050000", true},
		{model.KindCount, "1\u00a0050", model.StateGiven, "1050", true},
		{model.KindCount, "1\u2009050", model.StateGiven, "1050", true},
		{model.KindCount, "1,050", model.StateAmbiguous, "", true},
		{model.KindCount, "1,050,000", model.StateAmbiguous, "", true},
		{model.KindCount, "1 050", model.StateAmbiguous, "", true},
		{model.KindCount, "1.05", model.StateAmbiguous, "", true},
		{model.KindCount, "1234.500", model.StateAmbiguous, "", true},
		{model.KindCount, "3,5", model.StateGiven, "7/2", true},
		{model.KindCount, "-3", model.StateGiven, "-3", true},
		{model.KindCount, "−3", model.StateGiven, "-3", true},
		{model.KindCount, "5 %", model.StateGiven, "5", true},
		{model.KindCount, "năm", 0, "", false},
		{model.KindCount, "1 1", 0, "", false},
		{model.KindCount, "1..050", 0, "", false},
		{model.KindCount, "1.050.00", 0, "", false},
		{model.KindCount, "5,", 0, "", false},
		{model.KindCount, "1e5", 0, "", false},
		{model.KindCount, "%", 0, "", false},
		{model.KindPercent, "95,5", model.StateGiven, "191/2", true},
		{model.KindPercent, "95.5", model.StateAmbiguous, "", true},
		{model.KindPercent, "5 %", model.StateGiven, "5", true},
		{model.KindPercent, "5\u00a0%", model.StateGiven, "5", true},
		{model.KindPercent, "80%", model.StateGiven, "80", true},
		{model.KindPercent, "12,125", model.StateGiven, "97/8", true},
		{model.KindPercent, "1,050,000", model.StateAmbiguous, "", true},
		{model.KindScore, "8,125", model.StateGiven, "65/8", true},
		{model.KindCode, "1", model.StateGiven, "1", true},
		{model.KindCode, "có", 0, "", false},
		{model.KindText, "đang làm", model.StateGiven, "", true},
	} {
		v, ok := model.ParseValue(test.kind, test.written)
		number := ""
		if v.Number != nil {
			number = v.Number.RatString()
		}
		if ok != test.ok || ok && (v.State != test.state || number != test.number || v.Written != test.written) {
			t.Errorf("%s %q: %+v (%s), %v", test.kind, test.written, v, number, ok)
		}
	}
}

// A float would make these shares 99.99999999999999.
func TestNumbersAreExact(t *testing.T) {
	a, _ := model.ParseValue(model.KindPercent, "33,3")
	b, _ := model.ParseValue(model.KindPercent, "33,4")
	sum := a.Number.Add(a.Number, a.Number) // 66,6
	if sum.Add(sum, b.Number).RatString() != "100" {
		t.Error(sum)
	}
}
