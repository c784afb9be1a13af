package files

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// explained is an error in the user's language.
type explained string

func (e explained) Error() string { return string(e) }

// What systems tell of in ways of their own.
const (
	fullDisk     = "ổ đĩa đã đầy"
	readOnlyDisk = "ổ đĩa chỉ cho đọc"
	brokenDisk   = "ổ đĩa hoặc đường mạng bị lỗi khi đọc, ghi"
	longName     = "tên tệp quá dài"
	endlessLink  = "liên kết dẫn vòng quanh, không đến tệp nào"
	closedPipe   = "chương trình nhận đầu ra đã đóng nó"
)

// Explain says in Vietnamese why a file could not be read or written.
func Explain(err error) string {
	var own explained
	native := explainNative(err)
	switch {
	case errors.As(err, &own):
		return own.Error()
	case errors.Is(err, fs.ErrNotExist):
		return "không tìm thấy tệp hoặc thư mục này"
	case errors.Is(err, syscall.EISDIR):
		return "đây là thư mục, cần một tệp"
	case errors.Is(err, syscall.ENOTDIR):
		return "đây là tệp, cần một thư mục"
	case native != "":
		return native
	case errors.Is(err, fs.ErrPermission) && ofFolder(err):
		return "không có quyền với thư mục này"
	case errors.Is(err, fs.ErrPermission):
		return "không có quyền, hoặc tệp đang mở trong chương trình khác; đóng tệp rồi chạy lại"
	case errors.Is(err, syscall.ENOSPC):
		return fullDisk
	case errors.Is(err, syscall.EROFS):
		return readOnlyDisk
	case errors.Is(err, syscall.ENAMETOOLONG):
		return longName
	case errors.Is(err, syscall.ELOOP):
		return endlessLink
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "quá nhiều tệp đang mở cùng lúc"
	case errors.Is(err, syscall.EIO):
		return brokenDisk
	case errors.Is(err, os.ErrClosed), errors.Is(err, syscall.EBADF):
		return "đầu ra đã đóng từ đầu; muốn bỏ những gì in ra thì viết > /dev/null"
	case errors.Is(err, syscall.EPIPE):
		return closedPipe
	}
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return "hệ điều hành báo: " + err.Error()
}

// ofFolder reports whether an error is of a folder: one that may not be looked into, or that
// takes no new file.
func ofFolder(err error) bool {
	var path *fs.PathError
	if !errors.As(err, &path) {
		return false
	}
	info, statErr := os.Lstat(path.Path)
	return statErr == nil && info.IsDir() || errors.Is(statErr, fs.ErrNotExist)
}
