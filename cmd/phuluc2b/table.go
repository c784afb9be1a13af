package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
)

func tableCommand() *subcommand {
	s := &subcommand{
		name: "table", summary: "làm bảng Excel so số liệu của nhiều đơn vị",
		about: "làm bảng Excel: mỗi dòng một chỉ tiêu, mỗi cột một đơn vị, từ tệp số liệu của các đơn vị.",
		usage: "table [TÙY CHỌN] [TỔNG_HỢP.toml] THƯ_MỤC|TỆP.toml… -o TỆP.xlsx",
		intro: `Có tệp tổng hợp thì bảng có mọi đơn vị phải nộp, theo thứ tự trong đó, cả đơn vị chưa nộp, và một cột gộp; số
gộp chưa đủ đơn vị thì có ghi được bao nhiêu đơn vị.`,
		notes: `Ô vàng là chỗ đơn vị chưa có số liệu; ô cam là số gấp mười lần kỳ trước trở lên hoặc không đến một phần
mười, tỷ lệ lệch từ 50 điểm phần trăm: trỏ vào ô để xem số kỳ trước.

Mã kết thúc: 0 xong, mọi đơn vị đã nộp; 1 xong nhưng còn đơn vị chưa nộp hoặc có chỗ phải xem lại, hoặc không
ghi gì: không có tệp tổng hợp mà có tệp lỗi, khác biểu mẫu, khác kỳ, của cùng một đơn vị, hay tệp -o đã sửa;
2 dòng lệnh viết sai; 3 không đọc hoặc không ghi được tệp; 4 bị dừng giữa chừng (Ctrl-C).`,
	}
	target := s.text("o", "TỆP.xlsx", "", "ghi vào tệp này", "viết tên tệp Excel sau -o, ví dụ -o so-sanh.xlsx")
	previous := s.text("previous", "THƯ_MỤC", "", "so với tệp số liệu kỳ trước của từng đơn vị, ở thư mục này; đơn vị có tệp ở đó mà kỳ\nnày chưa có thì được đánh dấu", "viết tên thư mục số liệu kỳ trước sau --previous")
	workers := s.workers("đọc")
	forms := s.forms()
	force := s.on("force", "thay tệp -o đã có, cả khi nó đã sửa hoặc không do chương trình làm")
	s.run = func(c *Command, ctx context.Context, names []string) int {
		g := &gathering{names: names, forms: *forms, previous: *previous, workers: *workers}
		if i := slices.IndexFunc(names, isCollection); i >= 0 {
			g.collection, g.names = names[i], slices.Delete(slices.Clone(names), i, i+1)
		}
		switch {
		case *workers < 1:
			return c.usage(noWorkers(*workers), s)
		case len(g.names) == 0:
			return c.usage(usageError{"thiếu thư mục có tệp số liệu của các đơn vị", "ví dụ: phuluc2b table so-lieu/ -o so-sanh.xlsx"}, s)
		case !strings.EqualFold(filepath.Ext(*target), ".xlsx"):
			return c.usage(usageError{"cần tên một tệp .xlsx sau -o", "ví dụ: phuluc2b table so-lieu/ -o so-sanh.xlsx"}, s)
		}
		return c.table(ctx, g, *target, *force)
	}
	return s
}

// isCollection reports whether a file that was named is one of a collection.
func isCollection(name string) bool {
	if !isTOML(name) {
		return false
	}
	src, err := files.ReadSource(name)
	return err == nil && model.ReadOutline(src).IsCollection()
}

func (c *Command) table(ctx context.Context, g *gathering, target string, force bool) int {
	roll, code := c.gather(ctx, g)
	if roll == nil {
		return code
	}
	c.Stderr.Print(roll.Findings)
	switch faults := roll.Findings.Count(diag.Fault); {
	case g.collection == "" && (faults > 0 || roll.lacks):
		return max(roll.code, exitFinding)
	case !force && isEdited(target):
		fmt.Fprintf(c.Stderr, "phuluc2b: %s đã có và đã sửa, hoặc không do chương trình làm, nên không bị thay\n  gợi ý: ghi vào tên khác, hoặc thêm --force\n", target)
		return exitFinding
	}
	data, err := roll.Table(roll.Roll)
	if err != nil {
		return c.fail(err)
	}
	if err := c.write(files.Output{Name: target, Data: data, Sync: true}); err != nil {
		return c.fail(err)
	}
	fmt.Fprintf(c.Stdout, "%s: đã ghi %d/%d đơn vị\n", target, roll.Filed(), len(roll.Entries))
	switch {
	case roll.code != exitOK:
		return roll.code
	case len(roll.Findings) > 0:
		return exitFinding
	}
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
