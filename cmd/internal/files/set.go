package files

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// set is the files of one Write on their way to their places.
type set struct {
	changes []change
	journal string // its name, while files take their places; "" before and for a single file
	stuck   bool   // an old file could not be put back: what Recover needs stays
}

// change is one file of a set: where it goes, and the temporary names beside that of what is
// to come and of what was there.
type change struct {
	Target string
	Fresh  string
	Old    string // "" when there was none, and for the last file of a set
	Sum    string // of the bytes of the fresh file; "" for the last of a set

	data   []byte // of the fresh file
	create bool   // must not replace anything
}

// add writes a file under a temporary name.
func (s *set) add(o Output) error {
	target, err := o.target()
	if err != nil {
		return err
	}
	fresh, err := o.writeBeside(target)
	if fresh != "" {
		s.changes = append(s.changes, change{Target: target, Fresh: fresh, data: o.Data, create: o.New})
	}
	return err
}

// replace lets the files take their places, one after the other. When one cannot, it says
// which. The old files are kept until the last is in its place, for that one ends it all.
func (s *set) replace() (failed int, err error) {
	last := len(s.changes) - 1
	for i := range max(last, 0) {
		if s.changes[i].Old, err = keep(s.changes[i].Target); err != nil {
			return i, err
		}
	}
	if last > 0 {
		if err := s.record(); err != nil {
			return last, err
		}
	}
	for i, c := range s.changes {
		if err := c.place(); err != nil {
			return i, err
		}
	}
	return 0, nil
}

// takeBack undoes those before a file that failed, and says which could not be undone.
func (s *set) takeBack(failed int) (stuck []int) {
	for i, c := range s.changes[:failed] {
		if exists(c.Fresh) {
			continue // it never took its place
		}
		if err := c.undo(); err != nil {
			stuck, s.stuck = append(stuck, i), true
		}
	}
	return stuck
}

// clear removes what has a temporary name.
func (s *set) clear() {
	if s.stuck {
		return
	}
	if s.journal != "" {
		os.Remove(s.journal)
	}
	for _, c := range s.changes {
		os.Remove(c.Fresh)
		if c.Old != "" {
			os.Remove(c.Old)
		}
	}
}

// record writes the journal of a set in one folder, by which a later run tells that this one
// was killed half-way. Files behind links, in several folders, go without.
func (s *set) record() error {
	folder := filepath.Dir(s.changes[0].Target)
	var within []change
	for i, c := range s.changes {
		if filepath.Dir(c.Target) != folder {
			return nil
		}
		if i < len(s.changes)-1 {
			c.Sum = sum(c.data)
		}
		c.Target, c.Fresh = filepath.Base(c.Target), filepath.Base(c.Fresh)
		if c.Old != "" {
			c.Old = filepath.Base(c.Old)
		}
		within = append(within, c)
	}
	text, err := json.Marshal(within)
	if err != nil {
		return err
	}
	s.journal = journalName(folder)
	return os.WriteFile(s.journal, text, 0o666)
}

// place gives a file its name.
func (c change) place() error {
	if !c.create {
		return os.Rename(c.Fresh, c.Target)
	}
	err := os.Link(c.Fresh, c.Target)
	switch {
	case err == nil:
		return os.Remove(c.Fresh)
	case errors.Is(err, fs.ErrExist):
		return err
	}
	// There are no links here, as on a USB stick: hold the name, then put the file there.
	f, err := os.OpenFile(c.Target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	f.Close()
	if err = os.Rename(c.Fresh, c.Target); err != nil {
		os.Remove(c.Target)
	}
	return err
}

// undo puts back what was there before.
func (c change) undo() error {
	if c.Old == "" {
		return os.Remove(c.Target)
	}
	return os.Rename(c.Old, c.Target)
}

// keep gives a file a second, temporary name; where there are no links, it copies it. The
// name is "" when there is no such file.
func keep(target string) (string, error) {
	name := temporaryName(filepath.Dir(target))
	err := os.Link(target, name)
	switch {
	case err == nil:
		return name, nil
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	}
	info, err := os.Stat(target)
	if err != nil {
		return "", err
	}
	data, err := os.ReadFile(target)
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(name, data, info.Mode().Perm()); err != nil {
		os.Remove(name)
		return "", err
	}
	return name, os.Chtimes(name, info.ModTime(), info.ModTime())
}

func sum(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
