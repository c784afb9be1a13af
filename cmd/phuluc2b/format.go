package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"

	"github.com/rogpeppe/go-internal/diff"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
)

func formatCommand() *subcommand {
	s := &subcommand{
		name: "fmt", summary: "xếp lại tệp số liệu theo một lối trình bày thống nhất",
		about: `xếp lại tệp số liệu theo một lối trình bày thống nhất: các dòng theo thứ tự của biểu
mẫu, thẳng cột, mỗi dòng kèm tên chỉ tiêu và đơn vị tính. Số liệu giữ nguyên cách viết; lời ghi (#)
của người viết được giữ lại và đi theo dòng của nó.`,
		usage: "fmt [TÙY CHỌN] TỆP.toml…",
		notes: `Tệp có lỗi thì không được xếp lại.

Mã kết thúc: 0 xong; 1 tệp có lỗi, hoặc có thay đổi khi dùng -d; 2 dòng lệnh viết sai; 3 không đọc
hoặc không ghi được tệp.`,
	}
	rewrite := s.on("w", "ghi lại vào tệp, nếu có gì thay đổi; không có -w thì in ra màn hình")
	change := s.on("d", "chỉ in những chỗ sẽ thay đổi; mã kết thúc là 1 nếu có")
	forms := s.forms()
	s.run = func(c *Command, ctx context.Context, names []string) int {
		show := c.formatted
		switch {
		case len(names) == 0:
			return c.usage(usageError{"thiếu tên tệp số liệu", "ví dụ: phuluc2b fmt -w so-lieu.toml"}, s)
		case *change && *rewrite:
			return c.usage(usageError{"-d và -w không đi cùng nhau", "xem trước bằng -d, rồi ghi bằng -w"}, s)
		case *change:
			show = c.formatChange
		case *rewrite:
			show = c.rewrite
		}
		return c.format(ctx, names, *forms, show)
	}
	return s
}

func (c *Command) format(ctx context.Context, names, forms []string, show func(name string, before, after []byte) int) int {
	work, code := c.open(forms, "")
	if code != exitOK {
		return code
	}
	shelf := workflow.NewShelf(work, files.ReadForms)
	for _, name := range names {
		if ctx.Err() != nil {
			return exitStopped
		}
		code = max(code, c.formatFile(shelf, name, show))
	}
	return code
}

// formatFile formats one data file and hands the text before and after to show.
func (c *Command) formatFile(shelf *workflow.Shelf, name string, show func(name string, before, after []byte) int) int {
	src, err := files.ReadSource(name)
	if err != nil {
		return c.fail(err)
	}
	annex, findings := shelf.Read(src)
	var after []byte
	if annex != nil {
		after, findings = edit.Format(annex)
	}
	if len(findings) > 0 {
		c.Stderr.Print(findings)
		fmt.Fprintf(c.Stderr, "%s: không xếp lại, %s\n", name, tally(findings))
		return exitFinding
	}
	return show(name, src.Raw, after)
}

func (c *Command) formatted(_ string, _, after []byte) int {
	if err := c.Stdout.Data(after); err != nil {
		return c.fail(err)
	}
	return exitOK
}

// formatChange prints what would change, as patch reads it.
func (c *Command) formatChange(name string, before, after []byte) int {
	changes := diff.Diff(diag.Visible(name)+".orig", before, diag.Visible(name), after)
	if len(changes) == 0 {
		return exitOK
	}
	if err := c.Stdout.Data(changes); err != nil {
		return c.fail(err)
	}
	return exitFinding
}

// rewrite puts a formatted file in the place of the one before, behind a link if its name is
// one.
func (c *Command) rewrite(name string, before, after []byte) int {
	if bytes.Equal(before, after) {
		fmt.Fprintf(c.Stdout, "%s: không có gì thay đổi\n", name)
		return exitOK
	}
	target, err := filepath.EvalSymlinks(name)
	if err != nil {
		return c.fail(fmt.Errorf("%s: %s", name, files.Explain(err)))
	}
	if err := c.write(files.Output{Name: target, Data: after, Sync: true}); err != nil {
		return c.fail(err)
	}
	fmt.Fprintf(c.Stdout, "%s: đã xếp lại\n", name)
	return exitOK
}
