// Command phuluc2b turns the figures of a Phụ lục 2B, kept in a TOML file, into the annex:
// a DOCX to edit and a PDF to print.
package main

import (
	"context"
	"os"
	"os/signal"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	command := Command{Stdout: terminal(os.Stdout), Stderr: terminal(os.Stderr), Getenv: os.Getenv, Now: time.Now}
	code := command.Main(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
