// Package console is where text for a person goes: streams that let nothing of a file steer the
// terminal, findings, a progress bar.
package console

import (
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/words"
	"phuluc2b/model/diag"
)

// Stream is where text for a person goes. Data goes to its Writer.
type Stream struct {
	io.Writer
	Terminal bool
	Color    bool // whether it shows colours
	Width    int  // in columns
}

// Write writes a message, one in each call. What names and texts of files bring along is made
// visible, line breaks too, but for those at its end and before a line that is indented.
func (s Stream) Write(message []byte) (int, error) {
	const indented = "\n  "
	text, ended := strings.CutSuffix(string(message), "\n")
	lines := strings.Split(text, indented)
	for i := range lines {
		lines[i] = diag.Visible(lines[i])
	}
	if text = strings.Join(lines, indented); ended {
		text += "\n"
	}
	if _, err := io.WriteString(s.Writer, text); err != nil {
		return 0, err
	}
	return len(message), nil
}

// Data writes what is not a message: the text of a file, whole. Programs get it byte for byte; on
// a terminal, what would steer it is made visible.
func (s Stream) Data(text []byte) error {
	if s.Terminal {
		text = []byte(VisibleText(string(text)))
	}
	_, err := s.Writer.Write(text)
	return err
}

// VisibleText is a text as a terminal may show it, with its lines and tabs.
func VisibleText(text string) string {
	lines := strings.SplitAfter(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i := range lines {
		line, ended := strings.CutSuffix(lines[i], "\n")
		parts := strings.Split(line, "\t")
		for k := range parts {
			parts[k] = diag.Visible(parts[k])
		}
		lines[i] = strings.Join(parts, "\t")
		if ended {
			lines[i] += "\n"
		}
	}
	return strings.Join(lines, "")
}

// Print shows findings on a stream, sorted by place.
func (s Stream) Print(findings diag.List) {
	printer := diag.Printer{Color: s.Color, Width: s.Width}
	for _, f := range findings.Worded(words.Of).Shown() {
		printer.Print(s.Writer, f)
	}
}

// Terminal is a file that the program prints to.
func Terminal(f *os.File) Stream {
	return Stream{Writer: Writer(f), Terminal: term.IsTerminal(int(f.Fd())), Color: wantsColor(f), Width: width(f)}
}

// Writer fails for a stream that was closed when the program started.
func Writer(f *os.File) io.Writer {
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
