package main

import (
	"context"
	"fmt"
	"io"
	"sync"
)

// maxWorkers bounds what files being made take of memory: some megabytes each. More workers
// than processors only wait for each other.
const maxWorkers = 64

// runAll renders data files with so many workers, one file each at a time, and hands the
// results on in the order of the files. It stops at the first file that is not begun when
// the context ends; done counts those that were handed on.
func runAll(ctx context.Context, jobs []renderJob, workers int, run func(renderJob) renderResult, show func(int, renderResult)) (done int) {
	type numbered struct {
		index  int
		result renderResult
	}
	// A worker may be ahead of the one whose turn it is by so many files: that bounds what
	// waits in memory to be shown.
	ahead := make(chan struct{}, 4*workers)
	next, results := make(chan int), make(chan numbered)
	go func() {
		defer close(next)
		for i := range jobs {
			select {
			case <-ctx.Done():
				return
			case ahead <- struct{}{}:
			}
			next <- i
		}
	}()
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range next {
				results <- numbered{i, run(jobs[i])}
			}
		})
	}
	go func() {
		group.Wait()
		close(results)
	}()
	waiting := map[int]renderResult{}
	for r := range results {
		waiting[r.index] = r.result
		for {
			result, ok := waiting[done]
			if !ok {
				break
			}
			delete(waiting, done)
			show(done, result)
			done++
			<-ahead
		}
	}
	return done
}

// progress shows on a terminal how many files are done, in one line that is written over. In a
// pipe it is silent.
type progress struct {
	out         io.Writer // nil to be silent
	done, files int
}

func (c *Command) newProgress(files int) *progress {
	if !c.Stderr.Terminal || files < 2 {
		return &progress{}
	}
	p := &progress{out: c.Stderr.Writer, files: files}
	p.show()
	return p
}

// around prints something without spoiling the line, then counts a file.
func (p *progress) around(print func()) {
	p.clear()
	print()
	p.done++
	p.show()
}

func (p *progress) show() {
	if p.out != nil {
		fmt.Fprintf(p.out, "đang làm: %d/%d tệp", p.done, p.files)
	}
}

// clear takes the line off the terminal. It is written over with blanks: an old console knows no
// sequence that clears.
func (p *progress) clear() {
	if p.out != nil {
		fmt.Fprintf(p.out, "\r%30s\r", "")
	}
}
