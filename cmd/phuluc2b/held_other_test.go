//go:build !windows

package main

import "github.com/rogpeppe/go-internal/testscript"

// held: elsewhere no program has a file to itself.
func held(ts *testscript.TestScript, _ bool, _ []string) { ts.Fatalf("on Windows alone") }
