package infer

import (
	"fmt"
	"strings"

	"phuluc2b/model"
)

// Suggestion is a rule that may hold between the figures of the form, for a person to switch on.
type Suggestion struct {
	Name          string
	Error         bool   // rather than a warning
	Kind          string // "bang", "khong_qua"
	Rows, Against []string
	Why           string
}

// mostSuggestions bounds them: nobody reads more.
const mostSuggestions = 200

// suggest finds totals and their parts: a row and those below it of one unit, "Tổng số" and the
// rows beside it, "trong đó".
func (r *reader) suggest() {
	below := map[string][]*item{}
	for _, it := range r.items {
		if counts(it) {
			siblings := append(below[model.ParentOf(it.ID)], it)
			below[model.ParentOf(it.ID)], it.nth = siblings, len(siblings)
		}
	}
	for _, it := range r.items {
		if !counts(it) || len(r.draft.Suggestions) == mostSuggestions {
			continue
		}
		var numbered, block []*item
		for _, part := range below[it.ID] {
			switch {
			case len(it.Unit) > 0 && !sameUnit(part, it) || len(it.Unit) == 0 && len(numbered) > 0 && !sameUnit(part, numbered[0]):
			case part.Block != "":
				block = append(block, part)
			default:
				numbered = append(numbered, part)
			}
		}
		r.parts(it, numbered, false)
		r.parts(it, block, true)
		siblings := below[model.ParentOf(it.ID)]
		r.beside(it, siblings[it.nth:])
	}
}

func counts(it *item) bool { return it.Kind == model.KindCount && it.Values <= 1 }

func sameUnit(a, b *item) bool { return a.unit == b.unit }

// parts suggests that the rows below a row add up to it or, in a block, that none is more.
func (r *reader) parts(whole *item, parts []*item, block bool) {
	if block {
		for _, part := range parts {
			r.add(Suggestion{Error: true, Kind: "khong_qua", Rows: []string{part.ID}, Against: []string{whole.ID}, Why: "một phần không nhiều hơn tổng số"})
		}
	}
	if len(parts) < 2 {
		return
	}
	var ids []string
	for _, part := range parts {
		ids = append(ids, part.ID)
	}
	r.add(Suggestion{Kind: "bang", Rows: []string{whole.ID}, Against: ids, Why: "tổng thường bằng các phần cộng lại"})
}

// beside suggests that the rows behind a total, beside it and of its unit, are not more than it.
func (r *reader) beside(whole *item, behind []*item) {
	label := whole.label
	total := strings.HasPrefix(label, "tổng số") || strings.HasPrefix(label, "tổng cộng")
	for _, it := range behind {
		words := it.label
		if !sameUnit(it, whole) || it.Block != whole.Block {
			continue
		}
		if strings.HasPrefix(words, "tổng") {
			return
		}
		if within := strings.HasPrefix(words, "trong đó") || strings.Contains(words, "trong tổng số"); total || within {
			r.add(Suggestion{Kind: "khong_qua", Rows: []string{it.ID}, Against: []string{whole.ID}, Why: "một phần không nhiều hơn tổng số"})
		}
		if !total {
			return // only the row right behind may speak of this one
		}
	}
}

func (r *reader) add(s Suggestion) {
	all := &r.draft.Suggestions
	if len(*all) == mostSuggestions {
		return
	}
	letter := "W"
	if s.Error {
		letter = "E"
	}
	s.Name = fmt.Sprintf("%s%d", letter, 101+len(*all))
	*all = append(*all, &s)
}
