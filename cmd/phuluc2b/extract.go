package main

import (
	"context"
	"fmt"
)

const extractHelp = `phuluc2b extract lấy lại tệp số liệu mà tệp DOCX hoặc PDF mang theo, đúng từng byte, khi tệp số
liệu đã mất.

Cách dùng: phuluc2b extract [TÙY CHỌN] TỆP.docx|TỆP.pdf

  -o TỆP.toml     ghi vào tệp này; không có -o thì in ra màn hình
  --force         thay tệp -o đã có
  --form          lấy biểu mẫu riêng mà tệp mang theo, thay cho tệp số liệu

Bảng trong tệp DOCX đã sửa sau khi làm thì chương trình nhắc; lấy cả chỗ đã sửa bằng phuluc2b import.

Mã kết thúc: 0 xong; 1 tệp không mang theo số liệu; 2 dòng lệnh viết sai; 3 không đọc được tệp.
`

func (c *Command) extract(_ context.Context, args []string) int {
	flags := newFlags("extract")
	wantForm := flags.Bool("form", false, "viết --form, không có giá trị")
	target := flags.String("o", "", "viết tên tệp số liệu sau -o")
	force := flags.Bool("force", false, "viết --force, không có giá trị")
	files, err := parse(flags, args)
	if err == nil && len(files) != 1 {
		err = usageError{"cần đúng một tệp DOCX hoặc PDF", "ví dụ: phuluc2b extract out/huong-khe-2021.pdf -o so-lieu.toml"}
	}
	if err != nil {
		return c.usage(err, "extract", extractHelp)
	}
	d, err := readDocument(files[0])
	if err != nil {
		return c.fail(err)
	}
	wanted, what := d.source, "tệp số liệu"
	if *wantForm {
		wanted, what = d.form, "biểu mẫu riêng"
	}
	if wanted == nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s không mang theo %s\n", d.name, what)
		return exitFinding
	}
	if d.source != nil {
		c.warnEdited(d)
	}
	return c.save(*target, wanted.Data, d, *force)
}

// warnEdited says that the table was changed since the document was made.
func (c *Command) warnEdited(d *document) {
	work, code := c.open(nil, "")
	if code != exitOK {
		return
	}
	annex, _ := work.annex(d)
	if annex == nil {
		return // its figures cannot be compared
	}
	if corrections, findings := work.revision(d, annex); len(corrections)+len(findings) > 0 {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s đã sửa %d chỗ sau khi làm, tệp số liệu lấy ra chưa có những chỗ ấy; lấy cả chỗ đã sửa: phuluc2b import %s\n", d.name, len(corrections)+len(findings), d.name)
	}
}
