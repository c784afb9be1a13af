package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/model"
)

// The files are looked at every blink: that costs next to nothing and works on network drives
// too, which do not tell of changes. Now and then they are looked at thoroughly: what is in
// them, and which there are.
const (
	watchInterval   = 100 * time.Millisecond
	watchThoroughly = 20 // intervals
)

// watch renders each data file again when it was saved, and all of them when a form was, or
// the older version, until the user stops it.
func (c *Command) watch(ctx context.Context, settings *renderSettings, jobs []renderJob) int {
	for _, job := range jobs {
		if _, err := os.Stat(job.input); err != nil {
			return c.fail(fmt.Errorf("%s: %s", job.input, files.Explain(err)))
		}
	}
	seen := watched{}
	sources := settings.sources(jobs)
	seen.anyChanged(sources, true)
	run, code := c.prepare(settings)
	if code != exitOK {
		return code
	}
	watching := "đang theo dõi"
	if len(jobs) == 0 {
		watching = "chưa có tệp số liệu nào, đang chờ"
	}
	fmt.Fprintf(c.Stderr, "phuluc2b: %s, bấm Ctrl-C để dừng\n", watching)
	ticker := time.NewTicker(watchInterval)
	defer ticker.Stop()
	fault := ""
	for look := 0; ; look++ {
		thorough := look%watchThoroughly == 0
		if thorough {
			jobs, fault = c.planAgain(settings, jobs, fault)
			sources = settings.sources(jobs)
		}
		if seen.anyChanged(sources, thorough) {
			if again := c.prepareAgain(settings); again != nil {
				run = again
				clear(seen)
				seen.anyChanged(sources, true)
			}
		}
		for _, job := range jobs {
			if ctx.Err() != nil {
				return exitOK
			}
			if !seen.changed(job, thorough) {
				continue
			}
			if err := c.show(run.file(job).at(c.Now())); err != nil {
				return c.fail(err)
			}
		}
		select {
		case <-ctx.Done():
			return exitOK
		case <-ticker.C:
		}
	}
}

// sources are the files that more than one annex is made by: forms, named or beside the data,
// the older version and the period before.
func (s *renderSettings) sources(jobs []renderJob) []string {
	sources := slices.Clone(s.forms)
	for _, old := range []string{s.since, s.previous} {
		if old != "" {
			sources = append(sources, old)
		}
	}
	looked := map[string]bool{}
	for _, job := range jobs {
		folder := filepath.Dir(job.input)
		if looked[folder] {
			continue
		}
		looked[folder] = true
		forms, _ := files.ReadForms(folder)
		for _, src := range forms {
			if model.IsForm(src) {
				sources = append(sources, src.Name)
			}
		}
	}
	return sources
}

// planAgain finds new data files. While names meet, those before stay; the fault is said when it
// is another than last time.
func (c *Command) planAgain(settings *renderSettings, jobs []renderJob, last string) (again []renderJob, fault string) {
	again, err := settings.plan()
	if err == nil {
		return again, ""
	}
	if err.Error() != last {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s %s\n", c.Now().Format(time.TimeOnly), err)
	}
	return jobs, err.Error()
}

// prepareAgain takes up forms that were saved; it is nil for those that are to be mended.
func (c *Command) prepareAgain(settings *renderSettings) *renderRun {
	run, code := c.prepare(settings)
	if code != exitOK {
		fmt.Fprintf(c.Stderr, "phuluc2b: %s biểu mẫu hoặc bản cũ vừa lưu không dùng được, vẫn làm theo bản trước đó\n", c.Now().Format(time.TimeOnly))
	}
	return run
}

// at stamps what is printed of a data file with the time of day.
func (r renderResult) at(now time.Time) renderResult {
	stamp := now.Format(time.TimeOnly)
	if r.summary != "" {
		r.summary = stamp + " " + r.summary
	}
	if r.err != nil {
		r.err = fmt.Errorf("%s %w", stamp, r.err)
	}
	return r
}

// watched is the last seen version of each file.
type watched map[string]fileState

// fileState tells one saved version of a file from another. An editor may keep the time, a
// changed digit keeps the size.
type fileState struct {
	modified time.Time
	size     int64
	sum      [sha256.Size]byte
}

// changed reports whether a data file was saved since it was last looked at. One that cannot
// be looked at is told once.
func (w watched) changed(job renderJob, thorough bool) bool {
	if job.err == nil {
		return w.saved(job.input, thorough)
	}
	_, told := w[job.input]
	w[job.input] = fileState{}
	return !told
}

// anyChanged reports whether one of several files was saved.
func (w watched) anyChanged(names []string, thorough bool) (changed bool) {
	for _, name := range names {
		changed = w.saved(name, thorough) || changed
	}
	return changed
}

// saved reports whether a file was saved. Editors that replace a file leave it missing for a
// moment: that is nothing to act on.
func (w watched) saved(name string, thorough bool) bool {
	info, err := os.Stat(name)
	if err != nil {
		return false
	}
	old, now := w[name], fileState{modified: info.ModTime(), size: info.Size()}
	if !thorough && now.modified.Equal(old.modified) && now.size == old.size {
		return false
	}
	if data, err := files.ReadDocument(name); err == nil {
		now.sum = sha256.Sum256(data)
	}
	w[name] = now
	return now != old
}
