package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"phuluc2b/cmd/internal/files"
)

// terminal is a file that the program prints to.
func terminal(f *os.File) Stream {
	return Stream{Writer: writer(f), Terminal: term.IsTerminal(int(f.Fd())), Color: wantsColor(f), Width: width(f)}
}

// writer fails for a stream that was closed when the program started.
func writer(f *os.File) io.Writer {
	if f == os.Stdout && files.Closed(f, os.Stdin, os.Stderr) {
		return closedWriter{}
	}
	return f
}

type closedWriter struct{}

func (closedWriter) Write([]byte) (int, error) { return 0, os.ErrClosed }

// wantsColor reports whether f is a terminal that shows colours and nobody has said no
// (https://no-color.org).
func wantsColor(f *os.File) bool {
	return term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && enableColor(f)
}

// width is the number of columns of the terminal; 100 in a pipe.
func width(f *os.File) int {
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
		return w
	}
	return 100
}
