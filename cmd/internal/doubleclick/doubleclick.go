// Package doubleclick answers a program that was started in Explorer, not in a terminal: the page
// opens, for that is what can be clicked.
package doubleclick

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Serve opens the page that lies beside the program. If it cannot, it says what to do and waits:
// the window goes away with the program.
func Serve(out io.Writer, in io.Reader) (opened bool) {
	program, err := os.Executable()
	page := ""
	if err == nil {
		page = pageOf(program)
	}
	if page != "" && open(page) == nil {
		return true
	}
	missing := "không có trang phuluc2b….html cạnh chương trình này"
	if page != "" {
		missing = "không mở được " + page + " bằng trình duyệt"
	}
	fmt.Fprintf(out, "phuluc2b: %s\n", missing)
	fmt.Fprintf(out, "  gợi ý: để trang ấy (trong cùng bản phát hành) vào thư mục của chương trình rồi bấm đúp lại; hoặc bấm đúp\n  vào chính trang ấy. Chương trình này chạy trong Terminal: phuluc2b --help\n")
	fmt.Fprintf(out, "Bấm Enter để đóng cửa sổ này.\n")
	bufio.NewReader(in).ReadString('\n')
	return false
}

// pageOf finds the page beside a program: the one whose name the program's begins with, as those
// of one release do, or the last; "" when there is none.
func pageOf(program string) string {
	entries, _ := os.ReadDir(filepath.Dir(program)) // a glob would read "[" in the folder's name
	found, matched := "", 0
	for _, entry := range entries {
		stem, isPage := strings.CutSuffix(entry.Name(), ".html")
		if !isPage || !strings.HasPrefix(stem, "phuluc2b") {
			continue
		}
		length := 0
		if strings.HasPrefix(filepath.Base(program), stem) {
			length = len(stem)
		}
		if length >= matched {
			found, matched = filepath.Join(filepath.Dir(program), entry.Name()), length
		}
	}
	return found
}
