// Package files reads and writes the files of a command: bounded reading, writing all or
// nothing, and what the system's errors mean. Its errors are for the user, in Vietnamese.
package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"phuluc2b/model/diag"
)

// Bounds of files that are read whole, in bytes: many times the largest annex.
const (
	maxSource   = 64 << 20
	maxDocument = 64 << 20
)

// What is not read, or replaced.
var (
	ErrTooLarge   error = explained("tệp quá lớn so với một phụ lục, không đọc")
	ErrNotRegular error = explained("đây không phải tệp mà là thiết bị hoặc ống dẫn")
)

// ReadSource reads a text file.
func ReadSource(name string) (*diag.Source, error) {
	text, err := read(name, maxSource)
	switch {
	case errors.Is(err, ErrTooLarge):
		return nil, fmt.Errorf("%s: tệp lớn hơn %d MB, không phải tệp số liệu", name, maxSource>>20)
	case err != nil:
		return nil, fmt.Errorf("%s: %s", name, Explain(err))
	}
	return diag.NewSource(name, text), nil
}

// ReadDocument reads the bytes of a document.
func ReadDocument(name string) ([]byte, error) { return read(name, maxDocument) }

// read reads a file, or the one behind a link. Opening a pipe waits for a writer and a device
// never ends: both are told before.
func read(name string, limit int64) ([]byte, error) {
	info, err := os.Stat(name)
	if err == nil {
		err = regular(info)
	}
	if err == nil && info.Size() > limit {
		err = ErrTooLarge
	}
	if err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = ErrTooLarge
	}
	return data, err
}

// regular is an error for what is no file.
func regular(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return syscall.EISDIR
	case !info.Mode().IsRegular():
		return ErrNotRegular
	}
	return nil
}

// Same reports whether two names are of one file.
func Same(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// Missing reports whether an error says that there is no such file.
func Missing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
