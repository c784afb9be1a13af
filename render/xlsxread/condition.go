package xlsxread

import (
	"regexp"
	"strconv"
	"sync"
)

// condition is what a part of a code says of the numbers that it holds for: "[>=100]".
var condition = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[(<>|<=|>=|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)\]`) })

// conditional is the part of a code that holds for a number by the conditions of its parts: the
// first that does, or one without any. It is -1 when no part has a condition, or none holds.
func conditional(parts []string, x float64) int {
	rest, some := -1, false
	for i, part := range parts {
		c := condition().FindStringSubmatch(part)
		if c == nil {
			if rest < 0 {
				rest = i
			}
			continue
		}
		some = true
		if limit, err := strconv.ParseFloat(c[2], 64); err == nil && compares(x, c[1], limit) {
			return i
		}
	}
	if !some {
		return -1
	}
	return rest
}

func compares(x float64, sign string, limit float64) bool {
	switch sign {
	case "<":
		return x < limit
	case "<=":
		return x <= limit
	case ">":
		return x > limit
	case ">=":
		return x >= limit
	case "<>":
		return x != limit
	}
	return x == limit
}
