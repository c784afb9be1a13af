package collect

import (
	"fmt"
	"math/big"

	"phuluc2b/model"
)

// Jump is a figure that is far from that of the period before: more often a slip than a fact.
type Jump struct {
	Row      string
	Was, Now string // as printed
}

func (j Jump) String() string { return fmt.Sprintf("%s từ %s thành %s", j.Row, j.Was, j.Now) }

const (
	jumpFactor = 10 // a digit too many, or too few
	jumpLeast  = 20 // figures below it jump as they like
	jumpShare  = 50 // percentage points
)

// Jumped reports whether a figure of a row is that far from the one of the period before: ten
// times as much, or a tenth, or fifty percentage points. Codes and words do not jump.
func Jumped(row *model.Row, was, now *big.Rat) bool {
	difference := new(big.Rat).Sub(now, was)
	difference.Abs(difference)
	switch row.Kind {
	case model.KindPercent:
		return difference.Cmp(big.NewRat(jumpShare, 1)) >= 0
	case model.KindCount, model.KindScore:
		low, high := was, now
		if low.Cmp(high) > 0 {
			low, high = high, low
		}
		return low.Sign() > 0 && high.Cmp(big.NewRat(jumpLeast, 1)) >= 0 && high.Cmp(new(big.Rat).Mul(low, big.NewRat(jumpFactor, 1))) >= 0
	}
	return false
}

// jumps are the figures of an annex that are far from those of the period before.
func jumps(a, previous *model.Annex) []Jump {
	if previous == nil {
		return nil
	}
	var all []Jump
	for i := range a.Form.Rows {
		row := &a.Form.Rows[i]
		was, now := single(previous.Figures[row.ID]), single(a.Figures[row.ID])
		if was != nil && now != nil && Jumped(row, was.Number, now.Number) {
			all = append(all, Jump{row.ID, was.Written, now.Written})
		}
	}
	return all
}

// single is the only value of a figure, when it is a number.
func single(f model.Figure) *model.Value {
	if len(f.Values) != 1 || f.Values[0].State != model.StateGiven || f.Values[0].Number == nil {
		return nil
	}
	return &f.Values[0]
}
