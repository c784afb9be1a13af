package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

const newHelp = `phuluc2b new làm một tệp số liệu để điền: đủ các dòng của biểu mẫu, mỗi dòng kèm tên chỉ tiêu và
đơn vị tính.

Cách dùng: phuluc2b new [TÙY CHỌN]

  -o TỆP.toml     ghi vào tệp này, tệp đã có thì không bị thay; không có -o thì in ra màn hình
  --form MẪU      tên biểu mẫu, hoặc tệp biểu mẫu riêng (khi ấy render, check cũng cần --form)
  --from TỆP      làm cho kỳ tiếp theo của tệp số liệu này (quý I, 6 tháng, quý III, năm, quý I năm
                  sau): giữ loại văn bản, ký hiệu, cơ quan; chưa có số và ngày
  --carry         cùng với --from: giữ cả số liệu và ghi chú của kỳ trước để sửa

Mã kết thúc: 0 xong; 1 tệp có lỗi; 2 dòng lệnh viết sai; 3 không đọc hoặc không ghi được tệp.
`

func (c *Command) newData(_ context.Context, args []string) int {
	flags := newFlags("new")
	target := flags.String("o", "", "viết tên tệp số liệu mới sau -o")
	formName := flags.String("form", "", "viết tên biểu mẫu hoặc tệp biểu mẫu sau --form")
	from := flags.String("from", "", "viết tên tệp số liệu của kỳ trước sau --from")
	carry := flags.Bool("carry", false, "viết --carry, không có giá trị")
	files, err := parse(flags, args)
	switch {
	case err != nil:
	case len(files) > 0:
		err = usageError{"new không nhận tên tệp " + files[0], "viết -o " + files[0] + " để ghi vào tệp ấy, --from " + files[0] + " để làm kỳ tiếp theo của nó"}
	case *carry && *from == "":
		err = usageError{"--carry cần --from", "viết --from và tên tệp số liệu của kỳ trước"}
	}
	if err != nil {
		return c.usage(err, "new", newHelp)
	}
	work, form, code := c.openNamed("new", *formName)
	if code != exitOK {
		return code
	}
	if *from == "" {
		return c.create(*target, model.NewData(cmp.Or(form, work.defaultForm()), c.Now().Year()))
	}
	text, code := c.nextData(work, *from, form, *carry)
	if code != exitOK {
		return code
	}
	return c.create(*target, text)
}

// nextData is a data file for the period after that of another one, by its form if there is
// no other.
func (c *Command) nextData(work *workspace, from string, form *model.Form, carry bool) ([]byte, int) {
	src, err := readSource(from)
	if err != nil {
		return nil, c.fail(err)
	}
	old, findings := model.ReadAnnex(src, work.forms, work.family.Has)
	var text []byte
	if old != nil {
		text, findings = next(old, cmp.Or(form, old.Form), carry)
	}
	if len(findings) > 0 {
		c.Stderr.print(findings)
		return nil, exitFinding
	}
	return text, exitOK
}

// next is the data file after an old one. Figures are carried over only within a form: the
// same ID may be another row elsewhere.
func next(old *model.Annex, form *model.Form, carry bool) ([]byte, diag.List) {
	if carry && form != old.Form {
		var findings diag.List
		findings.Faultf("mau-khac", old.Source.At(0, 0), "bỏ --carry, hoặc bỏ --form", "tệp này theo biểu mẫu %s, không giữ được số liệu của nó sang biểu mẫu %s", old.Form.ID, form.ID)
		return nil, findings
	}
	return model.NextData(old, form, carry)
}

// create writes a new file, or prints its text when it has no name.
func (c *Command) create(name string, text []byte) int {
	if name == "" {
		return c.formatted("", nil, text)
	}
	err := createFile(name, text)
	switch {
	case errors.Is(err, fs.ErrExist):
		fmt.Fprintf(c.Stderr, "phuluc2b: %s đã có, không bị thay\n  gợi ý: chọn tên khác sau -o\n", name)
		return exitIO
	case err != nil:
		return c.fail(fmt.Errorf("%s: không ghi được: %s", name, explainIO(err)))
	}
	fmt.Fprintf(c.Stdout, "%s: đã ghi\n", name)
	return exitOK
}

// createFile writes a file that must not be there yet, whole or not at all.
func createFile(name string, text []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		os.Remove(name)
	}
	return err
}
