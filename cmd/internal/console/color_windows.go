package console

import (
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
