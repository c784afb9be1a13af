package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/pool"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/model/tree"
	"phuluc2b/render"
)

// importOrder is what the command line says of many documents.
type importOrder struct {
	names   []string
	folder  string // to write to
	form    string
	choice  match.Choice
	workers int
	force   bool
}

// importJob is one document and the data file that is made of it.
type importJob struct {
	name, target string
	others       []string // documents that would give the same data file
	err          error    // why it cannot be looked at, for the user
}

// importResult is what became of one document.
type importResult struct {
	code     int
	findings diag.List
	line     string // for standard output; "" when nothing was written
	dropped  string // for standard error: what --force has thrown away
	err      error  // for standard error, in the user's language
}

// importAll imports every document in folders, one data file each.
func (c *Command) importAll(ctx context.Context, s *subcommand, o importOrder) int {
	jobs, err := o.plan()
	if err != nil {
		return c.usage(err, s)
	}
	work, form, code := c.openNamed("import", o.form)
	if code != exitOK {
		return code
	}
	var folders []string
	for _, job := range jobs {
		if job.err == nil {
			folders = append(folders, filepath.Dir(job.target))
		}
	}
	c.recoverFolders(folders...)
	var sum importSummary
	bar := c.Stderr.Progress(len(jobs))
	done := pool.Run(ctx, jobs, o.workers, func(job importJob) importResult { return o.document(work, form, job) }, func(i int, r importResult) {
		bar.Around(func() {
			c.Stderr.Print(r.findings)
			if r.err != nil {
				fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", r.err)
			}
			fmt.Fprint(c.Stderr, r.dropped)
			if r.line != "" {
				fmt.Fprintln(c.Stdout, r.line)
			}
		})
		sum.add(jobs[i], r)
	})
	bar.Clear()
	fmt.Fprint(c.Stdout, sum.text(len(jobs)))
	if done < len(jobs) {
		fmt.Fprintf(c.Stderr, "phuluc2b: đã dừng, còn %d văn bản chưa đọc\n", len(jobs)-done)
		return exitStopped
	}
	return sum.code
}

// plan names the data files that will be made, each once.
func (o importOrder) plan() ([]importJob, error) {
	const example = "ví dụ: phuluc2b import bao-cao/ -o so-lieu/"
	switch info, err := os.Stat(o.folder); {
	case o.workers < 1:
		return nil, noWorkers(o.workers)
	case o.folder == "":
		return nil, usageError{"đọc cả thư mục thì cần -o và tên thư mục để ghi các tệp số liệu", example}
	case err == nil && !info.IsDir(), err != nil && strings.EqualFold(filepath.Ext(o.folder), ".toml"):
		return nil, usageError{o.folder + " không phải thư mục", example}
	}
	found := find(o.names, func(name string) bool { return isDocument(name) && !strings.HasPrefix(filepath.Base(name), "~$") }) // Word's own, while one is open
	if len(found) == 0 {
		return nil, usageError{"thư mục không có văn bản nào", "văn bản có đuôi .docx, .xlsx hoặc .pdf"}
	}
	maker := map[string]int{}
	var jobs []importJob
	for _, file := range found {
		stem, err := file.stem()
		job := importJob{name: file.name, target: filepath.Join(o.folder, file.folder, stem+".toml"), err: err}
		if other, meets := maker[sameName(job.target)]; meets && job.err == nil {
			jobs[other].others = append(jobs[other].others, file.name)
			continue
		}
		if job.err == nil {
			maker[sameName(job.target)] = len(jobs)
		}
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// document imports one document. A fault of the program itself costs one, not the others.
func (o importOrder) document(work *workflow.Workspace, form *model.Form, job importJob) (r importResult) {
	defer func() {
		if fault := recover(); fault != nil {
			r = importResult{code: exitIO, err: programFault(job.name, fault)}
		}
	}()
	if job.err != nil {
		return importResult{code: exitIO, err: job.err}
	}
	d, err := readDocument(job.name)
	if err != nil {
		return importResult{code: exitIO, err: err}
	}
	as := ""
	if job.others != nil {
		if d, err = o.oneOf(work, form, d, job); err != nil {
			return importResult{code: exitFinding, err: err}
		}
		as, job.name = " (các tệp cùng tên mang cùng số liệu)", d.Name
	}
	text, findings := work.Import(d, form, o.choice)
	r = importResult{findings: findings}
	if text == nil || findings.Count(diag.Fault, diag.Error) > 0 {
		r.code = exitFinding
	}
	if text == nil {
		return r
	}
	old, err := files.ReadDocument(job.target)
	foreign := err == nil && !carriedData(d).is(old)
	switch {
	case err == nil && bytes.Equal(old, text):
		r.line = fmt.Sprintf("%s: %s không có gì thay đổi, %s", job.name, job.target, tally(findings))
		return r
	case foreign && !o.force:
		r.code, r.err = exitFinding, fmt.Errorf("%s đã có và khác với số liệu của %s, nên không bị thay\n  gợi ý: ghi vào thư mục khác rồi so hai tệp: phuluc2b diff, hoặc thêm --force", job.target, job.name)
		return r
	case err != nil && !files.Missing(err):
		return importResult{code: exitIO, findings: findings, err: fmt.Errorf("%s: %s", job.target, files.Explain(err))}
	}
	if err := files.Write([]files.Output{{Name: job.target, Data: text, Mkdir: true, Sync: true}}); err != nil {
		return importResult{code: exitIO, findings: findings, err: err}
	}
	if foreign {
		r.dropped = dropped(job.target, old, text)
	}
	r.line = fmt.Sprintf("%s: đã ghi %s, %s%s", job.name, job.target, tally(findings), as)
	return r
}

// oneOf is the most editable of several documents that would give one data file: an annex in
// several formats. There must be nothing in one that is not in the others.
func (o importOrder) oneOf(work *workflow.Workspace, form *model.Form, first *workflow.Document, job importJob) (*workflow.Document, error) {
	unlike := fmt.Errorf("%s và %s cùng dẫn đến tệp %s mà không mang cùng số liệu, hoặc đã sửa, nên không đọc\n  gợi ý: giữ lại một tệp, chuyển các tệp kia đi", job.name, strings.Join(job.others, ", "), job.target)
	best := first
	for _, name := range job.others {
		d, err := readDocument(name)
		if err != nil || d.Format == first.Format || first.Source == nil || d.Source == nil || !bytes.Equal(d.Source.Data, first.Source.Data) {
			return nil, unlike
		}
		if slices.Index(editable(), d.Format) < slices.Index(editable(), best.Format) {
			best = d
		}
		if !o.unchanged(work, form, d) {
			return nil, unlike
		}
	}
	if !o.unchanged(work, form, first) {
		return nil, unlike
	}
	return best, nil
}

// editable is the formats, that in which figures are likeliest to be corrected first.
func editable() []render.Format { return []render.Format{render.DOCX, render.XLSX, render.PDF} }

// unchanged reports whether a document says what its own data file does.
func (o importOrder) unchanged(work *workflow.Workspace, form *model.Form, d *workflow.Document) bool {
	text, findings := work.Import(d, form, o.choice)
	return bytes.Equal(text, d.Source.Data) && findings.Count(diag.Fault, diag.Error) == 0
}

// importSummary is what became of many documents.
type importSummary struct {
	code    int // the gravest
	sound   int
	looks   []string // those of which a person must look at something: name, and what
	refused []string // those of which nothing was written, likewise
}

func (s *importSummary) add(job importJob, r importResult) {
	s.code = max(s.code, r.code)
	why := fmt.Sprintf("%s: %s (%s)", job.name, tree.Short(gravest(r.findings)), tally(r.findings))
	if r.err != nil {
		why, _, _ = strings.Cut(r.err.Error(), "\n")
	}
	switch {
	case r.line == "":
		s.refused = append(s.refused, why)
	case r.code != exitOK:
		s.looks = append(s.looks, why)
	default:
		s.sound++
	}
}

// text is what a person reads last.
func (s *importSummary) text(all int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Tổng cộng: %d/%d văn bản đã thành tệp số liệu, %d tệp trong đó phải xem lại, %d văn bản không lấy được\n", s.sound+len(s.looks), all, len(s.looks), len(s.refused))
	for _, why := range s.looks {
		fmt.Fprintf(&b, "  phải xem lại: %s\n", why)
	}
	for _, why := range s.refused {
		fmt.Fprintf(&b, "  không lấy được: %s\n", why)
	}
	return b.String()
}
