package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"phuluc2b/fonts"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// maxInput bounds a file that is read whole: many times the largest annex.
const maxInput = 64 << 20

// readSource reads a text file. The error is for the user.
func readSource(name string) (*diag.Source, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, explainIO(err))
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxInput+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, explainIO(err))
	}
	if len(text) > maxInput {
		return nil, fmt.Errorf("%s: tệp lớn hơn %d MB, không phải tệp số liệu", name, maxInput>>20)
	}
	return diag.NewSource(name, text), nil
}

// explainIO says in Vietnamese why a file could not be read or written.
func explainIO(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "không tìm thấy tệp hoặc thư mục này"
	case errors.Is(err, syscall.EISDIR):
		return "đây là thư mục, cần một tệp"
	case errors.Is(err, syscall.ENOTDIR):
		return "đây là tệp, cần một thư mục"
	case fileBusy(err):
		return "tệp đang mở trong chương trình khác; đóng tệp rồi chạy lại"
	case errors.Is(err, fs.ErrPermission):
		return "không có quyền, hoặc tệp đang mở trong chương trình khác; đóng tệp rồi chạy lại"
	case errors.Is(err, syscall.ENOSPC):
		return "ổ đĩa đã đầy"
	}
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return "hệ điều hành báo: " + err.Error()
}

// workspace is what reading annexes takes: the typeface that says which letters can be
// printed, and the forms.
type workspace struct {
	family *fonts.Family
	forms  model.Forms
	own    *model.Form // the last of the user's own forms; nil when there is none

	renderer *render.Renderer
}

// open makes a workspace with the user's own forms and, if a folder is named, fonts. Its exit
// code is not exitOK when one of them cannot be used; what is wrong has been printed then.
func (c *Command) open(formFiles []string, fontDir string) (*workspace, int) {
	family, findings, err := family(fontDir)
	if err != nil {
		return nil, c.fail(err)
	}
	if len(findings) > 0 {
		c.Stderr.print(findings)
		return nil, exitFinding
	}
	work := &workspace{family: family, renderer: render.NewRenderer(family)}
	var own []*model.Form
	for _, name := range formFiles {
		src, err := readSource(name)
		if err != nil {
			return nil, c.fail(err)
		}
		var f diag.List
		work.own, f = model.ReadForm(src, family.Has)
		findings = append(findings, f...)
		own = append(own, work.own)
	}
	if len(findings) == 0 {
		work.forms, findings = model.NewForms(family.Has, own...)
	}
	if len(findings) > 0 {
		c.Stderr.print(findings)
		return nil, exitFinding
	}
	return work, exitOK
}

// openNamed makes a workspace for a subcommand with the form of that name: an embedded one,
// or a file of the user's. The form is nil when there is no name.
func (c *Command) openNamed(subcommand, name string) (*workspace, *model.Form, int) {
	var own []string
	if strings.ContainsAny(name, `./\`) {
		own = []string{name}
	}
	work, code := c.open(own, "")
	switch {
	case code != exitOK || name == "":
		return work, nil, code
	case work.own != nil:
		return work, work.own, exitOK
	case work.forms[name] == nil:
		return nil, nil, c.misuse("không có biểu mẫu "+name, "đang có: "+strings.Join(work.forms.IDs(), ", ")+"; biểu mẫu riêng thì viết tên tệp", subcommand)
	}
	return work, work.forms[name], exitOK
}

// defaultForm is what is meant where no form is named: the user's own, or the first that the
// program carries.
func (w *workspace) defaultForm() *model.Form {
	if w.own != nil {
		return w.own
	}
	return w.forms[w.forms.IDs()[0]]
}

// read reads a data file and checks it, against the period before if there is one. The
// annex is nil when there is a fault.
func (w *workspace) read(src *diag.Source, previous *model.Annex) (*model.Annex, diag.List) {
	return model.ReadAndCheck(src, w.forms, w.family.Has, previous)
}

// fail says that a file could not be read or written.
func (c *Command) fail(err error) int {
	fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", err)
	return exitIO
}

// print shows findings on a stream, sorted by place.
func (s Stream) print(findings diag.List) {
	printer := diag.Printer{Color: s.Color, Width: s.Width}
	for _, f := range findings.Sorted() {
		printer.Print(s, f)
	}
}
