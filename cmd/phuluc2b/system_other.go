//go:build !windows

package main

import "os"

// enableColor: other terminals obey colour sequences without being asked.
func enableColor(*os.File) bool { return true }

// fileBusy: other systems let a file be replaced while a program has it open.
func fileBusy(error) bool { return false }
