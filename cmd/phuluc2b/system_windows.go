package main

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// enableColor asks the console to obey colour sequences, which older ones print as they are.
func enableColor(f *os.File) bool {
	var mode uint32
	console := windows.Handle(f.Fd())
	return windows.GetConsoleMode(console, &mode) == nil &&
		windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}

// fileBusy tells whether another program has the file to itself, as Word does.
func fileBusy(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
