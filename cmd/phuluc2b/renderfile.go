package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// renderResult is what became of one data file.
type renderResult struct {
	code     int
	findings diag.List
	summary  string // a line for standard output
	err      error  // for standard error, in the user's language
}

// show prints what became of a data file. The error is that of standard output.
func (c *Command) show(r renderResult) (err error) {
	c.Stderr.print(r.findings)
	if r.err != nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", r.err)
	}
	if r.summary != "" {
		_, err = fmt.Fprintln(c.Stdout, r.summary)
	}
	return err
}

// renderRun is what rendering takes, the same for all data files.
type renderRun struct {
	*renderSettings
	work       *workflow.Workspace
	shelf      *workflow.Shelf // forms beside the data files; nil looks for them anew each time
	comparison workflow.Comparison
}

// file makes the files of one data file, all or none. A fault of the program itself costs one
// file, not the others.
func (r *renderRun) file(job renderJob) (result renderResult) {
	defer func() {
		if fault := recover(); fault != nil {
			result = renderResult{code: exitIO, err: fmt.Errorf("%s: lỗi bên trong chương trình, xin báo cho người làm chương trình kèm tệp này: %v", job.input, fault)}
		}
	}()
	if job.err != nil {
		return renderResult{code: exitIO, err: job.err}
	}
	src, err := files.ReadSource(job.input)
	if err != nil {
		return renderResult{code: exitIO, err: err}
	}
	annex, findings := cmp.Or(r.shelf, workflow.NewShelf(r.work, files.ReadForms)).Check(src, nil)
	refused := renderResult{code: exitFinding, findings: findings, summary: fmt.Sprintf("%s: không ghi tệp nào, %s", job.input, tally(findings))}
	if annex == nil || r.strict && findings.Count(diag.Error) > 0 {
		return refused
	}
	rendered, err := r.work.Render(annex, r.formats, r.options, r.comparison)
	if err != nil {
		return renderResult{code: exitIO, findings: findings, err: fmt.Errorf("%s: %w", job.input, err)}
	}
	outputs, written := job.outputs(rendered)
	if !r.force {
		for _, o := range outputs {
			why, found, err := r.guard(annex, o)
			if err != nil {
				return renderResult{code: exitIO, findings: findings, err: err}
			}
			if why != "" {
				refused.findings = append(refused.findings, found...)
				refused.err = fmt.Errorf("%s; chưa thay tệp này\n  gợi ý: %s", why, unguarded(o.Name))
				return refused
			}
		}
	}
	if err := files.Write(outputs); err != nil {
		return renderResult{code: exitIO, findings: findings, err: err}
	}
	return renderResult{findings: findings, summary: fmt.Sprintf("%s: đã ghi %s, %s", job.input, strings.Join(written, ", "), tally(findings)) + r.remark(job, annex, rendered.Changes)}
}

// outputs are the files of one data file under their names, and what a summary says of each.
func (job renderJob) outputs(rendered workflow.Rendered) (outputs []files.Output, written []string) {
	made, targets := slices.Concat(rendered.Files, rendered.Corrections), slices.Concat(job.targets, job.corrections)
	for i, f := range made {
		outputs = append(outputs, files.Output{Name: targets[i], Data: f.Data, Mkdir: true})
		written = append(written, targets[i])
		if f.Pages > 0 {
			written[i] += fmt.Sprintf(" (%d trang)", f.Pages)
		}
	}
	return outputs, written
}

// guard tells of a colleague's work in the file that an output would replace; "" when nothing
// would be lost. The error is of a file that cannot be read.
func (r *renderRun) guard(annex *model.Annex, o files.Output) (string, diag.List, error) {
	old, err := files.ReadDocument(o.Name)
	switch {
	case files.Missing(err):
		return "", nil, nil
	case err != nil:
		hint := "đổi tên nó, hoặc ghi vào thư mục khác bằng -o"
		if errors.Is(err, fs.ErrPermission) {
			hint = "xin quyền đọc và ghi tệp ấy, hoặc ghi vào thư mục khác bằng -o"
		}
		return "", nil, fmt.Errorf("%s: không đọc được tệp đang có nên không thay: %s\n  gợi ý: %s", o.Name, files.Explain(err), hint)
	}
	format := render.Format(strings.TrimPrefix(filepath.Ext(o.Name), "."))
	loss := r.work.Guard(o.Name, old, annex, render.File{Format: format, Data: o.Data}, r.options)
	if loss == nil {
		return "", nil, nil
	}
	return explainLoss(o.Name, loss), loss.Findings, nil
}

// unguarded says how a document can be replaced after all.
func unguarded(name string) string {
	if strings.HasSuffix(name, "."+string(render.DOCX)) {
		return fmt.Sprintf("lấy chỗ đã sửa vào số liệu: phuluc2b import %s; bỏ chỗ đã sửa: thêm --force", name)
	}
	return "chuyển tệp ấy đi chỗ khác; hoặc bỏ nó: thêm --force"
}

// explainLoss says what a document holds that would be lost.
func explainLoss(name string, loss *workflow.Loss) string {
	switch loss.Kind {
	case workflow.LossUnreadable:
		return fmt.Sprintf("không đọc được tệp đang có: %s: %s", name, explain(loss.Err))
	case workflow.LossForeign:
		return fmt.Sprintf("%s không phải do chương trình làm, hoặc không mang theo số liệu", name)
	case workflow.LossIncomparable:
		return fmt.Sprintf("không so được %s với số liệu mà nó mang theo", name)
	case workflow.LossChanged:
		return fmt.Sprintf("%s đã được ký số hoặc sửa bằng chương trình khác sau khi làm", name)
	}
	return fmt.Sprintf("%s đã được sửa sau khi làm: %s", name, strings.Join(loss.Edits, "; "))
}

// remark ends the summary line of an annex that was compared. A list of changes from an
// earlier run is not ours to delete, but must not be taken for a new one.
func (r *renderRun) remark(job renderJob, annex *model.Annex, changes []model.Change) string {
	if r.comparison.Old == nil {
		return ""
	}
	remark := "; " + tallyChanges(changes, 0) + " so với " + r.since
	if len(changes) == 0 {
		for _, name := range job.corrections {
			if _, err := os.Stat(name); err == nil {
				remark += "; " + name + " là của lần trước"
			}
		}
	}
	hasNotes := slices.ContainsFunc(annex.Form.Columns, func(c model.Column) bool { return c.Role == model.RoleNote })
	if r.comparison.Mark && !hasNotes {
		remark += "; biểu mẫu không có cột ghi chú nên không đánh dấu"
	}
	return remark
}
