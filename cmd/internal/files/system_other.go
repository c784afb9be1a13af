//go:build !windows

package files

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// explainNative: what other systems tell, Explain knows.
func explainNative(error) string { return "" }

// running reports whether there is a process of that number.
func running(process int) bool {
	p, err := os.FindProcess(process)
	if err != nil {
		return false
	}
	defer p.Release()
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, fs.ErrPermission)
}
