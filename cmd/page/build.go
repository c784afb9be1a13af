package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"phuluc2b/fonts"
)

// parts are what the page is made of beside its own files.
type parts struct {
	engine   []byte // WebAssembly, gzip
	support  string // wasm_exec.js of the Go that built it
	licenses string
}

func build() (parts, error) {
	root, err := output("list", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return parts{}, err
	}
	engine, err := compile(root)
	if err != nil {
		return parts{}, err
	}
	goroot, err := output("env", "GOROOT")
	if err != nil {
		return parts{}, err
	}
	support, err := os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return parts{}, err
	}
	licenses, err := readLicenses(filepath.Join(root, "cmd", "phuluc2b", "licenses"))
	return parts{engine, string(support), licenses}, err
}

// output is what the go command prints.
func output(args ...string) (string, error) {
	var told bytes.Buffer
	cmd := exec.Command("go", args...)
	cmd.Stderr = &told
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, told.Bytes())
	}
	return strings.TrimSpace(string(out)), nil
}

// compile builds the engine and compresses it.
func compile(root string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "phuluc2b-page-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	file := filepath.Join(folder, "engine.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", file, "./cmd/page/worker")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if told, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, told)
	}
	program, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(program); err != nil {
		return nil, err
	}
	err = w.Close()
	return packed.Bytes(), err
}

// readLicenses is the licences of all that is in the page, as the command prints them.
func readLicenses(folder string) (string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("phuluc2b\nCopyright: the phuluc2b authors. GNU Affero General Public License, version 3: see github.com/unidoc/unioffice below.\n")
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		module := strings.ReplaceAll(strings.TrimSuffix(filepath.Base(name), ".txt"), "_", "/")
		fmt.Fprintf(&b, "\n%s\n\n%s\n", module, bytes.TrimSpace(text))
	}
	fmt.Fprintf(&b, "\nLiberation Serif 2.1.5\n\n%s\n", strings.TrimSpace(fonts.License))
	return b.String(), nil
}
