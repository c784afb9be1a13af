// Command release makes what a release has beside programs and page: the resources that Windows
// shows of a program, and the list of what is inside (SBOM). .ci/release calls it in the root of
// the repository.
package main

import (
	"errors"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 3 && args[0] == "resources":
		return writeResources(args[1], args[2])
	case len(args) > 2 && args[0] == "bom":
		return writeBill(os.Stdout, args[1], args[2:])
	}
	return errors.New("takes: resources VERSION FOLDER | bom VERSION FILE…")
}
