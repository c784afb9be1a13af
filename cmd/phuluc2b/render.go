package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"phuluc2b/model/diag"
)

func (c *Command) render(ctx context.Context, args []string) int {
	settings, err := c.parseRender(args)
	var jobs []renderJob
	if err == nil {
		jobs, err = settings.plan()
	}
	if err != nil {
		return c.usage(err, "render", renderHelp)
	}
	work, code := c.open(settings.forms, settings.fontDir)
	if code != exitOK {
		return code
	}
	if settings.since.old, code = c.readOptional(work, settings.since.name); code != exitOK {
		return code
	}
	if settings.watch {
		return c.watch(ctx, work, settings, jobs)
	}
	return c.renderAll(ctx, work, settings, jobs)
}

// renderAll renders data files, shows what became of each, and sums up several of them.
func (c *Command) renderAll(ctx context.Context, work *workspace, settings *renderSettings, jobs []renderJob) int {
	total := renderTotal{}
	bar := c.newProgress(len(jobs))
	run := func(job renderJob) renderResult { return job.run(work, settings) }
	done := runAll(ctx, jobs, min(settings.workers, len(jobs)), run, func(i int, r renderResult) {
		bar.around(func() { c.show(r) })
		total.add(jobs[i].input, r)
	})
	bar.finish()
	if len(jobs) > 1 {
		fmt.Fprint(c.Stdout, total.summary(done, len(jobs)))
	}
	if done < len(jobs) {
		fmt.Fprintf(c.Stderr, "phuluc2b: đã dừng, còn %d tệp chưa làm\n", len(jobs)-done)
		return exitStopped
	}
	return total.code
}

// renderJob is one data file and the files that are made of it.
type renderJob struct {
	input       string
	targets     []string // one for each format
	corrections []string // likewise, of the list of changes
}

// plan names the files that will be made, and refuses names that would meet.
func (s *renderSettings) plan() ([]renderJob, error) {
	files, err := walk(s.files)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, usageError{"thư mục không có tệp số liệu nào", "tệp số liệu có đuôi .toml"}
	}
	maker := map[string]string{}
	for _, file := range files {
		maker[sameName(file.name)] = file.name
	}
	if old := s.since.name; old != "" {
		maker[sameName(old)] = old
	}
	var jobs []renderJob
	for _, file := range files {
		job := s.job(file)
		for _, target := range slices.Concat(job.targets, job.corrections) {
			switch other, ok := maker[sameName(target)]; {
			case ok && other == file.name:
				return nil, usageError{fmt.Sprintf("tệp cần đọc và tệp sẽ làm cùng dẫn đến tệp %s", target), "render nhận tệp số liệu .toml; lấy số liệu từ DOCX: phuluc2b import, từ PDF: phuluc2b extract"}
			case ok:
				return nil, usageError{fmt.Sprintf("%s và %s cùng dẫn đến tệp %s", other, file.name, target), "đổi tên một tệp, hoặc chạy riêng từng tệp với -o khác nhau"}
			}
			maker[sameName(target)] = file.name
		}
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// sameName is equal for names that may mean the same file: Windows does not tell small
// letters from capitals.
func sameName(name string) string {
	if full, err := filepath.Abs(name); err == nil {
		name = full
	}
	return strings.ToLower(name)
}

// job names the files that may be made of a data file. Below -o the folders are those in
// which data files were found.
func (s *renderSettings) job(file dataFile) renderJob {
	dir := filepath.Dir(file.name)
	if s.folder != "" {
		dir = filepath.Join(s.folder, file.folder)
	}
	job := renderJob{input: file.name}
	base := filepath.Join(dir, strings.TrimSuffix(filepath.Base(file.name), filepath.Ext(file.name)))
	for _, f := range s.formats {
		job.targets = append(job.targets, base+"."+string(f))
		if s.since.name != "" {
			job.corrections = append(job.corrections, base+correctionsSuffix+"."+string(f))
		}
	}
	return job
}

// renderResult is what became of one data file.
type renderResult struct {
	code     int
	findings diag.List
	summary  string // a line for standard output
	err      error  // for standard error, in the user's language
}

// show prints what became of a data file, and returns its exit code.
func (c *Command) show(r renderResult) int {
	c.Stderr.print(r.findings)
	if r.err != nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", r.err)
	}
	if r.summary != "" {
		fmt.Fprintln(c.Stdout, r.summary)
	}
	return r.code
}

// run makes the files of one data file, all or none. A fault of the program itself costs one
// file, not the others.
func (job renderJob) run(work *workspace, settings *renderSettings) (r renderResult) {
	defer func() {
		if fault := recover(); fault != nil {
			r = renderResult{code: exitIO, err: fmt.Errorf("%s: lỗi bên trong chương trình, xin báo cho người làm chương trình kèm tệp này: %v", job.input, fault)}
		}
	}()
	src, err := readSource(job.input)
	if err != nil {
		return renderResult{code: exitIO, err: err}
	}
	annex, findings := work.read(src, nil)
	r = renderResult{code: exitFinding, findings: findings, summary: fmt.Sprintf("%s: không ghi tệp nào, %s", job.input, tally(findings))}
	if annex == nil || settings.strict && findings.Count(diag.Error) > 0 {
		return r
	}
	changes := settings.since.changes(annex)
	files, targets, err := job.files(work, settings, annex, changes)
	if err != nil {
		return renderResult{code: exitIO, findings: findings, err: fmt.Errorf("%s: %w", job.input, err)}
	}
	outputs := make([]output, len(files))
	var done []string
	for i, f := range files {
		if !settings.force {
			if edited, found := work.protect(targets[i], f); edited != "" {
				r.findings = append(r.findings, found...)
				r.err = fmt.Errorf("%s; chưa thay tệp này\n  gợi ý: lấy chỗ đã sửa vào số liệu: phuluc2b import %s; bỏ chỗ đã sửa: thêm --force", edited, targets[i])
				return r
			}
		}
		outputs[i] = output{name: targets[i], data: f.Data, again: true}
		done = append(done, targets[i])
		if f.Pages > 0 {
			done[i] += fmt.Sprintf(" (%d trang)", f.Pages)
		}
	}
	if err := write(outputs); err != nil {
		return renderResult{code: exitIO, findings: findings, err: err}
	}
	return renderResult{findings: findings, summary: fmt.Sprintf("%s: đã ghi %s, %s", job.input, strings.Join(done, ", "), tally(findings)) + job.remark(settings.since, annex, changes)}
}
