package tree

import "slices"

// Nearest is the name closest to a misspelt one; "" when none is close enough to be meant.
func Nearest(name string, names []string) string {
	best, bestDistance := "", max(1, len([]rune(name))/3)+1
	for _, n := range names {
		if d := Distance([]rune(name), []rune(n), bestDistance); d < bestDistance {
			best, bestDistance = n, d
		}
	}
	return best
}

// Distance is how many letters must be put in, left out or changed to turn a into b; some
// number from most on when it is that many or more.
func Distance(a, b []rune, most int) int {
	if len(a)-len(b) >= most || len(b)-len(a) >= most {
		return most
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
		if slices.Min(row) >= most {
			return most
		}
	}
	return row[len(b)]
}
