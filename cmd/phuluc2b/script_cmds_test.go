package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"phuluc2b/cmd/internal/retyped"

	"github.com/rogpeppe/go-internal/testscript"
)

// exitCode runs "code N args…": the program, which must end with that code.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec("phuluc2b", args[1:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// replace runs "replace FROM TO OLD NEW": a copy of a file with one change. \n, \r and \xNN
// in OLD and NEW mean those bytes.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	text, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	old, with := unescape(ts, args[2]), unescape(ts, args[3])
	if !bytes.Contains(text, old) {
		ts.Fatalf("%s has no %q", args[0], old)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), bytes.ReplaceAll(text, old, with), 0o644))
}

func unescape(ts *testscript.TestScript, s string) []byte {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	ts.Check(err)
	return []byte(text)
}

// editDocument runs "edit FROM TO OLD NEW": a copy of a DOCX or XLSX with one change in its
// text, as a person makes it in Word or Excel.
func editDocument(ts *testscript.TestScript, neg bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	edited, err := retyped.Document(data, args[2], args[3])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), edited, 0o644))
}

// await runs "await FILE [OLD]": waits until the file is there, and other than OLD.
func await(ts *testscript.TestScript, neg bool, args []string) {
	var old []byte
	if len(args) > 1 {
		old = []byte(ts.ReadFile(args[1]))
	}
	for range 200 {
		if data, err := os.ReadFile(ts.MkAbs(args[0])); err == nil && !bytes.Equal(data, old) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("%s does not come", args[0])
}

// only runs "only FOLDER FILE…": nothing else is in the folder, hidden or not.
func only(ts *testscript.TestScript, neg bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if !slices.Equal(names, args[1:]) {
		ts.Fatalf("%s has %q", args[0], names)
	}
}
