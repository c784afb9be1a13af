// Command page makes phuluc2b.html: the program as one file that a browser opens by double
// click, without installation, server or network. It needs Go alone; the same Go and source
// give the same bytes.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"phuluc2b/cmd/internal/edition"
)

func main() {
	target := flag.String("o", "phuluc2b.html", "write the page to this `file`")
	version := flag.String("version", "", "the `edition` that the page tells of itself (default: the commit it is made from)")
	flag.Parse()
	if err := run(*target, *version, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "page:", err)
		os.Exit(1)
	}
}

func run(target, version string, rest []string) error {
	if len(rest) > 0 {
		return errors.New("takes no arguments but -o and -version")
	}
	page, err := Make(cmp.Or(version, ofClone()))
	if err != nil {
		return err
	}
	return os.WriteFile(target, page, 0o644)
}

// ofClone names the edition that the source in this folder is, as git knows it: "go run" does
// not tell a program.
func ofClone() string {
	commit, err := exec.Command("git", "rev-parse", "HEAD").Output()
	if err != nil {
		return edition.Name(edition.Trial, "", false)
	}
	changes, err := exec.Command("git", "status", "--porcelain").Output()
	return edition.Name(edition.Trial, strings.TrimSpace(string(commit)), err != nil || len(changes) > 0)
}
