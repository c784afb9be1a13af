// Command page makes phuluc2b.html: the program as one file that a browser opens by double
// click, without installation, server or network. It needs Go alone; the same Go and source
// give the same bytes.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
)

func main() {
	target := flag.String("o", "phuluc2b.html", "write the page to this `file`")
	version := flag.String("version", "bản thử", "the version that the page tells of itself")
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
	page, err := Make(version)
	if err != nil {
		return err
	}
	return os.WriteFile(target, page, 0o644)
}
