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
// ones or the new ones.
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
		for name, files := range whole {
			file, err := os.ReadFile(filepath.Join(out, name))
			if err != nil || !bytes.Equal(file, files[0]) && !bytes.Equal(file, files[1]) {
				t.Fatalf("kill %d: %s has %d bytes, %v", i, name, len(file), err)
			}
		}
	}
}
