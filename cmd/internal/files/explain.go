package files

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// Explain says in Vietnamese why a file could not be read or written.
func Explain(err error) string {
	switch {
	case errors.Is(err, ErrTooLarge):
		return ErrTooLarge.Error()
	case errors.Is(err, fs.ErrNotExist):
		return "không tìm thấy tệp hoặc thư mục này"
	case errors.Is(err, syscall.EISDIR):
		return "đây là thư mục, cần một tệp"
	case errors.Is(err, syscall.ENOTDIR):
		return "đây là tệp, cần một thư mục"
	case busy(err):
		return "tệp đang mở trong chương trình khác; đóng tệp rồi chạy lại"
	case errors.Is(err, fs.ErrPermission):
		return "không có quyền, hoặc tệp đang mở trong chương trình khác; đóng tệp rồi chạy lại"
	case errors.Is(err, syscall.ENOSPC):
		return "ổ đĩa đã đầy"
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
