package files

import (
	"errors"

	"golang.org/x/sys/windows"
)

// busy reports whether another program has the file to itself, as Word does.
func busy(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
