package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
)

func tableCommand() *subcommand {
	s := &subcommand{
		name: "table", summary: "làm bảng Excel so số liệu của nhiều đơn vị",
		about: "làm bảng Excel: mỗi dòng một chỉ tiêu, mỗi cột một đơn vị, từ tệp số liệu của các đơn vị.",
		usage: "table [TÙY CHỌN] [TỔNG_HỢP.toml] THƯ_MỤC|TỆP.toml… -o TỆP.xlsx",
		intro: "Có tệp tổng hợp thì bảng có mọi đơn vị phải nộp, theo thứ tự trong đó, và cột tổng cộng như của total.",
		notes: `Ô vàng là chỗ đơn vị chưa có số liệu; ô cam là số gấp mười lần kỳ trước trở lên hoặc không đến một phần
mười, tỷ lệ lệch từ 50 điểm phần trăm: trỏ vào ô để xem số kỳ trước.

Mã kết thúc: 0 xong; 1 có tệp lỗi, khác biểu mẫu, khác kỳ hoặc của cùng một đơn vị nên không ghi gì; 2 dòng
lệnh viết sai; 3 không đọc hoặc không ghi được tệp.`,
	}
	target := s.text("o", "TỆP.xlsx", "", "ghi vào tệp này", "viết tên tệp Excel sau -o, ví dụ -o so-sanh.xlsx")
	previous := s.text("previous", "THƯ_MỤC", "", "so với tệp số liệu kỳ trước của từng đơn vị, ở thư mục này; đơn vị có tệp ở đó mà kỳ\nnày chưa có thì được đánh dấu", "viết tên thư mục số liệu kỳ trước sau --previous")
	forms := s.forms()
	partial := s.on("partial", "có tệp tổng hợp: cộng cả số chưa đủ đơn vị")
	workers := s.workers("đọc")
	force := s.on("force", "thay tệp -o đã có, cả khi nó đã sửa hoặc không do chương trình làm")
	s.run = func(c *Command, ctx context.Context, names []string) int {
		switch {
		case len(names) == 0:
			return c.usage(usageError{"thiếu thư mục có tệp số liệu của các đơn vị", "ví dụ: phuluc2b table so-lieu/ -o so-sanh.xlsx"}, s)
		case !strings.EqualFold(filepath.Ext(*target), ".xlsx"):
			return c.usage(usageError{"cần tên một tệp .xlsx sau -o", "ví dụ: phuluc2b table so-lieu/ -o so-sanh.xlsx"}, s)
		}
		if isCollection(names[0]) {
			g, err := newGathering(names, *forms, *workers)
			if err != nil {
				return c.usage(err, s)
			}
			g.previous = *previous
			return c.tableOf(ctx, g, *target, *partial, *force)
		}
		return c.table(names, *previous, *target, *forms, *force)
	}
	return s
}

func (c *Command) table(names []string, previous, target string, forms []string, force bool) int {
	work, code := c.open(forms, "")
	if code != exitOK {
		return code
	}
	annexes, code := c.readAll(work, names)
	if code != exitOK {
		return code
	}
	var before []*model.Annex
	if previous != "" {
		if before, code = c.readAll(work, []string{previous}); code != exitOK {
			return code
		}
	}
	if len(annexes) == 0 {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s không có tệp số liệu nào\n  gợi ý: tệp số liệu có đuôi .toml\n", strings.Join(names, ", "))
		return exitFinding
	}
	data, findings := work.Table(annexes, before)
	c.Stderr.Print(findings)
	if data == nil {
		return exitFinding
	}
	return c.saveTable(target, data, len(annexes), force)
}

func isCollection(name string) bool {
	src, err := files.ReadSource(name)
	return err == nil && model.ReadOutline(src).IsCollection()
}

// tableOf is the table of a collection.
func (c *Command) tableOf(ctx context.Context, g *gathering, target string, partial, force bool) int {
	roll, code := c.gather(ctx, g)
	if roll == nil {
		return code
	}
	c.Stderr.Print(roll.Findings)
	data, err := roll.Table(roll.Roll, partial)
	if err != nil {
		return c.fail(err)
	}
	return max(c.saveTable(target, data, len(roll.Entries), force), roll.code)
}

// saveTable writes the table of so many units.
func (c *Command) saveTable(target string, data []byte, units int, force bool) int {
	if !force && isEdited(target) {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s đã có và đã sửa, hoặc không do chương trình làm, nên không bị thay\n  gợi ý: ghi vào tên khác, hoặc thêm --force\n", target)
		return exitFinding
	}
	if err := c.write(files.Output{Name: target, Data: data, Sync: true}); err != nil {
		return c.fail(err)
	}
	fmt.Fprintf(c.Stdout, "%s: đã ghi %d đơn vị\n", target, units)
	return exitOK
}

// isEdited reports whether there is a document of that name which is not as the program made it.
func isEdited(name string) bool {
	data, err := files.ReadDocument(name)
	if err != nil {
		return !files.Missing(err)
	}
	d, err := workflow.ReadDocument(name, data)
	return err != nil || !d.AsMade
}

// readAll reads the data files in folders. Its exit code is not exitOK when one of them cannot be
// read or has faults; what is wrong has been printed then.
func (c *Command) readAll(work *workflow.Workspace, names []string) ([]*model.Annex, int) {
	shelf := workflow.NewShelf(work, files.ReadForms)
	var annexes []*model.Annex
	code := exitOK
	for _, file := range walk(names, false) {
		src, err := files.ReadSource(file.name)
		if file.err != nil {
			err = file.err
		}
		if err != nil {
			code = c.fail(err)
			continue
		}
		annex, findings := shelf.Read(src)
		c.Stderr.Print(findings)
		if annex == nil {
			code = max(code, exitFinding)
			continue
		}
		annexes = append(annexes, annex)
	}
	return annexes, code
}
