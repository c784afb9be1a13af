package model

import (
	"math/big"
	"strings"

	"phuluc2b/model/diag"
)

// State says what is known of a value.
type State int

const (
	// StateBlank is no value. It is not zero.
	StateBlank State = iota
	// StateGiven is a value that can be read in its row's kind.
	StateGiven
	// StateAmbiguous is a number that can be read two ways: "1,050", "95.5".
	StateAmbiguous
	// StateUnreadable is what the row's kind cannot be read in.
	StateUnreadable
)

// Value is one value of a figure.
type Value struct {
	Written string // as it is printed: "07", "5 %"; "" for blank
	State   State
	Number  *big.Rat // exact; nil unless Given and not text
	Percent bool     // written with a percent sign
	Place   diag.Place
}

const (
	// maxNumber bounds the bytes of a number, so that none takes long to reckon with.
	maxNumber = 60
	// thinSpaces may group digits or stand before a percent sign.
	thinSpaces = "\u00a0\u202f\u2009"
)

// ParseValue reads what was written by the kind of its row; false when it cannot be read so.
//
// A comma is the decimal mark and a dot groups thousands, before exactly three digits. What
// an English spreadsheet would write is not guessed at: "1,050" for a count and "95.5" for
// a percentage are Ambiguous, and so is "1 050", which may be two figures.
func ParseValue(kind Kind, written string) (Value, bool) {
	v := Value{Written: written, State: StateGiven}
	switch {
	case written == "":
		v.State = StateBlank
		return v, true
	case kind == KindText:
		return v, true
	case len(written) > maxNumber:
		return v, false
	}
	s, percent := strings.CutSuffix(strings.Trim(written, thinSpaces), "%")
	v.Percent = percent
	s = strings.TrimRight(s, " "+thinSpaces)
	s, negative := strings.CutPrefix(strings.Replace(s, "−", "-", 1), "-")
	whole := kind == KindCount || kind == KindCode
	switch {
	case whole && strings.Contains(s, ",") && grouped(s, ","), !vietnamese(s) && english(s), strings.Contains(s, " ") && grouped(s, " "):
		v.State = StateAmbiguous
		return v, true
	case !vietnamese(s):
		return v, false
	}
	v.Number = number(s, negative)
	return v, true
}

// vietnamese reports whether s is a number as it is written in Vietnam: 1.050,5.
func vietnamese(s string) bool { return decimal(s, "."+thinSpaces, ",") }

// english reports whether s is a number as it is written in English: 1,050.5.
func english(s string) bool { return decimal(s, ",", ".") }

func decimal(s, separators, mark string) bool {
	whole, fraction, found := strings.Cut(s, mark)
	return grouped(whole, separators) && (!found || Digits(fraction))
}

// grouped reports whether s is digits alone, or in groups of three with separators between.
func grouped(s, separators string) bool {
	groups := strings.Split(strings.Map(func(r rune) rune {
		if strings.ContainsRune(separators, r) {
			return '|'
		}
		return r
	}, s), "|")
	for i, group := range groups {
		if !Digits(group) || i > 0 && len(group) != 3 || len(groups) > 1 && (len(group) > 3 || groups[0][0] == '0') {
			return false
		}
	}
	return true
}

func Digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// number is the exact value of a number that is written in the Vietnamese way.
func number(s string, negative bool) *big.Rat {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == ',':
			return '.'
		case r >= '0' && r <= '9':
			return r
		}
		return -1
	}, s)
	n, _ := new(big.Rat).SetString(s)
	if negative {
		n.Neg(n)
	}
	return n
}

// WriteNumber writes an exact decimal with a comma.
func WriteNumber(n *big.Rat) string {
	decimals := 0
	for scaled := new(big.Rat).Set(n); !scaled.IsInt() && decimals < maxNumber; decimals++ {
		scaled.Mul(scaled, big.NewRat(10, 1))
	}
	return strings.Replace(n.FloatString(decimals), ".", ",", 1)
}
