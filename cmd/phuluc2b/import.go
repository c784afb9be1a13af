package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
)

func importCommand() *subcommand {
	s := &subcommand{
		name: "import", summary: "đọc số liệu từ tệp DOCX, XLSX đã sửa, hoặc cả thư mục, thành tệp số liệu",
		about: `đọc số liệu trong bảng của một tệp DOCX hoặc XLSX thành tệp số liệu. Tệp do chương
trình làm mang theo tệp số liệu của nó: chỉ những số liệu đã sửa trong Word, Excel bị đổi, còn lại giữ
nguyên, cả lời ghi; PDF thì lấy lại tệp số liệu ấy. Phụ lục gõ bằng tay thì mỗi dòng được tìm theo tên chỉ
tiêu, STT và thứ tự; chỗ nào không nhận ra thì được báo, không đoán.`,
		usage: "import [TÙY CHỌN] TỆP.docx|TỆP.xlsx|TỆP.pdf\n           phuluc2b import [TÙY CHỌN] THƯ_MỤC… -o THƯ_MỤC_SỐ_LIỆU",
		intro: `Thư mục thì đọc mọi tệp DOCX, XLSX ở trong, kể cả thư mục con, và tệp PDF do chương trình làm; mỗi văn bản thành
một tệp số liệu cùng tên trong thư mục -o. Văn bản có chỗ không hiểu được thì được kể ra, các văn bản khác vẫn làm.`,
		notes: `Mã kết thúc: 0 xong; 1 xong nhưng có chỗ không hiểu được, hoặc không ghi gì: văn bản không có phụ
lục, hay tệp -o đã có và khác với tệp số liệu mà nó mang theo; 2 dòng lệnh viết sai; 3 không đọc hoặc
không ghi được tệp; 4 bị dừng giữa chừng (Ctrl-C). Với thư mục: mã của văn bản nặng nhất.`,
	}
	target := s.text("o", "TỆP.toml", "", "ghi vào tệp này; không có -o thì in ra màn hình. Với thư mục: ghi vào thư mục này", "viết tên tệp số liệu sau -o")
	form := s.text("form", "MẪU", "", "biểu mẫu của phụ lục gõ bằng tay: tên, hoặc tệp biểu mẫu riêng", "viết tên biểu mẫu hoặc tệp biểu mẫu sau --form")
	table := s.number("table", "SỐ", 0, "đọc phụ lục ở bảng thứ mấy, khi văn bản có nhiều phụ lục;\nmỗi trang tính của Excel là một bảng", "viết số thứ tự của bảng trong văn bản, từ 1, sau --table")
	column := s.text("column", "ĐẦU_CỘT", "", "đọc số liệu ở cột có đầu cột này, khi bảng có nhiều cột số liệu", "viết đầu cột số liệu sau --column, ví dụ --column \"Năm 2021\"")
	force := s.on("force", "thay tệp -o đã có, cả khi tệp ấy có điều mà văn bản không mang theo")
	workers := s.workers("với thư mục: đọc")
	s.run = func(c *Command, ctx context.Context, names []string) int {
		if anyFolder(names) {
			return c.importAll(ctx, s, importOrder{names: names, folder: *target, form: *form, choice: match.Choice{Table: *table, Column: *column}, workers: *workers, force: *force})
		}
		if len(names) != 1 {
			return c.usage(usageError{"cần đúng một tệp DOCX, XLSX hoặc PDF, hoặc thư mục", "ví dụ: phuluc2b import phu-luc.docx -o so-lieu.toml, phuluc2b import bao-cao/ -o so-lieu/"}, s)
		}
		return c.importDocument(names[0], *target, *form, match.Choice{Table: *table, Column: *column}, *force)
	}
	return s
}

func (c *Command) importDocument(name, target, formName string, choice match.Choice, force bool) int {
	work, form, code := c.openNamed("import", formName)
	if code != exitOK {
		return code
	}
	d, err := readDocument(name)
	if err != nil {
		return c.fail(err)
	}
	text, findings := work.Import(d, form, choice)
	if text != nil && target != "" {
		met := workflow.NewFormsMet(workflow.NewShelf(work, files.ReadForms), form)
		if other := met.Meet(d, target); other != nil {
			text, findings = nil, other
		}
	}
	c.Stderr.Print(findings)
	if text == nil {
		return exitFinding
	}
	if code := c.save(target, text, carriedData(d), force); code != exitOK {
		return code
	}
	if findings.Count(diag.Fault, diag.Error) > 0 {
		return exitFinding
	}
	return exitOK
}

// carried is a file that travels in a document.
type carried struct {
	document string
	what     string // it is
	data     []byte // nil when the document has none
}

func carriedData(d *workflow.Document) carried {
	data := carried{document: d.Name, what: "tệp số liệu"}
	if d.Source != nil {
		data.data = d.Source.Data
	}
	return data
}

func (f carried) is(data []byte) bool { return f.data != nil && bytes.Equal(f.data, data) }

// save writes what comes out of a document, or prints it. A file that is there is replaced only
// when nothing in it is lost: it is what the document carries, or what it is to be.
func (c *Command) save(target string, text []byte, inside carried, force bool) int {
	if target == "" {
		if err := c.Stdout.Data(text); err != nil {
			return c.fail(err)
		}
		return exitOK
	}
	if isDocument(target) || files.Same(target, inside.document) {
		return c.misuse(target+" không phải tên một tệp số liệu", "viết một tên khác, có đuôi .toml, sau -o", "import")
	}
	c.recoverFolders(filepath.Dir(target))
	done, err := c.put(files.Output{Name: target, Data: text, Sync: true}, inside.is, force,
		fmt.Sprintf("khác với %s mà %s mang theo, nên không bị thay\n  gợi ý: ghi vào tên khác rồi so hai tệp, hoặc thêm --force", inside.what, filepath.Base(inside.document)))
	if err != nil {
		return c.fail(err)
	}
	fmt.Fprintf(c.Stdout, "%s: %s\n", target, done)
	return exitOK
}

// keptError says why a file that is there is not replaced.
type keptError string

func (e keptError) Error() string { return string(e) }

const unchanged = "không có gì thay đổi"

// put writes a data file, and tells what it did. One that is there is replaced only when it is
// spare, that is nothing is lost with it, or by force: else the error is a keptError with the
// reason.
func (c *Command) put(o files.Output, spare func(old []byte) bool, force bool, reason string) (done string, err error) {
	old, err := files.ReadDocument(o.Name)
	foreign := err == nil && !spare(old)
	switch {
	case err == nil && bytes.Equal(old, o.Data):
		return unchanged, nil
	case foreign && !force:
		return "", keptError(o.Name + " đã có và " + reason)
	case err != nil && !files.Missing(err):
		return "", fmt.Errorf("%s: %s", o.Name, files.Explain(err))
	}
	if err := files.Write([]files.Output{o}); err != nil {
		return "", err
	}
	if foreign {
		fmt.Fprint(c.Stderr, dropped(o.Name, old, o.Data))
	}
	return "đã ghi", nil
}

// dropped is a message that names the lines of a data file that the text which took its place by
// --force does not have; "" when it has them all.
func dropped(name string, old, text []byte) string {
	kept := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		kept[strings.Join(strings.Fields(line), " ")] = true
	}
	var lost []string
	for line := range strings.Lines(string(old)) {
		if line = strings.Join(strings.Fields(line), " "); line != "" && !kept[line] {
			lost = append(lost, diag.Visible(line))
		}
	}
	if len(lost) == 0 {
		return ""
	}
	return fmt.Sprintf("phuluc2b: --force bỏ những dòng này của %s cũ:\n    %s\n", name, diag.Few(lost, mostTold, "\n    ", "dòng"))
}
