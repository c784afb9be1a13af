// Package pool lets several workers do one kind of job and hands on what came of it in order.
package pool

import (
	"context"
	"sync"
)

// Most bounds what files being made take of memory: some megabytes each. More workers than
// processors only wait for each other.
const Most = 64

// Run does jobs with so many workers, one job each at a time, and hands the results on in the
// order of the jobs. It stops at the first job that is not begun when the context ends; done
// counts those that were handed on.
func Run[Job, Result any](ctx context.Context, jobs []Job, workers int, run func(Job) Result, show func(int, Result)) (done int) {
	workers = min(workers, len(jobs), Most)
	type numbered struct {
		index  int
		result Result
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
	waiting := map[int]Result{}
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
