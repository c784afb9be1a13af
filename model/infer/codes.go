package infer

import (
	"slices"
	"strconv"
	"strings"

	"phuluc2b/model/tabular"
)

// The ways in which units list codes: "Không = 0", "0 = Không".
var (
	codeBehind = tabular.Pattern(`^(\S.*?)\s*[=:]\s*(\d{1,3})\s*[.;,]?$`)
	codeBefore = tabular.Pattern(`^(\d{1,3})\s*[=:–-]\s*(\S.*)$`)
	codeInLine = tabular.Pattern(`^\s*([^=;,\s][^=;]*?)\s*=\s*(\d{1,3})(\s*[;,/]\s*|\s+|$)`)
)

// codesOf are the codes that a unit lists, in order, and its lines, one for each code where they
// were typed one behind the other. They are nil where it lists none.
func codesOf(unit []string) (lines []string, codes []int) {
	lines = unit
	if len(unit) == 1 {
		lines = splitCodes(unit[0])
	}
	if len(lines) < 2 {
		return nil, nil
	}
	for _, line := range lines {
		text := ""
		if parts := codeBehind().FindStringSubmatch(strings.TrimSpace(line)); parts != nil {
			text = parts[2]
		} else if parts := codeBefore().FindStringSubmatch(strings.TrimSpace(line)); parts != nil {
			text = parts[1]
		}
		code, err := strconv.Atoi(text)
		if err != nil || slices.Contains(codes, code) {
			return nil, nil
		}
		codes = append(codes, code)
	}
	slices.Sort(codes)
	if len(unit) == 1 && strings.ContainsAny(unit[0], ";,/") {
		lines = unit // its own signs part them
	}
	return lines, codes
}

// splitCodes parts codes that stand on one line.
func splitCodes(line string) []string {
	var parts []string
	rest := line
	for rest != "" {
		at := codeInLine().FindStringSubmatchIndex(rest)
		if at == nil {
			break
		}
		parts = append(parts, strings.TrimSpace(rest[:at[5]]))
		rest = rest[at[1]:]
	}
	if rest == "" && len(parts) > 1 {
		return parts
	}
	return strings.FieldsFunc(line, func(r rune) bool { return r == ';' || r == ',' })
}
