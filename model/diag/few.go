package diag

import (
	"fmt"
	"strings"
)

// Few is the first of items that are many, and how many more there are: "A, B và 3 đơn vị nữa".
func Few(items []string, most int, between, called string) string {
	text := strings.Join(items[:min(len(items), most)], between)
	if more := len(items) - most; more > 0 {
		if between == ", " {
			between = " "
		}
		text += fmt.Sprintf("%svà %d %s nữa", between, more, called)
	}
	return text
}
