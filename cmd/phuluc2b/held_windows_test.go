package main

import (
	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/sys/windows"
)

// held runs "held FILE alone|readable N args…": the program, which must end with code N while
// another program, this one, has the file open: to itself, or so that others may read it, as
// Word does.
func held(ts *testscript.TestScript, neg bool, args []string) {
	share := map[string]uint32{"alone": 0, "readable": windows.FILE_SHARE_READ}[args[1]]
	name, err := windows.UTF16PtrFromString(ts.MkAbs(args[0]))
	ts.Check(err)
	file, err := windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE, share, nil, windows.OPEN_EXISTING, 0, 0)
	ts.Check(err)
	defer windows.CloseHandle(file)
	exitCode(ts, neg, args[2:])
}
