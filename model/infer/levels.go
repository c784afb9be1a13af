package infer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
)

// levels gives rows their IDs, by position: an STT says how deep a row stands and no more, for
// forms have wrong ones and the same ones twice.
func (r *reader) levels() {
	numbered := 0
	for _, it := range r.items {
		it.counted, it.hasSTT = parseNumber(it.Number)
		if it.hasSTT && it.merged == 0 {
			numbered++
		}
	}
	var ids placer
	var l ladder
	for i, it := range r.items {
		if r.inBlock(i) {
			it.ID = ids.lettered()
			continue
		}
		if !it.hasSTT {
			it.counted = r.unnumbered(it, numbered > 0)
		}
		it.ID = ids.next(l.place(it.counted))
	}
	byID := map[string]*item{}
	for _, it := range r.items {
		byID[it.ID] = it
		if above := byID[model.ParentOf(it.ID)]; above != nil {
			above.parents = true
			above.group = above.group || it.Block == ""
		}
	}
	if numbered == 0 && len(r.items) > 0 {
		r.tell("khong-co-stt", "", "xem lại ma của các dòng; các dòng in đúng như trong văn bản", "bảng không có STT: mã dòng đặt theo chữ đậm và thứ tự")
	}
}

// inBlock reports whether a row shares its STT cell with others, and puts the words of that cell
// where a form has them: an STT over several rows, words in place of an STT, and, below those,
// rows without one.
func (r *reader) inBlock(i int) bool {
	it := r.items[i]
	words := it.Number != "" && !it.hasSTT
	switch {
	case it.merged > 0 && it.Number != "":
		it.Block = it.Number
		if !words {
			it.doubt("ô STT “%s” gộp nhiều dòng", it.Number)
		}
	case words:
		it.Block = it.Number
		if strings.ContainsFunc(it.Number, unicode.IsDigit) {
			it.doubt("STT “%s” coi là chữ của ô gộp", it.Number)
		}
	case it.Number == "" && i > 0 && r.items[i-1].Block != "" && r.items[i-1].merged == 0 && !it.bold && !startsWithNumber(it.Label):
		it.Block = r.items[i-1].Block
		it.doubt("STT để trống, coi là cùng ô “%s” với dòng trên", it.Block)
	default:
		return false
	}
	it.Number, it.hasSTT = "", false
	return true
}

func startsWithNumber(label []string) bool {
	_, _, ok := tabular.CutNumber(strings.Join(label, " "))
	return ok
}

// unnumbered says how a row without an STT stands among others: by one that was typed before
// its label, else by what sets it apart.
func (r *reader) unnumbered(it *item, others bool) number {
	if typed, _, ok := tabular.CutNumber(strings.Join(it.Label, " ")); ok {
		if n, ok := parseNumber(typed); ok {
			return n
		}
	}
	words := tabular.Plain(strings.Join(it.Label, " "))
	apart := it.bold && r.someThin() || allCapitals(it.Label) || strings.HasPrefix(words, "tổng") || strings.HasPrefix(words, "cộng")
	if others {
		it.doubt("không có STT, vị trí đoán theo chữ đậm và các dòng ở trên")
	}
	if apart {
		return number{numeral: bold}
	}
	return number{numeral: none}
}

// someThin reports whether any row is not bold.
func (r *reader) someThin() bool {
	return slices.ContainsFunc(r.items, func(it *item) bool { return !it.bold && len(it.Label) > 0 })
}

func allCapitals(lines []string) bool {
	text := strings.Join(lines, " ")
	return strings.ContainsFunc(text, unicode.IsUpper) && !strings.ContainsFunc(text, unicode.IsLower) && len([]rune(text)) > 3
}

// placer numbers rows by their place below others.
type placer struct {
	path  []string // IDs of the rows that are open, from the outermost
	count map[string]int
}

// next is the ID of a row that stands so deep.
func (p *placer) next(depth int) string {
	depth = min(depth, len(p.path), deepest)
	p.path = p.path[:depth]
	id := p.below(func(n int) string { return fmt.Sprint(n) })
	p.path = append(p.path, id)
	return id
}

// deepest bounds the length of IDs, which bookmarks of Word must hold.
const deepest = 9

// lettered is the ID of a row of a block below the last one.
func (p *placer) lettered() string {
	return p.below(func(n int) string {
		letters := ""
		for ; n > 0; n = (n - 1) / 26 {
			letters = string(rune('a'+(n-1)%26)) + letters
		}
		return letters
	})
}

func (p *placer) below(name func(int) string) string {
	parent := ""
	if n := len(p.path); n > 0 {
		parent = p.path[n-1] + "."
	}
	if p.count == nil {
		p.count = map[string]int{}
	}
	kind := name(1) // numbers and letters are counted apart
	p.count[parent+kind]++
	return parent + name(p.count[parent+kind])
}

// blocks reports blocks that the form would join: two that say the same, one under the other.
func (r *reader) blocks() {
	for i, it := range r.items {
		if i > 0 && it.Block != "" && it.Block == r.items[i-1].Block && model.ParentOf(it.ID) == model.ParentOf(r.items[i-1].ID) && it.merged > 0 && !it.joins {
			it.doubt("ô “%s” tách khỏi ô giống nó ở trên, biểu mẫu gộp lại", it.Block)
		}
	}
}

// weights says of rows whether they are bold, where that is not by their level. A table in which
// nothing is bold is set by its levels, if it has any.
func (r *reader) weights() {
	some := slices.ContainsFunc(r.items, func(it *item) bool { return it.bold })
	groups := slices.ContainsFunc(r.items, func(it *item) bool { return it.group })
	if !some && groups {
		return
	}
	for _, it := range r.items {
		if it.bold != (it.group || model.ParentOf(it.ID) == "") {
			it.Bold = &it.bold
		}
	}
}
