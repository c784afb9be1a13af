// Package diag holds what is wrong with a file: findings, each with its place in the
// source, and the printer that shows them.
package diag

import (
	"bytes"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Source is a text file that findings point into.
type Source struct {
	Name string // as the user wrote it
	Raw  []byte // the file, byte for byte
	Text []byte // Raw without a byte order mark
	Part string // of a document, in which a line is a row: "bảng 1"; "" for a file of text

	Cells map[int]string // of a workbook: what it calls the cell that begins at an offset, "D10"

	starts func() []int // byte offset of the start of each line; found when first asked for
}

// NewSource takes the bytes of a file. A UTF-8 byte order mark, which Windows editors
// write, is left out of Text: it takes no column.
func NewSource(name string, raw []byte) *Source {
	text := bytes.TrimPrefix(raw, []byte("\ufeff"))
	return &Source{Name: name, Raw: raw, Text: text, starts: sync.OnceValue(func() []int { return lineStarts(text) })}
}

func lineStarts(text []byte) []int {
	starts := make([]int, 1, 1+bytes.Count(text, []byte("\n")))
	for i, b := range text {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// Position is a place as an editor shows it: line and column from 1, a column a letter.
type Position struct{ Line, Column int }

// Position is where the byte at offset stands.
func (s *Source) Position(offset int) Position {
	line := sort.SearchInts(s.starts(), offset+1)
	return Position{Line: line, Column: 1 + utf8.RuneCount(s.Text[s.Start(line):offset])}
}

// Lines is how many lines the text has, at least one.
func (s *Source) Lines() int { return len(s.starts()) }

// Start is the offset of the first byte of a line, counted from 1.
func (s *Source) Start(line int) int { return s.starts()[line-1] }

// Line is the text of a line, counted from 1, without its end.
func (s *Source) Line(line int) []byte {
	end := len(s.Text)
	if line < s.Lines() {
		end = s.Start(line+1) - 1
	}
	return bytes.TrimSuffix(s.Text[s.Start(line):end], []byte("\r"))
}

// Place is a run of bytes of a source.
type Place struct {
	Source     *Source
	Start, End int // byte offsets into Source.Text
}

// At is the place of those bytes, kept inside the text.
func (s *Source) At(start, end int) Place {
	start = min(max(start, 0), len(s.Text))
	return Place{Source: s, Start: start, End: min(max(end, start), len(s.Text))}
}

// Position is where the place begins.
func (p Place) Position() Position { return p.Source.Position(p.Start) }

// Cell is what a workbook calls the cell where the place begins: "D10"; "" for none.
func (p Place) Cell() string { return p.Source.Cells[p.Start] }

// number is that of a line as a reader counts: of a workbook, its row.
func (s *Source) number(line int) string {
	if row := strings.TrimLeft(s.Cells[s.Start(line)], "ABCDEFGHIJKLMNOPQRSTUVWXYZ"); row != "" {
		return row
	}
	return strconv.Itoa(line)
}

// Text is the bytes of the place.
func (p Place) Text() string { return string(p.Source.Text[p.Start:p.End]) }
