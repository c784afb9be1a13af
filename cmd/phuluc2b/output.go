package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// output is a file that is to be written.
type output struct {
	name string
	data []byte
	// again says that the file can be made again from others: it need not outlive a power
	// cut in the next second, which costs more time than making it.
	again bool
}

// write puts files in their places: all are written whole under temporary names beside their
// targets before the first is renamed, so that a full disk or a bad folder changes none. The
// error is for the user.
func write(outputs []output) (err error) {
	for i, o := range outputs {
		if target, err := filepath.EvalSymlinks(o.name); err == nil {
			outputs[i].name = target // the file behind a link, not the link
		}
		if info, err := os.Stat(o.name); err == nil && info.IsDir() {
			return fmt.Errorf("%s: không ghi được: đây là thư mục", o.name)
		}
		if err := o.folder(); err != nil {
			return fmt.Errorf("%s: không ghi được: %s", o.name, err)
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
			return fmt.Errorf("%s: không ghi được: %s", o.name, explainIO(err))
		}
	}
	for i, o := range outputs {
		if err := os.Rename(temporary[i], o.name); err != nil {
			return fmt.Errorf("%s: không ghi được: %s", o.name, explainIO(err))
		}
	}
	return nil
}

// folder makes sure of the folder of a target. That of a rendered file is made if need be.
func (o output) folder() error {
	folder := filepath.Dir(o.name)
	if o.again {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("không tạo được thư mục %s: %s", folder, explainIO(err))
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
func writeBeside(o output) (name string, err error) {
	f, err := createTemporary(filepath.Dir(o.name))
	if err != nil {
		return "", err
	}
	if _, err = f.Write(o.data); err == nil && !o.again {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if info, statErr := os.Stat(o.name); statErr == nil && err == nil {
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
