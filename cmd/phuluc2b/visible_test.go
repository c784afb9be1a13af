package main

import (
	"bytes"
	"context"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"phuluc2b/cmd/internal/console"
	"phuluc2b/model/diag"
)

// steering is what must not reach a terminal out of a name or a text: every control, every mark
// of direction, what is not seen, a line that looks like the program's own.
func steering() string {
	var b strings.Builder
	for r := rune(1); r < 0xa0; r++ {
		if r < ' ' || r >= 0x7f {
			b.WriteRune(r)
		}
	}
	return b.String() + "\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\xff\nGIẢ: đã ghi"
}

func TestNothingSteersTheTerminal(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there no file can have such a name")
	}
	good, err := os.ReadFile("../../seeds/huong-khe-2021.toml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	bad := steering()
	quoted := strings.NewReplacer("\x1b", `\u001b`, "\n", `\n`).Replace("\x1b[31m\u009b\u202e\n")
	write := func(name, text string) string {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	changed := strings.Replace(string(good), "= 59 ", "= 61 ", 1)
	whole, other := write(bad+".toml", string(good)), write(bad+"2.toml", changed)
	raw := write("raw.toml", "a = \""+bad+"\"\n"+bad)
	keys := write("keys.toml", strings.ReplaceAll(`"X" = "X"`+"\n[bao_cao]\n\"X\" = 1\nloai = \"X\"\nky_hieu = \"X\"\nky = \"X\"\n[so_lieu]\n\"X\" = \"X\"\n\"1.1.1\" = \"X\"\n[chap_nhan]\n\"X\" = { \"X\" = \"X\" }\n", "X", quoted)+"mau = \"phu-luc-2b-2021\"")
	known := write("known.toml", "mau = \"phu-luc-2b-2021\"\n"+strings.ReplaceAll("[bao_cao]\n\"X\" = 1\nloai = \"X\"\nky = \"X\"\n[so_lieu]\n\"X\" = 1\n\"1.1.1\" = \"X\"\n[chap_nhan]\n\"X\" = { \"X\" = \"X\" }\n", "X", quoted))
	form := write("form.toml", strings.ReplaceAll("mau = \"X\"\n\"X\" = 1\nnhan = \"X\"\nkem_theo = \"{X}\"\ncot = [ { khoa = \"X\", nhom = \"X\" } ]\ndong = [ { ma = \"X\", stt = \"X\", ten = \"X\", loai = \"X\", \"X\" = 1 } ]\n", "X", quoted))
	document, missing := bad+".docx", bad+"3"

	for _, args := range [][]string{
		{"check", whole}, {"check", raw}, {"check", keys}, {"check", known}, {"check", missing},
		{"check", "--format", "json", whole, raw, keys, known}, {"check", "--form", form, whole}, {"check", "--form", missing, whole},
		{"check", "--previous", other, whole},
		{"render", whole}, {"render", raw}, {"render", known}, {"render", "-o", bad, "."}, {"render", "--since", other, whole}, {"render", "--" + bad}, {"render", missing},
		{"diff", whole, other}, {"diff", "--format", "md", whole, other}, {"diff", whole, known}, {"diff", document, other}, {"diff", whole, missing},
		{"import", document, "-o", missing}, {"import", document, "-o", other}, {"import", missing}, {"import", whole}, {"import", document, "--form", bad},
		{"extract", document, "-o", other}, {"fmt", "-w", whole}, {"fmt", known}, {"new", "-o", whole}, {"new", "--from", known}, {"schema", bad}, {bad},
	} {
		var out, errors bytes.Buffer
		c := Command{Stdout: console.Stream{Writer: &out, Width: 100}, Stderr: console.Stream{Writer: &errors, Width: 100}, Getenv: os.Getenv, Now: time.Now}
		c.Main(context.Background(), args)
		if out.Len()+errors.Len() == 0 {
			t.Errorf("%.60q prints nothing", args)
		}
		for _, line := range strings.Split(out.String()+errors.String(), "\n") {
			if line != diag.Visible(line) || strings.HasPrefix(line, "GIẢ") {
				t.Errorf("%.60q prints %q", args, line)
			}
		}
	}
}
