//go:build unix

package files

import (
	"os"

	"golang.org/x/sys/unix"
)

// Closed reports whether a standard stream was closed when the program started. Go opens the
// null device in its place, for reading and writing; a shell's >/dev/null is for writing
// alone. A null device that other streams have too was given by who started the program.
func Closed(f *os.File, others ...*os.File) bool {
	var stream, null unix.Stat_t
	if unix.Fstat(int(f.Fd()), &stream) != nil || unix.Stat(os.DevNull, &null) != nil || stream.Mode&unix.S_IFMT != unix.S_IFCHR || stream.Rdev != null.Rdev {
		return false
	}
	flags, err := unix.FcntlInt(f.Fd(), unix.F_GETFL, 0)
	if err != nil || flags&unix.O_ACCMODE != unix.O_RDWR {
		return false
	}
	for _, other := range others {
		if sameOpening(f, other, flags) {
			return false
		}
	}
	return true
}

// sameOpening reports whether two streams came of one opening of a file: they then share its
// flags, of which the one that is changed for a moment means nothing to the null device.
func sameOpening(a, b *os.File, flags int) bool {
	before, errBefore := unix.FcntlInt(b.Fd(), unix.F_GETFL, 0)
	if _, err := unix.FcntlInt(a.Fd(), unix.F_SETFL, flags^unix.O_APPEND); err != nil {
		return false
	}
	after, errAfter := unix.FcntlInt(b.Fd(), unix.F_GETFL, 0)
	unix.FcntlInt(a.Fd(), unix.F_SETFL, flags)
	return errBefore == nil && errAfter == nil && before != after
}
