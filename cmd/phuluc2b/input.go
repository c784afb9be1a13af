package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/words"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/fonts"
	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// open makes a workspace with the user's own forms and, if a folder is named, fonts. Its exit
// code is not exitOK when one of them cannot be used; what is wrong has been printed then.
func (c *Command) open(formFiles []string, fontDir string) (*workflow.Workspace, int) {
	family, findings, err := family(fontDir)
	if err != nil {
		return nil, c.fail(err)
	}
	if len(findings) > 0 {
		c.Stderr.Print(findings)
		return nil, exitFinding
	}
	if fontDir != "" {
		fmt.Fprintf(c.Stderr, "phuluc2b: PDF dùng phông %s trong %s\n", diag.Visible(family.Name), family.Folder)
	}
	var forms []*diag.Source
	for _, name := range formFiles {
		src, err := files.ReadSource(name)
		if err != nil {
			return nil, c.fail(err)
		}
		forms = append(forms, src)
	}
	if findings = workflow.TwoForms(forms); findings == nil {
		var work *workflow.Workspace
		if work, findings = workflow.Open(family, forms...); work != nil {
			return work, exitOK
		}
	}
	c.Stderr.Print(findings)
	return nil, exitFinding
}

// openNamed makes a workspace for a subcommand with the form of that name: an embedded one,
// or a file of the user's. The form is nil when there is no name.
func (c *Command) openNamed(subcommand, name string) (*workflow.Workspace, *model.Form, int) {
	var own []string
	if strings.ContainsAny(name, `./\`) {
		own = []string{name}
	}
	work, code := c.open(own, "")
	switch {
	case code != exitOK || name == "":
		return work, nil, code
	case work.Own != nil:
		return work, work.Own, exitOK
	case work.Forms[name] == nil:
		return nil, nil, c.misuse("không có biểu mẫu "+name, "đang có: "+strings.Join(work.Forms.IDs(), ", ")+"; biểu mẫu riêng thì viết tên tệp", subcommand)
	}
	return work, work.Forms[name], exitOK
}

// family is the typeface of the PDF: the embedded one, or an office's own out of a folder.
// The findings say which of its styles cannot be used.
func family(folder string) (*fonts.Family, diag.List, error) {
	if folder == "" {
		f, err := fonts.Serif()
		return f, nil, err
	}
	f, errs := fonts.Load(folder)
	var findings diag.List
	for _, fact := range fontFaults(errs) {
		findings.Faultf("phong-chu", diag.NewSource(folder, nil).At(0, 0), "chọn thư mục có đủ bốn kiểu của một phông TrueType có chữ Việt, ví dụ C:\\Windows\\Fonts; hoặc bỏ --font-dir", "%s", fact)
	}
	if findings == nil && errs != nil {
		return nil, nil, fmt.Errorf("%s: %s", folder, files.Explain(errs[0]))
	}
	return f, findings, nil
}

// fontFaults says what is wrong with a folder of fonts: one fact for each style, or one for
// all. It is nil for a folder that cannot be read.
func fontFaults(errs []error) []string {
	var facts []string
	for _, err := range errs {
		var style *fonts.StyleError
		switch {
		case errors.Is(err, fonts.ErrTooManyFiles):
			return []string{"thư mục có quá nhiều tệp để tìm phông chữ trong đó"}
		case !errors.As(err, &style):
			return nil
		case style.Family == "":
			return []string{"thư mục không có phông TrueType (.ttf) nào đọc được"}
		case errors.Is(err, fonts.ErrNotVietnamese):
			return []string{fmt.Sprintf("phông %s (%s) thiếu chữ tiếng Việt có dấu", style.Family, style.File)}
		}
		facts = append(facts, explainFont(style))
	}
	return facts
}

func explainFont(err *fonts.StyleError) string {
	style := map[string]string{"Regular": "chữ thường", "Bold": "chữ đậm", "Italic": "chữ nghiêng", "Bold Italic": "chữ đậm nghiêng"}[err.Style]
	switch {
	case errors.Is(err, fonts.ErrStyleMissing):
		return fmt.Sprintf("không có phông %s của %s", style, err.Family)
	case errors.Is(err, fonts.ErrNotEmbeddable):
		return fmt.Sprintf("giấy phép của phông %s (%s) không cho nhúng vào tệp", style, err.File)
	}
	return fmt.Sprintf("phông %s (%s) bị hỏng hoặc không phải TrueType", style, err.File)
}

// readDocument reads a DOCX, XLSX or PDF. The error is for the user.
func readDocument(name string) (*workflow.Document, error) {
	data, err := files.ReadDocument(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, explain(err))
	}
	d, err := workflow.ReadDocument(name, data)
	if err != nil && strings.EqualFold(filepath.Ext(name), ".toml") {
		return nil, fmt.Errorf("%s: %s\n  gợi ý: tệp .toml thì dùng thẳng: phuluc2b check %[1]s, phuluc2b render %[1]s", name, explain(err))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, explain(err))
	}
	return d, nil
}

// explain says in Vietnamese why a document cannot be read.
func explain(err error) string {
	why, remedy := workflow.Explain(err)
	if remedy.Do != diag.NoAction {
		why += "; " + words.Of(remedy)
	}
	return cmp.Or(why, files.Explain(err))
}

// isDocument reports whether a file is a document by its name, rather than data.
func isDocument(name string) bool {
	return slices.Contains([]string{".docx", ".doc", ".xlsx", ".xlsm", ".xls", ".ods", ".odt", ".pdf"}, strings.ToLower(filepath.Ext(name)))
}

// readVersion reads one version of an annex: a data file, or a document with what was
// changed in it since it was made. Its exit code is not exitOK when it cannot be read or has
// faults; what is wrong has been printed then. Broken rules are nothing to a comparison.
func (c *Command) readVersion(work *workflow.Workspace, name string) (*model.Annex, int) {
	var annex *model.Annex
	var findings diag.List
	if isDocument(name) {
		d, err := readDocument(name)
		if err != nil {
			return nil, c.fail(err)
		}
		annex, findings = work.Version(d)
	} else {
		src, err := files.ReadSource(name)
		if err != nil {
			return nil, c.fail(err)
		}
		annex, findings = workflow.NewShelf(work, files.ReadForms).Read(src)
	}
	c.Stderr.Print(findings)
	if annex == nil || findings.Count(diag.Fault, diag.Error) > 0 {
		return annex, exitFinding
	}
	return annex, exitOK
}

// readOptional is readVersion for a version that need not be named; nil when it is not.
func (c *Command) readOptional(work *workflow.Workspace, name string) (*model.Annex, int) {
	if name == "" {
		return nil, exitOK
	}
	return c.readVersion(work, name)
}
