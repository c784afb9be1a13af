package files

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"phuluc2b/model/diag"
)

// maxJournal bounds a journal, in bytes: a set has at most four files.
const maxJournal = 64 << 10

// Recover clears a folder of what killed runs left there, and undoes what one of them did by
// halves: its files are of the same data again. It says so, a line for each set.
func Recover(folder string) (said []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // writing there will say why
	}
	var left []string
	settled := true // what is left belongs to no journal
	for _, entry := range entries {
		name := entry.Name()
		isJournal := strings.HasSuffix(name, journalSuffix)
		switch {
		case !isTemporary(name):
		case !leftBehind(entry):
			settled = settled && !isJournal // a run that may be recovering too
		case isJournal:
			line, done := recoverSet(folder, name)
			if line != "" {
				said = append(said, line)
			}
			settled = settled && done
		default:
			left = append(left, name)
		}
	}
	if settled {
		for _, name := range left {
			os.Remove(filepath.Join(folder, name))
		}
	}
	return said
}

// recoverSet undoes the set of a journal, which it takes for itself first. It is not done when
// an old file cannot be put back now, as while Word has the new one open.
func recoverSet(folder, journal string) (line string, done bool) {
	s := set{journal: journalName(folder)}
	if os.Rename(filepath.Join(folder, journal), s.journal) != nil {
		return "", false // another run is at it
	}
	half := s.read(folder)
	if len(half) == 0 {
		s.clear()
		return "", true
	}
	var names []string
	for _, c := range s.changes {
		names = append(names, diag.Visible(c.Target))
	}
	line = "lần chạy trước bị dừng đột ngột khi đang thay " + strings.Join(names, ", ")
	for _, c := range half {
		if data, err := ReadDocument(c.Target); err != nil && !Missing(err) || err == nil && sum(data) != c.Sum {
			s.clear()
			return fmt.Sprintf("%s; %s đã đổi từ khi ấy nên được để yên: các tệp này có thể không cùng số liệu, hãy làm lại", line, diag.Visible(c.Target)), true
		}
	}
	for _, c := range half {
		if err := c.undo(); err != nil && !Missing(err) {
			return fmt.Sprintf("%s; chưa trả lại được bản cũ của %s: %s", line, diag.Visible(c.Target), Explain(err)), false
		}
	}
	s.clear()
	return line + ": đã trả lại như cũ, hãy làm lại", true
}

// read reads the journal of a set, and finds which files took their places though the last
// did not: none when the set is whole, old or new. A journal with names that are not ours, or
// that was cut off, is of a set that never began.
func (s *set) read(folder string) (half []change) {
	text, err := read(s.journal, maxJournal)
	if err != nil || json.Unmarshal(text, &s.changes) != nil || len(s.changes) == 0 {
		s.changes = nil
		return nil
	}
	for i, c := range s.changes {
		if !isTemporary(c.Fresh) || c.Old != "" && !isTemporary(c.Old) || filepath.Base(c.Target) != c.Target || !fs.ValidPath(c.Target) {
			s.changes = nil
			return nil
		}
		s.changes[i].Target, s.changes[i].Fresh = filepath.Join(folder, c.Target), filepath.Join(folder, c.Fresh)
		if c.Old != "" {
			s.changes[i].Old = filepath.Join(folder, c.Old)
		}
	}
	last := len(s.changes) - 1
	if !exists(s.changes[last].Fresh) {
		return nil
	}
	for _, c := range s.changes[:last] {
		if !exists(c.Fresh) && (c.Old == "" || exists(c.Old)) {
			half = append(half, c)
		}
	}
	return half
}
