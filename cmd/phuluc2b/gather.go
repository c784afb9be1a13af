package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/pool"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
)

// gathering is what collect, total and table are told: whose annexes to read, and where they are.
type gathering struct {
	collection string   // its file; "" when the units are those that have filed
	names      []string // folders and data files
	forms      []string
	previous   string // folder of the period before; "" for none
	workers    int
	except     string // a data file that is not one of a unit: that which is to be written
}

// gathered is the filings of a collection, each with its unit.
type gathered struct {
	*workflow.Collecting
	*collect.Roll
	lacks bool // a file of a unit, which could not be read
	code  int  // exitIO when a file could not be read, which has been printed then
}

// newGathering sorts the names of a command line, and says what is wrong with them.
func newGathering(names, forms []string, workers int) (*gathering, error) {
	switch {
	case workers < 1:
		return nil, noWorkers(workers)
	case len(names) == 0:
		return nil, usageError{"thiếu tên tệp tổng hợp", "ví dụ: phuluc2b collect examples/tong-hop-huong-khe.toml so-lieu/"}
	case len(names) == 1:
		return nil, usageError{"thiếu thư mục có tệp số liệu của các đơn vị", "viết tên thư mục sau " + names[0]}
	}
	return &gathering{collection: names[0], names: names[1:], forms: forms, workers: workers}, nil
}

// gather reads the collection and what its units have filed. It is nil when that cannot be done;
// what is wrong has been printed then.
func (c *Command) gather(ctx context.Context, g *gathering) (*gathered, int) {
	work, code := c.open(g.forms, "")
	if code != exitOK {
		return nil, code
	}
	collecting, code := c.collecting(workflow.NewShelf(work, files.ReadForms), g)
	if collecting == nil {
		return nil, code
	}
	before, earlier := c.periodBefore(ctx, collecting, g)
	if before == nil {
		return nil, earlier
	}
	var filings []*collect.Filing
	whole := c.readEach(ctx, g, g.names, func(src *diag.Source) *collect.Filing { return collecting.File(src, before.Annex) },
		func(f *collect.Filing) { filings = append(filings, f) }, &code)
	switch {
	case !whole:
		return nil, exitStopped
	case len(filings) == 0 && code == exitOK:
		return nil, c.noFilings(g)
	}
	c.tellUnlike(collecting, before)
	if g.collection == "" {
		collecting.Admit(filings, before.Filings())
	}
	return &gathered{collecting, collect.Call(collecting.Collection, filings), code != exitOK, max(code, earlier)}, exitOK
}

// collecting reads the file of the collection; without one, the first data file stands for all.
func (c *Command) collecting(shelf *workflow.Shelf, g *gathering) (*workflow.Collecting, int) {
	var findings diag.List
	if g.collection != "" {
		src, err := files.ReadSource(g.collection)
		if err != nil {
			return nil, c.fail(err)
		}
		collecting, findings := shelf.Collection(src)
		if collecting == nil {
			c.Stderr.Print(findings)
			return nil, exitFinding
		}
		return collecting, exitOK
	}
	for _, file := range find(g.names, isTOML) {
		src, err := files.ReadSource(file.name)
		if err = cmp.Or(file.err, err); err != nil {
			return nil, c.fail(err)
		}
		if !workflow.IsFiling(src) {
			continue
		}
		collecting, faults := shelf.Beside(src)
		if collecting != nil {
			return collecting, exitOK
		}
		findings = append(findings, faults...)
	}
	if len(findings) == 0 {
		return nil, c.noFilings(g)
	}
	c.Stderr.Print(findings)
	return nil, exitFinding
}

func (c *Command) noFilings(g *gathering) int {
	fmt.Fprintf(c.Stderr, "phuluc2b: %s không có tệp số liệu nào\n  gợi ý: tệp số liệu có đuôi .toml; lấy số liệu từ tệp Word gửi về: phuluc2b import THƯ_MỤC -o THƯ_MỤC_SỐ_LIỆU\n", strings.Join(g.names, ", "))
	return exitFinding
}

// outcome is what came of reading a data file: nothing, when it is not one of a unit.
type outcome struct {
	filing *collect.Filing
	err    error
}

// readEach reads data files by several workers, and hands on what comes of each, in order. It is
// whole unless it was told to stop, which has been printed then.
func (c *Command) readEach(ctx context.Context, g *gathering, names []string, read func(*diag.Source) *collect.Filing, take func(*collect.Filing), code *int) (whole bool) {
	found := find(names, isTOML)
	bar := c.Stderr.Progress(len(found))
	done := pool.Run(ctx, found, g.workers, func(file dataFile) outcome { return g.read(file, read) }, func(_ int, o outcome) {
		bar.Around(func() {
			if o.err != nil {
				*code = c.fail(o.err)
			}
			if o.filing != nil {
				take(o.filing)
			}
		})
	})
	bar.Clear()
	if done < len(found) {
		fmt.Fprintf(c.Stderr, "phuluc2b: đã dừng, còn %d tệp chưa đọc\n", len(found)-done)
		return false
	}
	return true
}

// read reads a data file; forms, collections and the file that is to be written are passed over.
// A fault of the program itself costs one file, not the others.
func (g *gathering) read(file dataFile, read func(*diag.Source) *collect.Filing) (o outcome) {
	defer func() {
		if fault := recover(); fault != nil {
			o = outcome{err: programFault(file.name, fault)}
		}
	}()
	switch {
	case file.err != nil:
		return outcome{err: file.err}
	case g.collection != "" && files.Same(file.name, g.collection) || g.except != "" && files.Same(file.name, g.except):
		return outcome{}
	}
	src, err := files.ReadSource(file.name)
	if err != nil || !workflow.IsFiling(src) {
		return outcome{err: err}
	}
	return outcome{filing: read(src)}
}

// periodBefore reads what the units filed for the period before; a file that cannot be read stops
// it only when there is no other. It is nil when nothing can be gathered: code says why then.
func (c *Command) periodBefore(ctx context.Context, collecting *workflow.Collecting, g *gathering) (before *workflow.PeriodBefore, code int) {
	if g.previous == "" {
		return collecting.PeriodBefore(nil, nil), exitOK
	}
	var earlier []*collect.Filing
	if !c.readEach(ctx, g, []string{g.previous}, collecting.Earlier, func(f *collect.Filing) { earlier = append(earlier, f) }, &code) {
		return nil, exitStopped
	}
	before = collecting.PeriodBefore(earlier, files.ReadSource)
	if before.Twice != nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: kỳ trước có nhiều tệp của một đơn vị, nên không so với tệp nào trong đó: %s\n  gợi ý: mỗi đơn vị giữ lại một tệp trong thư mục kỳ trước\n", diag.Few(before.Twice, mostTold, "; ", "đơn vị"))
	}
	switch known := len(before.Filings()) + len(before.Twice); {
	case known == 0 && code == exitOK:
		fmt.Fprintf(c.Stderr, "phuluc2b: %[1]s không có tệp số liệu kỳ trước nào đọc được\n  gợi ý: xem lại tên thư mục sau --previous, và lỗi của các tệp trong đó: phuluc2b check %[1]s\n", filepath.ToSlash(g.previous))
		return nil, exitIO
	case known == 0:
		return nil, code
	}
	return before, code
}

// tellUnlike names the files of the period before that nothing was compared with.
func (c *Command) tellUnlike(collecting *workflow.Collecting, before *workflow.PeriodBefore) {
	if unlike := before.Unlike(); unlike != nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: không so được với tệp kỳ trước: %s\n  gợi ý: tệp kỳ trước phải không có lỗi (xem: phuluc2b check), theo biểu mẫu %s với cùng các dòng, và là của kỳ khác\n", diag.Few(unlike, mostTold, ", ", "tệp"), collecting.Form.ID)
	}
}
