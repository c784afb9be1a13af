package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
	"phuluc2b/render"
)

// formOrder is what is asked for on the command line.
type formOrder struct {
	workflow.FormOrder
	form, data string // files to write
	seen       []string
}

func formCommand() *subcommand {
	s := &subcommand{
		name: "form", summary: "làm biểu mẫu từ tệp Word, Excel của cấp trên gửi",
		about: `đọc biểu mẫu trong một tệp DOCX hoặc XLSX (phụ lục trống, hoặc đã điền) thành tệp
biểu mẫu TOML: tên phụ lục, các cột, các dòng, đơn vị tính. Chỗ nào phải đoán thì có lời “# xem lại: …” ở dòng ấy, và
được báo; chữ nào không đưa vào biểu mẫu được thì cũng được báo.`,
		usage: "form TỆP.docx|TỆP.xlsx -o BIỂU_MẪU.toml [TÙY CHỌN]\n           phuluc2b form --check BIỂU_MẪU.toml",
		notes: `Sau đó: phuluc2b new --form BIỂU_MẪU.toml -o SỐ_LIỆU.toml, điền số liệu, rồi phuluc2b render SỐ_LIỆU.toml.

Mã kết thúc: 0 xong, có thể còn chỗ phải xem lại; 1 có chỗ không hiểu được, hoặc biểu mẫu có lỗi; 2 dòng lệnh
viết sai; 3 không đọc hoặc không ghi được tệp.`,
	}
	target := s.text("o", "TỆP.toml", "", "ghi biểu mẫu vào tệp này, tệp đã có thì không bị thay; không có -o thì in ra màn hình", "viết tên tệp biểu mẫu mới sau -o")
	data := s.text("data", "TỆP.toml", "", "văn bản đã điền: ghi cả số liệu của nó vào tệp này, tệp đã có thì không bị thay", "viết tên tệp số liệu mới sau --data")
	table := s.number("table", "SỐ", 0, "đọc phụ lục ở bảng thứ mấy, khi văn bản có nhiều phụ lục", "viết số thứ tự của bảng trong văn bản, từ 1, sau --table")
	seen := s.texts("seen", "TỆP.docx", "phụ lục đã điền theo biểu mẫu này: quy tắc trái với số liệu của nó thì không gợi ý;\nviết được nhiều lần", "viết tên một phụ lục đã điền sau --seen")
	checked := s.on("check", "chỉ kiểm tra một tệp biểu mẫu: lỗi, và những chỗ còn phải xem lại")
	s.run = func(c *Command, _ context.Context, names []string) int {
		o := formOrder{FormOrder: workflow.FormOrder{Table: *table}, form: *target, data: *data, seen: *seen}
		if *checked {
			return c.checkForm(s, names, o)
		}
		if len(names) != 1 {
			return c.usage(usageError{"cần đúng một tệp DOCX hoặc XLSX", "ví dụ: phuluc2b form bieu-mau-2026.docx -o bieu-mau-2026.toml"}, s)
		}
		if *table < 0 {
			return c.usage(usageError{fmt.Sprintf("--table không nhận %d", *table), "viết số thứ tự của bảng trong văn bản, từ 1"}, s)
		}
		return c.form(names[0], o)
	}
	return s
}

func (c *Command) form(name string, o formOrder) int {
	if strings.EqualFold(filepath.Ext(name), ".toml") {
		return c.misuse(name+" không phải tệp DOCX, XLSX", "kiểm tra một tệp biểu mẫu: phuluc2b form --check "+name, "form")
	}
	for _, target := range []string{o.form, o.data} {
		if target != "" && !strings.EqualFold(filepath.Ext(target), ".toml") {
			return c.misuse(target+" không phải tên một tệp TOML", "viết một tên có đuôi .toml", "form")
		}
	}
	if o.data != "" && (filepath.Clean(o.data) == filepath.Clean(o.form) || files.Same(o.data, o.form)) {
		return c.misuse("-o và --data cùng là "+o.form, "viết hai tên khác nhau", "form")
	}
	work, code := c.open(nil, "")
	if code != exitOK {
		return code
	}
	d, code := c.readForm(name)
	if code != exitOK {
		return code
	}
	for _, name := range o.seen {
		seen, code := c.readForm(name)
		if code != exitOK {
			return code
		}
		o.Seen = append(o.Seen, seen)
	}
	o.ID, o.Data = formID(o.form, name), o.data != ""
	drafted, findings := work.Form(d, o.FormOrder)
	c.Stderr.Print(findings)
	if drafted == nil {
		return exitFinding
	}
	if code := c.writeForm(drafted, o); code != exitOK {
		return code
	}
	if findings.Count(diag.Fault, diag.Error) > 0 {
		return exitFinding
	}
	return exitOK
}

// readForm reads a DOCX or XLSX with a form in it.
func (c *Command) readForm(name string) (*workflow.Document, int) {
	d, err := readDocument(name)
	if err != nil {
		return nil, c.fail(err)
	}
	if d.Format == render.PDF {
		return nil, c.misuse(d.Name+" là tệp PDF", "dùng tệp Word (.docx) hoặc Excel (.xlsx) của phụ lục", "form")
	}
	return d, exitOK
}

// formID is the name of a form by that of its file: small letters and digits of ASCII.
func formID(names ...string) string {
	for _, name := range names {
		base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
		if id := tree.Slug(base); name != "" && id != "" {
			return id
		}
	}
	return "bieu-mau"
}

// writeForm writes the form and the data, both or none, or prints the form when it has no name.
func (c *Command) writeForm(drafted *workflow.Drafted, o formOrder) int {
	var outputs []files.Output
	if o.form != "" {
		outputs = append(outputs, files.Output{Name: o.form, Data: drafted.Form, New: true, Sync: true})
	} else if err := c.Stdout.Data(drafted.Form); err != nil {
		return c.fail(err)
	}
	if o.data != "" && drafted.Data != nil {
		outputs = append(outputs, files.Output{Name: o.data, Data: drafted.Data, New: true, Sync: true})
	}
	err := c.write(outputs...)
	if errors.Is(err, files.ErrExists) {
		err = fmt.Errorf("%w\n  gợi ý: chọn tên khác", err)
	}
	if err != nil {
		return c.fail(err)
	}
	for _, output := range outputs {
		fmt.Fprintf(c.Stdout, "%s: đã ghi\n", output.Name)
	}
	if o.data != "" && drafted.Data == nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s: không ghi, không lấy được số liệu của văn bản\n", o.data)
		return exitFinding
	}
	return exitOK
}

// checkForm says what is wrong with a form, and what is still to be looked at.
func (c *Command) checkForm(s *subcommand, names []string, o formOrder) int {
	switch {
	case len(names) != 1:
		return c.usage(usageError{"--check cần đúng một tệp biểu mẫu", "ví dụ: phuluc2b form --check bieu-mau-2026.toml"}, s)
	case o.form != "" || o.data != "" || o.Table != 0 || o.seen != nil:
		return c.usage(usageError{"--check không đi cùng tùy chọn khác", "ví dụ: phuluc2b form --check bieu-mau-2026.toml"}, s)
	case isDocument(names[0]):
		return c.misuse(names[0]+" không phải tệp biểu mẫu", "làm biểu mẫu từ nó trước: phuluc2b form "+names[0]+" -o BIỂU_MẪU.toml", "form")
	}
	src, err := files.ReadSource(names[0])
	if err != nil {
		return c.fail(err)
	}
	if o := model.ReadOutline(src); o.Sound && o.Form != "" && !o.IsForm() {
		return c.misuse(names[0]+" không phải tệp biểu mẫu", "kiểm tra tệp số liệu: phuluc2b check "+names[0], "form")
	}
	work, code := c.open(nil, "")
	if code != exitOK {
		return code
	}
	findings := work.CheckForm(src)
	c.Stdout.Print(findings)
	fmt.Fprintf(c.Stdout, "%s: %s\n", names[0], tally(findings))
	if findings.Count(diag.Fault) > 0 {
		return exitFinding
	}
	return exitOK
}
