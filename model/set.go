package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Set is some of a list, by their indexes from 0, in order.
type Set []int

// String is the set as a file holds it, counted from 1: "1-3, 7".
func (s Set) String() string {
	var b strings.Builder
	for i := 0; i < len(s); {
		last := i
		for last+1 < len(s) && s[last+1] == s[last]+1 {
			last++
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(s[i] + 1))
		if last > i {
			fmt.Fprintf(&b, "-%d", s[last]+1)
		}
		i = last + 1
	}
	return b.String()
}

// parseSet reads some of a list of that length; false when the text names others, or is none.
func parseSet(text string, length int) (Set, bool) {
	var s Set
	if text == "" {
		return nil, true
	}
	for part := range strings.SplitSeq(text, ",") {
		from, to, ranges := strings.Cut(strings.TrimSpace(part), "-")
		first, err := strconv.Atoi(from)
		last := first
		if ranges && err == nil {
			last, err = strconv.Atoi(to)
		}
		if err != nil || first < 1 || last < first || last > length || len(s) > 0 && first-1 <= s[len(s)-1] {
			return nil, false
		}
		for i := first; i <= last; i++ {
			s = append(s, i-1)
		}
	}
	return s, true
}
