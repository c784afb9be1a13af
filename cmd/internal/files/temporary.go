package files

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Temporary names are .phuluc2b-MACHINE-PROCESS-RANDOM.tmp, those of journals end in .set.tmp.
const (
	temporaryPrefix = ".phuluc2b-"
	temporarySuffix = ".tmp"
	journalSuffix   = ".set" + temporarySuffix
)

// staleAfter is when a temporary file of another machine, or of a process whose number was
// given to another program, is taken for left behind. Files take their places within seconds.
const staleAfter = time.Hour

func temporaryName(folder string) string { return newName(folder, temporarySuffix) }

func journalName(folder string) string { return newName(folder, journalSuffix) }

func newName(folder, suffix string) string {
	return filepath.Join(folder, fmt.Sprintf("%s%s-%d-%x%s", temporaryPrefix, machine(), os.Getpid(), rand.Uint64(), suffix))
}

// machine is short for the name of this machine: folders on a network are written to by many.
func machine() string {
	name, _ := os.Hostname() // without a name they all are one
	h := fnv.New32a()
	h.Write([]byte(name))
	return fmt.Sprintf("%08x", h.Sum32())
}

// createTemporary makes a file of a new name with the permissions that new files get.
func createTemporary(folder string) (*os.File, error) {
	for {
		f, err := os.OpenFile(temporaryName(folder), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// isTemporary reports whether a name is one that this package gives.
func isTemporary(name string) bool {
	_, _, ok := owner(name)
	return ok
}

// leftBehind reports whether a file has a temporary name and nobody will come back to it.
func leftBehind(entry fs.DirEntry) bool {
	on, process, ok := owner(entry.Name())
	if !ok || !entry.Type().IsRegular() {
		return false
	}
	if on == machine() && !running(process) {
		return true
	}
	info, err := entry.Info()
	return err == nil && time.Since(info.ModTime()) > staleAfter
}

// owner takes a temporary name apart.
func owner(name string) (on string, process int, ok bool) {
	name, isOurs := strings.CutPrefix(name, temporaryPrefix)
	name, isTemporary := strings.CutSuffix(name, temporarySuffix)
	parts := strings.Split(strings.TrimSuffix(name, ".set"), "-")
	if !isOurs || !isTemporary || len(parts) != 3 || len(parts[0]) != 8 {
		return "", 0, false
	}
	_, errMachine := strconv.ParseUint(parts[0], 16, 32)
	number, errProcess := strconv.ParseUint(parts[1], 10, 31)
	_, errRandom := strconv.ParseUint(parts[2], 16, 64)
	return parts[0], int(number), errMachine == nil && errProcess == nil && errRandom == nil
}
