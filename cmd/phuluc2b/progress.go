package main

import "github.com/schollz/progressbar/v3"

// progress shows on a terminal how many files are done. In a pipe it is silent.
type progress struct{ bar *progressbar.ProgressBar }

func (c *Command) newProgress(files int) progress {
	if !c.Stderr.Terminal || files < 2 {
		return progress{}
	}
	return progress{progressbar.NewOptions(files,
		progressbar.OptionSetWriter(c.Stderr.Writer),
		progressbar.OptionSetDescription("đang làm"),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish())}
}

// around prints something without spoiling the bar, then moves it on by a file.
func (p progress) around(print func()) {
	if p.bar == nil {
		print()
		return
	}
	p.bar.Clear()
	print()
	p.bar.Add(1)
}

// finish takes the bar off the terminal.
func (p progress) finish() {
	if p.bar != nil {
		p.bar.Clear()
	}
}
