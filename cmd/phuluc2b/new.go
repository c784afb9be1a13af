package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
)

func newCommand() *subcommand {
	s := &subcommand{
		name: "new", summary: "làm tệp số liệu mới để điền",
		about: `làm một tệp số liệu để điền: đủ các dòng của biểu mẫu, mỗi dòng kèm tên chỉ tiêu và
đơn vị tính.`,
		usage: "new [TÙY CHỌN]",
		notes: "Mã kết thúc: 0 xong; 1 tệp có lỗi; 2 dòng lệnh viết sai; 3 không đọc hoặc không ghi được tệp.",
	}
	target := s.text("o", "TỆP.toml", "", "ghi vào tệp này, tệp đã có thì không bị thay; không có -o thì in ra màn hình", "viết tên tệp số liệu mới sau -o")
	form := s.text("form", "MẪU", "", "tên biểu mẫu, hoặc tệp biểu mẫu riêng; để nó cạnh tệp số liệu thì render, check tự\ntìm, không thì chúng cũng cần --form", "viết tên biểu mẫu hoặc tệp biểu mẫu sau --form")
	from := s.text("from", "TỆP", "", "làm cho kỳ tiếp theo của tệp số liệu này, theo các kỳ của biểu mẫu: giữ loại văn bản,\nký hiệu, cơ quan; chưa có số và ngày", "viết tên tệp số liệu của kỳ trước sau --from")
	carry := s.on("carry", "cùng với --from: giữ cả số liệu và ghi chú của kỳ trước để sửa")
	s.run = func(c *Command, _ context.Context, names []string) int {
		switch {
		case len(names) > 0:
			return c.usage(usageError{"new không nhận tên tệp " + names[0], "viết -o " + names[0] + " để ghi vào tệp ấy, --from " + names[0] + " để làm kỳ tiếp theo của nó"}, s)
		case isDocument(*target):
			return c.usage(usageError{*target + " không phải tên một tệp số liệu", "viết một tên khác, có đuôi .toml, sau -o"}, s)
		case *carry && *from == "":
			return c.usage(usageError{"--carry cần --from", "viết --from và tên tệp số liệu của kỳ trước"}, s)
		}
		return c.newData(*target, *form, *from, *carry)
	}
	return s
}

func (c *Command) newData(target, formName, from string, carry bool) int {
	work, form, code := c.openNamed("new", formName)
	if code != exitOK {
		return code
	}
	if from == "" {
		return c.create(target, workflow.New(cmp.Or(form, work.DefaultForm()), c.Now().Year()))
	}
	text, code := c.nextData(work, from, form, carry)
	if code != exitOK {
		return code
	}
	return c.create(target, text)
}

// nextData is a data file for the period after that of another one, by its form if there is
// no other.
func (c *Command) nextData(work *workflow.Workspace, from string, form *model.Form, carry bool) ([]byte, int) {
	src, err := files.ReadSource(from)
	if err != nil {
		return nil, c.fail(err)
	}
	old, findings := workflow.NewShelf(work, files.ReadForms).Read(src)
	var text []byte
	if old != nil {
		text, findings = workflow.Next(old, cmp.Or(form, old.Form), carry)
	}
	if len(findings) > 0 {
		c.Stderr.Print(findings)
		return nil, exitFinding
	}
	return text, exitOK
}

// create writes a new file, or prints its text when it has no name.
func (c *Command) create(name string, text []byte) int {
	if name == "" {
		return c.formatted("", nil, text)
	}
	err := c.write(files.Output{Name: name, Data: text, New: true, Sync: true})
	if errors.Is(err, files.ErrExists) {
		err = fmt.Errorf("%w\n  gợi ý: chọn tên khác sau -o", err)
	}
	if err != nil {
		return c.fail(err)
	}
	fmt.Fprintf(c.Stdout, "%s: đã ghi\n", name)
	return exitOK
}
