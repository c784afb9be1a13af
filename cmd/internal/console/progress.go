package console

import (
	"fmt"
	"io"
)

// Progress shows on a terminal how many files are done, in one line that is written over. In a
// pipe it is silent.
type Progress struct {
	out         io.Writer // nil to be silent
	done, files int
}

// Progress is the line of so many files.
func (s Stream) Progress(files int) *Progress {
	if !s.Terminal || files < 2 {
		return &Progress{}
	}
	p := &Progress{out: s.Writer, files: files}
	p.show()
	return p
}

// Around prints something without spoiling the line, then counts a file.
func (p *Progress) Around(print func()) {
	p.Clear()
	print()
	p.done++
	p.show()
}

func (p *Progress) show() {
	if p.out != nil {
		fmt.Fprintf(p.out, "đang làm: %d/%d tệp", p.done, p.files)
	}
}

// Clear takes the line off the terminal. It is written over with blanks: an old console knows no
// sequence that clears.
func (p *Progress) Clear() {
	if p.out != nil {
		fmt.Fprintf(p.out, "\r%30s\r", "")
	}
}
