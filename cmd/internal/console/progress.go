package console

import "github.com/schollz/progressbar/v3"

// Progress shows on a terminal how many files are done. In a pipe it is silent.
type Progress struct{ bar *progressbar.ProgressBar }

// Progress is the bar of so many files.
func (s Stream) Progress(files int) Progress {
	if !s.Terminal || files < 2 {
		return Progress{}
	}
	return Progress{progressbar.NewOptions(files,
		progressbar.OptionSetWriter(s.Writer),
		progressbar.OptionSetDescription("đang làm"),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish())}
}

// Around prints something without spoiling the bar, then moves it on by a file.
func (p Progress) Around(print func()) {
	if p.bar == nil {
		print()
		return
	}
	p.bar.Clear()
	print()
	p.bar.Add(1)
}

// Finish takes the bar off the terminal.
func (p Progress) Finish() {
	if p.bar != nil {
		p.bar.Clear()
	}
}
