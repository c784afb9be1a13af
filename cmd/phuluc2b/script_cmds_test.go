package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

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
	edited, err := withText(data, args[2], args[3])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), edited, 0o644))
}

// withText is a DOCX or XLSX with one change in its text.
func withText(document []byte, old, with string) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return nil, err
	}
	var edited bytes.Buffer
	out := zip.NewWriter(&edited)
	changed := false
	for _, file := range archive.File {
		part, err := fs.ReadFile(archive, file.Name)
		if err != nil {
			return nil, err
		}
		switch file.Name {
		case "word/document.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml":
			changed = changed || bytes.Contains(part, []byte(old))
			part = bytes.Replace(part, []byte(old), []byte(with), 1)
		}
		to, err := out.Create(file.Name)
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(part); err != nil {
			return nil, err
		}
	}
	if !changed {
		return nil, fmt.Errorf("the document has no %q", old)
	}
	err = out.Close()
	return edited.Bytes(), err
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
