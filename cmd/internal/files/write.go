package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Output is a file that is to be written.
type Output struct {
	Name  string
	Data  []byte
	Mkdir bool // makes the folder of the file if need be
	New   bool // must not be there yet: the error is ErrExists when it is
	// Sync makes sure that the file outlives a power cut in the next second. It costs more
	// time than making a document: one that can be made again does without.
	Sync bool
}

// ErrExists is a new file that is there already.
var ErrExists error = explained("đã có, không bị thay")

// Write puts files in their places, all or none: each is written whole under a temporary name
// beside its target before the first takes its place, and when one cannot take it, those
// before it are the old ones again. What a killed run leaves, Recover finds.
func Write(outputs []Output) error {
	var s set
	defer s.clear()
	for _, o := range outputs {
		if err := s.add(o); err != nil {
			return o.failure(err)
		}
	}
	at, err := s.replace()
	if err != nil {
		err = outputs[at].failure(err)
		for _, i := range s.takeBack(at) {
			err = fmt.Errorf("%w; chưa trả lại được bản cũ của %s, lần chạy sau sẽ thử lại", err, outputs[i].Name)
		}
	}
	return err
}

// failure says in the user's language why a file was not written.
func (o Output) failure(err error) error {
	if o.New && errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s %w", o.Name, ErrExists)
	}
	return fmt.Errorf("%s: không ghi được: %s", o.Name, Explain(err))
}

// target is the name that a file takes, the one behind a link if its name is that of a link.
// Nothing but a file is ever replaced.
func (o Output) target() (string, error) {
	if o.New {
		if _, err := os.Lstat(o.Name); err == nil {
			return "", fs.ErrExist
		}
		return o.Name, o.folder()
	}
	name := o.Name
	if behind, err := filepath.EvalSymlinks(name); err == nil {
		name = behind
	}
	if info, err := os.Stat(name); err == nil {
		if err := regular(info); err != nil {
			return "", err
		}
	}
	return name, o.folder()
}

// folder makes sure of the folder of a target.
func (o Output) folder() error {
	folder := filepath.Dir(o.Name)
	if o.Mkdir {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return explained(fmt.Sprintf("không tạo được thư mục %s: %s", folder, Explain(err)))
		}
		return nil
	}
	if _, err := os.Stat(folder); err != nil {
		return explained("không có thư mục " + folder)
	}
	return nil
}

// writeBeside writes a file under a temporary name in the folder of its target, with the
// permissions that the target has. The name is "" when there is no such file.
func (o Output) writeBeside(target string) (name string, err error) {
	f, err := createTemporary(filepath.Dir(target))
	if err != nil {
		return "", err
	}
	if _, err = f.Write(o.Data); err == nil && o.Sync {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if info, statErr := os.Stat(target); statErr == nil && err == nil {
		err = os.Chmod(f.Name(), info.Mode().Perm())
	}
	return f.Name(), err
}
