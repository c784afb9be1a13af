package model

import "strings"

// beforeMark begins the line that a marked annex adds to the note of a changed figure.
const beforeMark = "trước: "

// Mark is the line that a marked annex adds to the note of a changed figure: "trước: 07".
func (c Change) Mark() string {
	old, _ := c.Shown()
	return beforeMark + old
}

// unmarked is a note without the line that a marked annex adds: reading such an annex back
// must not make a note of it.
func unmarked(note string) string {
	i := strings.LastIndexByte(note, '\n') + 1
	if !strings.HasPrefix(note[i:], beforeMark) {
		return note
	}
	return strings.TrimSuffix(note[:i], "\n")
}
