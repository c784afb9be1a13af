package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/pool"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/model/tree"
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
	err      error // in the user's language
	document *workflow.Document
	text     []byte // of the data file; nil for none
	as       string // how the document stands for others
	line     string // that says what was written; "" for nothing
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
	met := workflow.NewFormsMet(workflow.NewShelf(work, files.ReadForms), form)
	bar := c.Stderr.Progress(len(jobs))
	done := pool.Run(ctx, jobs, o.workers, func(job importJob) importResult { return o.document(work, form, job) }, func(i int, r importResult) {
		bar.Around(func() { c.take(o, met, jobs[i], &r) })
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
		as = " (các tệp cùng tên mang cùng số liệu)"
	}
	text, findings := work.Import(d, form, o.choice)
	r = importResult{document: d, text: text, findings: findings, as: as}
	if text == nil || findings.Count(diag.Fault, diag.Error) > 0 {
		r.code = exitFinding
	}
	return r
}

// oneOf is the most editable of several documents that would give one data file: an annex in
// several formats.
func (o importOrder) oneOf(work *workflow.Workspace, form *model.Form, first *workflow.Document, job importJob) (*workflow.Document, error) {
	all := []*workflow.Document{first}
	for _, name := range job.others {
		if d, err := readDocument(name); err == nil {
			all = append(all, d)
		}
	}
	if len(all) > len(job.others) {
		if best := work.MostEditable(all, form, o.choice); best != nil {
			return best, nil
		}
	}
	return nil, fmt.Errorf("%s và %s cùng dẫn đến tệp %s mà không mang cùng số liệu, hoặc đã sửa, nên không đọc\n  gợi ý: giữ lại một tệp, chuyển các tệp kia đi", job.name, strings.Join(job.others, ", "), job.target)
}

// take writes the data file of a document when its turn has come, unless it would be read by the
// form of another, and prints what came of it.
func (c *Command) take(o importOrder, met *workflow.FormsMet, job importJob, r *importResult) {
	if r.text != nil {
		if other := met.Meet(r.document, job.target); other != nil {
			r.text, r.findings, r.code = nil, other, exitFinding
		}
	}
	c.Stderr.Print(r.findings)
	if r.text != nil {
		name := r.document.Name
		done, err := c.put(files.Output{Name: job.target, Data: r.text, Mkdir: true, Sync: true}, carriedData(r.document).is, o.force,
			fmt.Sprintf("khác với số liệu của %s, nên không bị thay\n  gợi ý: ghi vào thư mục khác rồi so hai tệp: phuluc2b diff, hoặc thêm --force", name))
		switch {
		case err != nil:
			r.err, r.code = err, exitOf(err)
		case done == unchanged:
			r.line = fmt.Sprintf("%s: %s %s, %s", name, job.target, done, tally(r.findings))
		default:
			r.line = fmt.Sprintf("%s: %s %s, %s%s", name, done, job.target, tally(r.findings), r.as)
		}
	}
	if r.err != nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", r.err)
	}
	if r.line != "" {
		fmt.Fprintln(c.Stdout, r.line)
	}
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
