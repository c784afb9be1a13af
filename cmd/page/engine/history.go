package engine

import (
	"slices"
	"unicode/utf8"
)

// history is what can be undone and redone, last step last. It is kept with a draft: each step is
// no more than how one text differs from the next.
type history struct {
	Past   []patch `json:"past"`
	Future []patch `json:"future"`
}

// patch is what another text has in the place of some bytes.
type patch struct {
	At   int    `json:"at"`
	Cut  int    `json:"cut"`
	Text string `json:"text"`
}

// Bounds of what can be undone.
const (
	mostSteps = 200
	mostBytes = 256 << 10 // of their texts
)

// add notes that a text has become another one, as a step of its own or together with the last.
func (h *history) add(before, after []byte, together bool) {
	h.Future = nil
	if last := len(h.Past) - 1; together && last >= 0 {
		if base, ok := h.Past[last].apply(before); ok {
			before, h.Past = base, h.Past[:last]
		}
	}
	if string(before) == string(after) {
		return
	}
	h.Past = append(h.Past, difference(after, before))
	size := 0
	for i, p := range slices.Backward(h.Past) {
		if size += len(p.Text); size > mostBytes || len(h.Past)-i > mostSteps {
			h.Past = slices.Clone(h.Past[i+1:])
			break
		}
	}
}

// undo is the text before; false when there is none.
func (h *history) undo(text []byte) ([]byte, bool) { return travel(&h.Past, &h.Future, text) }

// redo is the text that was undone last.
func (h *history) redo(text []byte) ([]byte, bool) { return travel(&h.Future, &h.Past, text) }

// travel takes the last step of one pile, and puts the way back on the other.
func travel(from, to *[]patch, text []byte) ([]byte, bool) {
	last := len(*from) - 1
	if last < 0 {
		return nil, false
	}
	other, ok := (*from)[last].apply(text)
	if !ok { // it is not of this text
		*from = nil
		return nil, false
	}
	*from, *to = (*from)[:last], append(*to, difference(other, text))
	return other, true
}

// difference is what makes one text of another: all from the first letter that differs to the last.
func difference(from, to []byte) patch {
	most := min(len(from), len(to))
	start := 0
	for start < most && from[start] == to[start] {
		start++
	}
	for start > 0 && start < len(to) && !utf8.RuneStart(to[start]) || start > 0 && start < len(from) && !utf8.RuneStart(from[start]) {
		start--
	}
	end := 0
	for end < most-start && from[len(from)-1-end] == to[len(to)-1-end] {
		end++
	}
	for end > 0 && !utf8.RuneStart(to[len(to)-end]) {
		end--
	}
	return patch{start, len(from) - end - start, string(to[start : len(to)-end])}
}

// apply is the other text; false when it cannot be one of this.
func (p patch) apply(text []byte) ([]byte, bool) {
	if p.At < 0 || p.Cut < 0 || p.At > len(text) || p.Cut > len(text)-p.At {
		return nil, false
	}
	return slices.Concat(text[:p.At], []byte(p.Text), text[p.At+p.Cut:]), true
}
