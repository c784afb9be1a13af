package console

import (
	"bytes"
	"fmt"
	"testing"
)

// On a terminal a line counts the files, and what is printed between stands alone; in a pipe there
// is nothing of it.
func TestProgress(t *testing.T) {
	for name, tt := range map[string]struct {
		terminal bool
		want     string
	}{
		"terminal": {true, "đang làm: 0/2 tệp\r                              \ra\nđang làm: 1/2 tệp\r                              \r"},
		"pipe":     {false, "a\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			stream := Stream{Writer: &out, Terminal: tt.terminal}
			bar := stream.Progress(2)
			bar.Around(func() { fmt.Fprintln(stream, "a") })
			bar.Clear()
			if out.String() != tt.want {
				t.Errorf("%q", out.String())
			}
		})
	}
}
