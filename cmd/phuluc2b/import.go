package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

const importHelp = `phuluc2b import đọc số liệu trong bảng của một tệp DOCX thành tệp số liệu. Tệp do chương trình làm
mang theo tệp số liệu của nó: chỉ những số liệu đã sửa trong Word bị đổi, còn lại giữ nguyên, cả lời
ghi. Phụ lục gõ bằng tay thì mỗi dòng được tìm theo tên chỉ tiêu, STT và thứ tự; dòng nào không nhận
ra thì được báo.

Cách dùng: phuluc2b import [TÙY CHỌN] TỆP.docx

  -o TỆP.toml     ghi vào tệp này; không có -o thì in ra màn hình
  --form MẪU      biểu mẫu của phụ lục gõ bằng tay: tên, hoặc tệp biểu mẫu riêng
  --force         thay tệp -o đã có, cả khi tệp ấy có điều mà tệp DOCX không mang theo

Mã kết thúc: 0 xong; 1 xong nhưng có chỗ không hiểu được; 2 dòng lệnh viết sai; 3 không đọc hoặc
không ghi được tệp.
`

func (c *Command) importDocument(_ context.Context, args []string) int {
	flags := newFlags("import")
	target := flags.String("o", "", "viết tên tệp số liệu sau -o")
	formName := flags.String("form", "", "viết tên biểu mẫu hoặc tệp biểu mẫu sau --form")
	force := flags.Bool("force", false, "viết --force, không có giá trị")
	files, err := parse(flags, args)
	if err == nil && len(files) != 1 {
		err = usageError{"cần đúng một tệp DOCX", "ví dụ: phuluc2b import phu-luc.docx -o so-lieu.toml"}
	}
	if err != nil {
		return c.usage(err, "import", importHelp)
	}
	work, form, code := c.openNamed("import", *formName)
	if code != exitOK {
		return code
	}
	d, err := readDocument(files[0])
	if err != nil {
		return c.fail(err)
	}
	if d.Format != render.DOCX {
		return c.misuse(d.name+" là tệp PDF", "lấy tệp số liệu của nó: phuluc2b extract "+d.name, "import")
	}
	text, findings := work.imported(d, cmp.Or(form, work.defaultForm()))
	c.Stderr.print(findings)
	if text == nil {
		return exitFinding
	}
	if code := c.save(*target, text, d, *force); code != exitOK {
		return code
	}
	if findings.Count(diag.Fault)+findings.Count(diag.Error) > 0 {
		return exitFinding
	}
	return exitOK
}

// imported is the data file of a document: the one that it carries with what was changed
// since, or one made from its table by the form. It is nil when what the document carries
// cannot be read.
func (w *workspace) imported(d *document, form *model.Form) ([]byte, diag.List) {
	if d.source == nil {
		return w.composed(d, form)
	}
	annex, findings := w.annex(d)
	if annex == nil {
		return nil, findings
	}
	corrections, findings := w.revision(d, annex)
	text, err := annex.Correct(corrections)
	if err != nil { // in canonical layout it can be corrected
		text, err = w.corrected(annex, corrections)
	}
	if err != nil {
		findings.Faultf("import", annex.Source.At(0, 0), "lấy tệp số liệu bằng phuluc2b extract rồi sửa bằng tay", "tệp số liệu mang theo viết theo lối không sửa tại chỗ được")
		return nil, findings
	}
	return text, findings
}

// corrected is a data file in canonical layout with corrections.
func (w *workspace) corrected(annex *model.Annex, corrections []model.Correction) ([]byte, error) {
	text, findings := model.Format(annex)
	if len(findings) > 0 {
		return nil, model.ErrNotCorrected
	}
	formatted, _ := model.ReadAnnex(diag.NewSource(annex.Source.Name, text), model.Forms{annex.Form.ID: annex.Form}, w.family.Has)
	if formatted == nil {
		return nil, model.ErrNotCorrected
	}
	return formatted.Correct(corrections)
}

// composed is a data file made from nothing but the table and the heading of a document, in
// canonical layout if it can be read back.
func (w *workspace) composed(d *document, form *model.Form) ([]byte, diag.List) {
	blank := &model.Annex{Form: form}
	rows, findings := blank.Revise(d.table(form))
	text := form.Compose(form.ReadHeader(d.Paragraphs), rows)
	annex, faults := model.ReadAnnex(diag.NewSource(d.name, text), w.forms, w.family.Has)
	if annex == nil {
		return text, append(findings, faults...)
	}
	if formatted, faults := model.Format(annex); faults == nil {
		text = formatted
	}
	return text, findings
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// save writes a data file, or prints it. A file that is there is replaced only when nothing
// in it is lost: it is what the document carries, or what it is to be.
func (c *Command) save(target string, text []byte, d *document, force bool) int {
	if target == "" {
		if _, err := c.Stdout.Write(text); err != nil {
			return c.fail(err)
		}
		return exitOK
	}
	if ext := strings.ToLower(filepath.Ext(target)); ext == ".docx" || ext == ".pdf" || sameFile(target, d.name) {
		return c.misuse(target+" không phải tên một tệp số liệu", "viết một tên khác, có đuôi .toml, sau -o", "import")
	}
	old, err := os.ReadFile(target)
	switch {
	case err == nil && bytes.Equal(old, text):
		fmt.Fprintf(c.Stdout, "%s: không có gì thay đổi\n", target)
		return exitOK
	case err == nil && !force && (d.source == nil || !bytes.Equal(old, d.source.Data)):
		fmt.Fprintf(c.Stderr, "phuluc2b: %s đã có và khác với tệp số liệu mà %s mang theo, nên không bị thay\n  gợi ý: ghi vào tên khác rồi so hai tệp, hoặc thêm --force\n", target, filepath.Base(d.name))
		return exitFinding
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return c.fail(fmt.Errorf("%s: %s", target, explainIO(err)))
	}
	if err := write([]output{{name: target, data: text}}); err != nil {
		return c.fail(err)
	}
	fmt.Fprintf(c.Stdout, "%s: đã ghi\n", target)
	return exitOK
}
