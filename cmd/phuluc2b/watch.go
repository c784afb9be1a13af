package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"phuluc2b/cmd/internal/files"
)

// watchInterval is how often the files are looked at: a blink. Looking costs next to nothing
// and works on network drives too, which do not tell of changes.
const watchInterval = 100 * time.Millisecond

// fileState tells one saved version of a file from another.
type fileState struct {
	modified time.Time
	size     int64
}

// watch renders each data file again when it was saved, until the user stops it. Editors
// that replace a file leave it missing for a moment: then the last output stays.
func (c *Command) watch(ctx context.Context, run *renderRun, jobs []renderJob) int {
	for _, job := range jobs {
		if _, err := os.Stat(job.input); err != nil {
			return c.fail(fmt.Errorf("%s: %s", job.input, files.Explain(err)))
		}
	}
	fmt.Fprintln(c.Stderr, "phuluc2b: đang theo dõi, bấm Ctrl-C để dừng")
	seen := make([]fileState, len(jobs))
	ticker := time.NewTicker(watchInterval)
	defer ticker.Stop()
	for {
		for i, job := range jobs {
			info, err := os.Stat(job.input)
			if err != nil {
				continue
			}
			if now := (fileState{info.ModTime(), info.Size()}); now != seen[i] {
				seen[i] = now
				c.show(run.file(job))
			}
		}
		select {
		case <-ctx.Done():
			return exitOK
		case <-ticker.C:
		}
	}
}
