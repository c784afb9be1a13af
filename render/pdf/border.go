package pdf

import (
	"cmp"
	"slices"

	"phuluc2b/render/layout"
)

// edge is a stretch of a horizontal line at height at, or of a vertical one that far from
// the left.
type edge struct{ at, from, to layout.Length }

// borders are the rules around the parts of cells on one page. Cells side by side share
// one rule, and rules that continue each other are drawn as one.
func borders(parts []*part, weight layout.Length) []Rule {
	var across, down []edge
	for _, p := range parts {
		across = append(across, edge{p.top, p.left, p.right}, edge{p.foot, p.left, p.right})
		down = append(down, edge{p.left, p.top, p.foot}, edge{p.right, p.top, p.foot})
	}
	var rules []Rule
	for _, e := range merge(across) {
		rules = append(rules, Rule{e.from, e.at, e.to, e.at, weight})
	}
	for _, e := range merge(down) {
		rules = append(rules, Rule{e.at, e.from, e.at, e.to, weight})
	}
	return rules
}

// merge joins the edges that lie on or next to each other.
func merge(edges []edge) []edge {
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.from, b.from))
	})
	var merged []edge
	for _, e := range edges {
		if last := len(merged) - 1; last >= 0 && merged[last].at == e.at && e.from <= merged[last].to {
			merged[last].to = max(merged[last].to, e.to)
			continue
		}
		merged = append(merged, e)
	}
	return merged
}
