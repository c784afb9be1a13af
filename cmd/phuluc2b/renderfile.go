package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
)

// renderResult is what became of one data file.
type renderResult struct {
	code     int
	findings diag.List
	summary  string // a line for standard output
	err      error  // for standard error, in the user's language
	dropped  []loss // what --force has thrown away
}

// show prints what became of a data file: of findings that a person has accepted only their
// number, for check tells them. The error is that of standard output.
func (c *Command) show(r renderResult) (err error) {
	c.Stderr.Print(slices.DeleteFunc(slices.Clone(r.findings), func(f diag.Finding) bool { return f.Accepted != "" }))
	if r.err != nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", r.err)
	}
	for _, l := range r.dropped {
		fmt.Fprintf(c.Stderr, "phuluc2b: đã bỏ theo --force: %s\n", l.what)
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
			result = renderResult{code: exitIO, err: programFault(job.input, fault)}
		}
	}()
	if job.err != nil {
		return renderResult{code: exitIO, err: job.err}
	}
	src, err := files.ReadSource(job.input)
	if err != nil {
		return renderResult{code: exitIO, err: err}
	}
	annex, findings := r.annex(src)
	refused := renderResult{code: exitFinding, findings: findings, summary: fmt.Sprintf("%s: không ghi tệp nào, %s", job.input, tally(findings))}
	if annex == nil || r.strict && findings.Count(diag.Error) > 0 {
		return refused
	}
	if previous := r.options.Previous; previous != nil && previous.Form.ID != annex.Form.ID {
		refused.err = fmt.Errorf("không lấy được số liệu kỳ trước trong %s: %s", r.previous, check.Incomparable(previous, annex))
		return refused
	}
	if old := r.comparison.Old; old != nil && old.Form.ID != annex.Form.ID {
		refused.err = fmt.Errorf("%s theo biểu mẫu %s, %s theo biểu mẫu %s: không so được để làm bảng đính chính\n  gợi ý: chọn bản cũ theo cùng biểu mẫu sau --since, hoặc bỏ --since", job.input, annex.Form.ID, r.since, old.Form.ID)
		return refused
	}
	rendered, err := r.work.Render(annex, r.formats, r.options, r.comparison)
	if err != nil {
		return renderResult{code: exitIO, findings: findings, err: fmt.Errorf("%s: %w", job.input, err)}
	}
	outputs, written := job.outputs(rendered)
	lost, err := r.losses(job.input, annex, outputs)
	switch {
	case err != nil && !r.force:
		return renderResult{code: exitIO, findings: findings, err: err}
	case len(lost) > 0 && !r.force:
		refused.findings = append(refused.findings, lost[0].findings...)
		refused.err = fmt.Errorf("%s; chưa thay tệp này\n  gợi ý: %s", lost[0].what, lost[0].hint)
		return refused
	}
	if err := files.Write(outputs); err != nil {
		return renderResult{code: exitIO, findings: findings, err: err}
	}
	return renderResult{findings: findings, dropped: lost, summary: fmt.Sprintf("%s: đã ghi %s, %s", job.input, strings.Join(written, ", "), tally(findings)) + r.remark(job, annex, rendered.Changes)}
}

// annex is what a file gives to render.
func (r *renderRun) annex(src *diag.Source) (*model.Annex, diag.List) {
	if r.blank {
		return r.work.Blank(src)
	}
	return cmp.Or(r.shelf, workflow.NewShelf(r.work, files.ReadForms)).Check(src, r.options.Previous)
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

// remark ends the summary line: what came of comparing the annex with others.
func (r *renderRun) remark(job renderJob, annex *model.Annex, changes []model.Change) string {
	return r.remarkBefore(annex) + r.remarkSince(job, annex, changes)
}

// remarkBefore says of the period before why rules do not look at it, or that it is missing.
func (r *renderRun) remarkBefore(annex *model.Annex) string {
	switch {
	case r.options.Previous != nil:
		if why := check.Incomparable(r.options.Previous, annex); why != "" {
			return "; không xét số cộng dồn với kỳ trước: " + why
		}
	case !r.blank && annex.Form.Shows(model.RolePrevious):
		return "; cột kỳ trước để trống, điền bằng --previous TỆP"
	}
	return ""
}

// remarkSince says what has changed since the older version. A list of changes from an earlier
// run is not ours to delete, but must not be taken for a new one.
func (r *renderRun) remarkSince(job renderJob, annex *model.Annex, changes []model.Change) string {
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
	if r.comparison.Mark && !annex.Form.Shows(model.RoleNote) {
		remark += "; biểu mẫu không có cột ghi chú nên không đánh dấu"
	}
	return remark
}
