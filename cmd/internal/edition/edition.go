// Package edition names the program that runs: version and commit, as help and the page tell them.
package edition

import (
	"fmt"
	"runtime/debug"
)

// Trial is the version of what no release script has made.
const Trial = "bản thử"

const noCommit = "không rõ commit"

// shortest is how many letters of a commit are told.
const shortest = 12

// Name is the name of an edition: its version and, if they are known, the commit and whether the
// source was changed since.
func Name(version, revision string, modified bool) string {
	commit := revision[:min(len(revision), shortest)]
	switch {
	case commit == "":
		commit = noCommit
	case modified:
		commit += ", đã sửa"
	}
	return fmt.Sprintf("%s (%s)", version, commit)
}

// Built is the name of a program by what the go command wrote into it: "go build" in a clone
// writes the commit, "go run" and tests do not.
func Built(info *debug.BuildInfo) string {
	revision, modified := "", false
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			revision = setting.Value
		case "vcs.modified":
			modified = setting.Value == "true"
		}
	}
	return Name(Trial, revision, modified)
}
