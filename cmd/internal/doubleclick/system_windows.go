package doubleclick

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// Started reports whether the program has its console to itself: a shell that it was typed in
// would be there too.
func Started() bool {
	var process uint32
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	count, _, _ := list.Call(uintptr(unsafe.Pointer(&process)), 1)
	return count == 1
}

// open shows a file in the program that Windows has for its kind.
func open(name string) error {
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL)
}
