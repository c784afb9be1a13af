package pdfread

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// State says whether a PDF is as this program wrote it.
type State int

const (
	StateForeign   State = iota // another program wrote it
	StateUntouched              // byte for byte
	StateChanged                // ours, and something was added or changed since
)

// producer is in the metadata of our files, which are not compressed.
const producer = "<pdf:Producer>phuluc2b</pdf:Producer>"

// StateOf tells by the identifier of our files, which is the hash of what stands before it.
func StateOf(file []byte) State {
	if !bytes.Contains(file, []byte(producer)) {
		return StateForeign
	}
	const end = "\n%%EOF\n"
	body, ok := bytes.CutSuffix(file, []byte(end))
	if i := bytes.LastIndex(body, []byte("startxref\n")); ok && i >= 0 {
		start, err := strconv.Atoi(string(body[i+len("startxref\n"):]))
		if err == nil && 0 < start && start < i {
			sum := sha256.Sum256(file[:start])
			end := file[start:i]
			if !bytes.Contains(end, []byte("/Encrypt")) && bytes.Contains(end, fmt.Appendf(nil, "/ID[<%x><%x>]", sum[:16], sum[:16])) {
				return StateUntouched
			}
		}
	}
	return StateChanged
}
