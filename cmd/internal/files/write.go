package files

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// Output is a file that is to be written.
type Output struct {
	Name  string
	Data  []byte
	Mkdir bool // makes the folder of the file if need be
	// Sync makes sure that the file outlives a power cut in the next second. It costs more
	// time than making a document: one that can be made again does without.
	Sync bool
}

// Write puts files in their places: all are written whole under temporary names beside their
// targets before the first is renamed, so that a full disk or a bad folder changes none.
func Write(outputs []Output) (err error) {
	for i, o := range outputs {
		if target, err := filepath.EvalSymlinks(o.Name); err == nil {
			outputs[i].Name = target // the file behind a link, not the link
		}
		if info, err := os.Stat(o.Name); err == nil && info.IsDir() {
			return fmt.Errorf("%s: không ghi được: đây là thư mục", o.Name)
		}
		if err := o.folder(); err != nil {
			return fmt.Errorf("%s: không ghi được: %s", o.Name, err)
		}
	}
	var temporary []string
	defer func() {
		for _, name := range temporary {
			os.Remove(name) // what is still there was not renamed
		}
	}()
	for _, o := range outputs {
		name, err := writeBeside(o)
		if name != "" {
			temporary = append(temporary, name)
		}
		if err != nil {
			return fmt.Errorf("%s: không ghi được: %s", o.Name, Explain(err))
		}
	}
	for i, o := range outputs {
		if err := os.Rename(temporary[i], o.Name); err != nil {
			return fmt.Errorf("%s: không ghi được: %s", o.Name, Explain(err))
		}
	}
	return nil
}

// folder makes sure of the folder of a target.
func (o Output) folder() error {
	folder := filepath.Dir(o.Name)
	if o.Mkdir {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("không tạo được thư mục %s: %s", folder, Explain(err))
		}
		return nil
	}
	if _, err := os.Stat(folder); err != nil {
		return fmt.Errorf("không có thư mục %s", folder)
	}
	return nil
}

// writeBeside writes a file under a temporary name in the folder of its target, with the
// permissions that the target has.
func writeBeside(o Output) (name string, err error) {
	f, err := createTemporary(filepath.Dir(o.Name))
	if err != nil {
		return "", err
	}
	if _, err = f.Write(o.Data); err == nil && o.Sync {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if info, statErr := os.Stat(o.Name); statErr == nil && err == nil {
		err = os.Chmod(f.Name(), info.Mode().Perm())
	}
	return f.Name(), err
}

// createTemporary makes a file of a new name with the permissions that new files get.
func createTemporary(folder string) (*os.File, error) {
	for {
		name := filepath.Join(folder, fmt.Sprintf(".phuluc2b-%x.tmp", rand.Uint64()))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// Create writes a file that must not be there yet, whole or not at all.
func Create(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		os.Remove(name)
	}
	return err
}
