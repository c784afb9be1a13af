package xlsxread

import (
	"strings"
)

// keep takes the table of a sheet, and what stands above and below it as paragraphs.
func (b *book) keep(s *sheet, called string) error {
	v, err := b.see(s)
	if err != nil || len(v.rows) == 0 {
		return err
	}
	c := b.content
	c.Extras.Pages = append(c.Extras.Pages, s.paper)
	next := 0
	for next < len(v.rows) {
		from, to := v.table(next)
		b.paragraphs(v, next, from)
		if from < to {
			t := b.grid(v, from, to, b.names[called])
			letters := []rune(called)
			t.Sheet = string(letters[:min(len(letters), longestName)])
			c.Tables = append(c.Tables, t)
		}
		next = max(to, from)
	}
	return nil
}

// paragraphs takes the cells of rows, each its own.
func (b *book) paragraphs(v *view, from, to int) {
	c := b.content
	for i := from; i < to; i++ {
		for _, o := range v.filled(i) {
			if o.first.row == i && strings.TrimSpace(o.text) != "" {
				c.Paragraphs = append(c.Paragraphs, o.text)
				c.Looks = append(c.Looks, o.notes.Look)
			}
		}
	}
}

// longestName is how many letters the name of a sheet has at most.
const longestName = 31

// leastHead is how many cells the head of a table has, where any row of the sheet has so many;
// titles and what stands in two halves above a table have fewer.
const leastHead = 3

// table is the rows of the first table below a row: none when from is to.
func (v *view) table(next int) (from, to int) {
	end := len(v.rows)
	for least := leastHead; least > 1 && (least == leastHead || next == 0); least-- {
		for from = next; from < end; from++ {
			if len(v.filled(from)) >= least {
				return v.head(from, next), v.foot(from)
			}
		}
	}
	return end, end
}

// head begins the table where its cells do.
func (v *view) head(from, next int) int {
	first := from
	for _, o := range v.filled(from) {
		first = min(first, o.first.row)
	}
	return max(first, next)
}

// foot ends the table above its head when that comes once more below a title, or where an empty
// row parts it from rows of a cell or two: the names of those who sign.
func (v *view) foot(from int) int {
	head := v.words(from)
	end := len(v.rows)
	for i := from + 1; i < end; i++ {
		if len(v.filled(i-1)) != 1 || v.words(i) != head {
			continue
		}
		for i--; i > from && len(v.filled(i)) <= 1; i-- {
		}
		end = i + 1
	}
	foot := end
	for i := end - 1; i > from && len(v.filled(i)) < leastHead; i-- {
		if len(v.filled(i)) == 0 {
			foot = i
		}
	}
	return foot
}

// words is all that a row says.
func (v *view) words(row int) string {
	var all []string
	for _, o := range v.filled(row) {
		all = append(all, strings.Join(strings.Fields(o.text), " "))
	}
	return strings.Join(all, "\n")
}
