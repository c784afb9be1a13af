// Command phuluc2b turns the figures of a Phụ lục 2B, kept in a TOML file, into the annex:
// a DOCX to edit and a PDF to print.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"phuluc2b/cmd/internal/console"
	"phuluc2b/cmd/internal/doubleclick"
)

// The heap may grow to firstGoal percent of 4 MB before it is swept at all, for one annex takes
// less, and from then on to three times what is in use: a folder of 10 000 is held by that.
const (
	firstGoal = 400
	gcPercent = 200
)

// heapGoal is where the heap is swept more often instead, in bytes: large or hostile files. An
// annex of 20 000 rows fits below it.
const heapGoal = 160 << 20

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(firstGoal)
		runtime.AddCleanup(new([64]byte), func(percent int) { debug.SetGCPercent(percent) }, gcPercent) // after the first sweep
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heapGoal)
	}
	if len(os.Args) == 1 && doubleclick.Started() {
		if !doubleclick.Serve(console.Terminal(os.Stderr), os.Stdin) {
			os.Exit(exitIO)
		}
		return
	}
	ctx, stop := untilStopped()
	command := Command{Stdout: console.Terminal(os.Stdout), Stderr: console.Terminal(os.Stderr), Getenv: os.Getenv, Now: time.Now}
	code := command.Main(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// untilStopped is a context that ends when the program is told to stop: by Ctrl-C, by the
// system, by its terminal going away. What is at hand is finished then; a second signal ends
// the program at once. When the reader of a pipe goes away, printing fails, no more.
func untilStopped() (context.Context, context.CancelFunc) {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // nohup asks for that
		signals = append(signals, syscall.SIGHUP)
	}
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), signals...)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
