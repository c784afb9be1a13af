package main

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// goCommand is what the go command prints for a system.
func goCommand(t *testing.T, system string, args ...string) string {
	t.Helper()
	command := exec.Command("go", args...)
	command.Dir = "../.."
	arch := "amd64"
	if system == "js" {
		arch = "wasm"
	}
	command.Env = append(command.Environ(), "GOOS="+system, "GOARCH="+arch, "CGO_ENABLED=0")
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go %s: %v", args, err)
	}
	return string(out)
}

// Nothing leaves the machine: no code of ours and none that it needs speaks to a network.
func TestNoNetwork(t *testing.T) {
	for program, systems := range map[string][]string{"./cmd/phuluc2b": {"linux", "windows", "darwin"}, "./cmd/page/worker": {"js"}} {
		for _, system := range systems {
			for line := range strings.Lines(goCommand(t, system, "list", "-deps", "-f", `{{.ImportPath}} {{join .Imports " "}}`, program)) {
				names := strings.Fields(line)
				if names[0] == "net/http" || names[0] == "crypto/tls" {
					t.Errorf("%s, %s: has %s", program, system, names[0])
				}
				for _, name := range names[1:] {
					if strings.HasPrefix(names[0], "phuluc2b/") && (name == "net" || strings.HasPrefix(name, "net/")) {
						t.Errorf("%s imports %s", names[0], name)
					}
				}
			}
		}
	}
}

// The package net is there for its addresses: unioffice reads its licence keys with crypto/x509,
// which knows such names. The linker leaves out all that opens a connection.
func TestNoConnectionIsLinked(t *testing.T) {
	opening := []string{"syscall.connect", "syscall.socket", "syscall.Connect", "syscall.Socket", "syscall.ConnectEx", "net.socket", "net.internetSocket", "net.(*Dialer).DialContext", "net.(*ListenConfig).Listen"}
	for _, system := range []string{"linux", "windows"} {
		file := filepath.Join(t.TempDir(), "phuluc2b")
		goCommand(t, system, "build", "-o", file, "./cmd/phuluc2b")
		symbols := goCommand(t, system, "tool", "nm", file)
		if !strings.Contains(symbols, " main.main\n") {
			t.Fatalf("%s: no symbols", system)
		}
		for line := range strings.Lines(symbols) {
			if fields := strings.Fields(line); slices.Contains(opening, fields[len(fields)-1]) {
				t.Errorf("%s: the program has %s", system, fields[len(fields)-1])
			}
		}
	}
}
