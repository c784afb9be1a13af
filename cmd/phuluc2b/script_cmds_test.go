package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
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
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	ts.Check(err)
	var edited bytes.Buffer
	out := zip.NewWriter(&edited)
	changed := false
	for _, file := range archive.File {
		in, err := file.Open()
		ts.Check(err)
		part, err := io.ReadAll(in)
		ts.Check(err)
		switch file.Name {
		case "word/document.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml":
			changed = changed || bytes.Contains(part, []byte(args[2]))
			part = bytes.Replace(part, []byte(args[2]), []byte(args[3]), 1)
		}
		to, err := out.Create(file.Name)
		ts.Check(err)
		_, err = to.Write(part)
		ts.Check(err)
	}
	if !changed {
		ts.Fatalf("%s has no %q", args[0], args[2])
	}
	ts.Check(out.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), edited.Bytes(), 0o644))
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
