//go:build !windows

package doubleclick

import "errors"

// Started: other systems open programs of a terminal in one.
func Started() bool { return false }

func open(string) error { return errors.ErrUnsupported }
