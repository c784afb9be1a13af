package model

import (
	"math/big"
	"strings"
)

// compareFigures lists what changed in one row: its figure, its note.
func compareFigures(row *Row, old, now Figure) []Change {
	var changes []Change
	about := Change{Key: row.ID, Row: row, Label: strings.Join(row.Label, " ")}
	if was, is := old.Written(), now.Written(); was != is {
		c := about
		c.Part, c.Old, c.New = FigurePart, was, is
		if c.Spelling = row.sameValues(old.Values, now.Values); !c.Spelling {
			c.Difference = row.difference(old.Values, now.Values)
		}
		changes = append(changes, c)
	}
	if old.Note != now.Note {
		c := about
		c.Part, c.Old, c.New, c.Spelling = NotePart, old.Note, now.Note, sameText(old.Note, now.Note)
		changes = append(changes, c)
	}
	return changes
}

// sameValues tells whether two figures of the row say the same, however they are written.
func (r *Row) sameValues(old, now []Value) bool {
	if len(old) != len(now) {
		return false
	}
	for i := range old {
		if !r.sameValue(old[i], now[i]) {
			return false
		}
	}
	return true
}

func (r *Row) sameValue(old, now Value) bool {
	if r.comparable(old, now) {
		return old.Number.Cmp(now.Number) == 0
	}
	return old.State == now.State && sameText(old.Written, now.Written)
}

// comparable tells whether two values are numbers of one measure. A percent sign says nothing
// new where percentages are asked for; elsewhere 5 and 5 % are different things.
func (r *Row) comparable(old, now Value) bool {
	return old.Number != nil && now.Number != nil && (r.Kind == Percent || old.Percent == now.Percent)
}

// difference is what was added to a single number. Codes are names: they have none.
func (r *Row) difference(old, now []Value) *big.Rat {
	if r.Kind == Code || len(old) != 1 || len(now) != 1 || !r.comparable(old[0], now[0]) {
		return nil
	}
	return new(big.Rat).Sub(now[0].Number, old[0].Number)
}
