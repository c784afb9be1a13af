package main

import (
	"context"
	"fmt"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/match"
)

func extractCommand() *subcommand {
	s := &subcommand{
		name: "extract", summary: "lấy lại tệp số liệu từ tệp DOCX, XLSX hoặc PDF",
		about: `lấy lại tệp số liệu mà tệp DOCX, XLSX hoặc PDF mang theo, đúng từng byte, khi tệp
số liệu đã mất.`,
		usage: "extract [TÙY CHỌN] TỆP.docx|TỆP.xlsx|TỆP.pdf",
		notes: `Bảng trong tệp DOCX, XLSX đã sửa sau khi làm thì chương trình nhắc; lấy cả chỗ đã sửa bằng phuluc2b import.

Mã kết thúc: 0 xong; 1 tệp không mang theo số liệu, hoặc tệp -o đã có và khác nên không bị thay;
2 dòng lệnh viết sai; 3 không đọc hoặc không ghi được tệp.`,
	}
	target := s.text("o", "TỆP.toml", "", "ghi vào tệp này; không có -o thì in ra màn hình", "viết tên tệp số liệu sau -o")
	force := s.on("force", "thay tệp -o đã có")
	wantForm := s.on("form", "lấy biểu mẫu riêng mà tệp mang theo, thay cho tệp số liệu")
	s.run = func(c *Command, _ context.Context, names []string) int {
		if len(names) != 1 {
			return c.usage(usageError{"cần đúng một tệp DOCX, XLSX hoặc PDF", "ví dụ: phuluc2b extract out/huong-khe-2021.pdf -o so-lieu.toml"}, s)
		}
		return c.extract(names[0], *target, *wantForm, *force)
	}
	return s
}

func (c *Command) extract(name, target string, wantForm, force bool) int {
	d, err := readDocument(name)
	if err != nil {
		return c.fail(err)
	}
	wanted, what := d.Source, "tệp số liệu"
	if wantForm {
		wanted, what = d.Form, "biểu mẫu riêng"
	}
	if wanted == nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s không mang theo %s\n", d.Name, what)
		return exitFinding
	}
	if d.Source != nil {
		c.warnEdited(d)
	}
	return c.save(target, wanted.Data, carried{d.Name, what, wanted.Data}, force)
}

// warnEdited says that the table was changed since the document was made.
func (c *Command) warnEdited(d *workflow.Document) {
	work, code := c.open(nil, "")
	if code != exitOK {
		return
	}
	annex, _ := work.MadeFrom(d)
	if annex == nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: tệp số liệu mà %s mang theo có lỗi nên không so được với bảng; xem lỗi: phuluc2b extract %s -o TỆP.toml, rồi phuluc2b check TỆP.toml\n", d.Name, d.Name)
		return
	}
	if corrections, findings, _ := work.Edits(d, annex, match.Choice{}); len(corrections)+len(findings) > 0 {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s đã sửa %d chỗ sau khi làm, tệp số liệu lấy ra chưa có những chỗ ấy; lấy cả chỗ đã sửa: phuluc2b import %s\n", d.Name, len(corrections)+len(findings), d.Name)
	}
}
