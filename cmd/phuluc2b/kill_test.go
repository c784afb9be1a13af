package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// A program that is killed at any moment of its work leaves files that are whole: the old
// ones or the new ones, and both of the same data once another run was there.
func TestKilledWhileWriting(t *testing.T) {
	text, err := os.ReadFile("../../seeds/huong-khe-2021.toml")
	if err != nil {
		t.Fatal(err)
	}
	work := t.TempDir()
	data, out := filepath.Join(work, "bc.toml"), filepath.Join(work, "out")
	whole := map[string][][]byte{}
	versions := [][]byte{text, bytes.Replace(text, []byte("= 59"), []byte("= 61"), 1)}
	render := func(version []byte) *exec.Cmd {
		if err := os.WriteFile(data, version, 0o644); err != nil {
			t.Fatal(err)
		}
		return exec.Command("phuluc2b", "render", "--force", "-o", out, data)
	}
	took := time.Duration(0)
	for _, version := range versions {
		start := time.Now()
		if output, err := render(version).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, output)
		}
		took = time.Since(start)
		for _, name := range []string{"bc.docx", "bc.pdf"} {
			file, err := os.ReadFile(filepath.Join(out, name))
			if err != nil {
				t.Fatal(err)
			}
			whole[name] = append(whole[name], file)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 100 {
		command := render(versions[i%2])
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(took) + 1)))
		command.Process.Kill()
		command.Wait()
		versionOf := func(name string) int {
			file, err := os.ReadFile(filepath.Join(out, name))
			for version := range versions {
				if err == nil && bytes.Equal(file, whole[name][version]) {
					return version
				}
			}
			t.Fatalf("kill %d: %s has %d bytes, %v", i, name, len(file), err)
			return 0
		}
		inPair := versionOf("bc.docx") == versionOf("bc.pdf")
		// Whatever writes there next puts right what was done by halves, and says so.
		next, _ := exec.Command("phuluc2b", "new", "-o", filepath.Join(out, "moi.toml")).CombinedOutput()
		if !inPair && !bytes.Contains(next, []byte("bị dừng đột ngột")) {
			t.Errorf("kill %d: in silence: %s", i, next)
		}
		if versionOf("bc.docx") != versionOf("bc.pdf") {
			t.Errorf("kill %d: DOCX and PDF are of different data", i)
		}
		nothingTemporary(t, out)
	}
}

// A new data file is there whole or not at all.
func TestKilledWhileNew(t *testing.T) {
	folder := t.TempDir()
	target := filepath.Join(folder, "moi.toml")
	start := time.Now()
	whole, err := exec.Command("phuluc2b", "new").Output()
	took := time.Since(start)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 50 {
		os.Remove(target)
		command := exec.Command("phuluc2b", "new", "-o", target)
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(took) + 1)))
		command.Process.Kill()
		command.Wait()
		if file, err := os.ReadFile(target); err == nil && !bytes.Equal(file, whole) {
			t.Fatalf("kill %d: %d bytes", i, len(file))
		}
	}
	if output, err := exec.Command("phuluc2b", "new", "-o", filepath.Join(folder, "b.toml")).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	nothingTemporary(t, folder)
}

func nothingTemporary(t *testing.T, folder string) {
	t.Helper()
	if left, _ := filepath.Glob(filepath.Join(folder, ".*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
