package files

import (
	"errors"

	"golang.org/x/sys/windows"
)

// explainNative says what the errors of Windows mean that Go does not take for those of other
// systems; "" for all others.
func explainNative(err error) string {
	var code windows.Errno
	if !errors.As(err, &code) {
		return ""
	}
	switch code {
	case windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION: // Word, while it has the file open
		return "tệp đang mở trong chương trình khác; đóng tệp rồi chạy lại"
	case windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED:
		return fullDisk
	case windows.ERROR_WRITE_PROTECT:
		return readOnlyDisk
	case windows.ERROR_INVALID_NAME, windows.ERROR_BAD_PATHNAME:
		return `tên tệp có chữ mà Windows không cho dùng: < > : " / \ | ? *`
	case windows.ERROR_FILENAME_EXCED_RANGE:
		return longName
	case windows.ERROR_CANT_RESOLVE_FILENAME:
		return endlessLink
	case windows.ERROR_CRC, windows.ERROR_IO_DEVICE, windows.ERROR_NOT_READY, windows.ERROR_SECTOR_NOT_FOUND,
		windows.ERROR_BAD_NETPATH, windows.ERROR_NETNAME_DELETED, windows.ERROR_UNEXP_NET_ERR, windows.ERROR_NETWORK_UNREACHABLE:
		return brokenDisk
	case windows.ERROR_BROKEN_PIPE, windows.ERROR_NO_DATA:
		return closedPipe
	}
	return ""
}

// running reports whether there is a process of that number. One that has ended is found as
// long as a program that looks at it does not let go.
func running(process int) bool {
	p, err := windows.OpenProcess(windows.SYNCHRONIZE, false, uint32(process))
	if err != nil {
		return errors.Is(err, windows.ERROR_ACCESS_DENIED)
	}
	defer windows.CloseHandle(p)
	state, err := windows.WaitForSingleObject(p, 0)
	return err == nil && state == uint32(windows.WAIT_TIMEOUT)
}
