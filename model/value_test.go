package model

import "testing"

func TestParseValue(t *testing.T) {
	for _, test := range []struct {
		kind    Kind
		written string
		state   State
		number  string // "" for none
		ok      bool
	}{
		{Count, "", Blank, "", true},
		{Count, "07", Given, "7", true},
		{Count, "0", Given, "0", true},
		{Count, "1050", Given, "1050", true},
		{Count, "1.050", Given, "1050", true},
		{Count, "1.050.000", Given, "1050000", true},
		{Count, "1\u00a0050", Given, "1050", true},
		{Count, "1\u2009050", Given, "1050", true},
		{Count, "1,050", Ambiguous, "", true},
		{Count, "1,050,000", Ambiguous, "", true},
		{Count, "1 050", Ambiguous, "", true},
		{Count, "1.05", Ambiguous, "", true},
		{Count, "1234.500", Ambiguous, "", true},
		{Count, "3,5", Given, "7/2", true},
		{Count, "-3", Given, "-3", true},
		{Count, "−3", Given, "-3", true},
		{Count, "5 %", Given, "5", true},
		{Count, "năm", 0, "", false},
		{Count, "1 1", 0, "", false},
		{Count, "1..050", 0, "", false},
		{Count, "1.050.00", 0, "", false},
		{Count, "5,", 0, "", false},
		{Count, "1e5", 0, "", false},
		{Count, "%", 0, "", false},
		{Percent, "95,5", Given, "191/2", true},
		{Percent, "95.5", Ambiguous, "", true},
		{Percent, "5 %", Given, "5", true},
		{Percent, "5\u00a0%", Given, "5", true},
		{Percent, "80%", Given, "80", true},
		{Percent, "12,125", Given, "97/8", true},
		{Percent, "1,050,000", Ambiguous, "", true},
		{Score, "8,125", Given, "65/8", true},
		{Code, "1", Given, "1", true},
		{Code, "có", 0, "", false},
		{Text, "đang làm", Given, "", true},
	} {
		v, ok := parseValue(test.kind, test.written)
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
	a, _ := parseValue(Percent, "33,3")
	b, _ := parseValue(Percent, "33,4")
	sum := a.Number.Add(a.Number, a.Number) // 66,6
	if sum.Add(sum, b.Number).RatString() != "100" {
		t.Error(sum)
	}
}
