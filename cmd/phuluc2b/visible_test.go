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
	"phuluc2b/cmd/internal/retyped"
)

// steering is what must not reach a terminal out of a name or a text: every control, every mark
// of direction, what is not seen. Names with a line break are refused.
func steering() string {
	var b strings.Builder
	for r := rune(1); r < 0xa0; r++ {
		if r < ' ' && r != '\n' || r >= 0x7f {
			b.WriteRune(r)
		}
	}
	return b.String() + "\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\xff"
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
	quoted := strings.NewReplacer("\x1b", `\u001b`, "\n", `\n`).Replace("\x1b[31m\u009b\u202e\n  GIẢ\n")
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
	loose := "\u0085\u009b31m\u061c\u200e\u200f\u202a\u202e\u2066\u2069" // what TOML and XML hold as it is
	written := `\u001b[31m\u0007\u007f\r\n  GIẢ` + loose
	// Figures, notes and the like hold all that TOML allows them.
	steered := write("steered.toml", strings.NewReplacer("= 59 ", "= { so_lieu = \"60\", ghi_chu = \""+written+"\" }", "\"UBND", "\""+written+"UBND").Replace(string(good))+"# "+loose+"\n")
	write("lech.toml", strings.Replace(string(good), "= 59 ", "=59 ", 1)+"# "+loose+"\n")
	carrying := write("mang.toml", string(good)+"# "+loose+"\n")
	document, missing := bad+".docx", bad+"3"
	edited := "sua.docx"

	printing := func(args ...string) {
		t.Helper()
		var out, errors bytes.Buffer
		c := Command{Stdout: console.Stream{Writer: &out, Width: 100, Terminal: true}, Stderr: console.Stream{Writer: &errors, Width: 100}, Getenv: os.Getenv, Now: time.Now}
		c.Main(context.Background(), args)
		if out.Len()+errors.Len() == 0 {
			t.Errorf("%.60q prints nothing", args)
		}
		for _, line := range strings.Split(out.String()+errors.String(), "\n") {
			if line != console.VisibleText(line) || strings.HasPrefix(strings.TrimSpace(line), "GIẢ") || strings.Contains(line, "cannot draw") {
				t.Errorf("%.60q prints %q", args, line)
			}
		}
	}
	printing("render", carrying)
	write("a\n  GIẢ: đã ghi.toml", string(good))
	printing("check", "a\n  GIẢ: đã ghi.toml")
	printing("check", ".")
	printing("render", "--font-dir", "a\nGIẢ", whole)
	made, err := os.ReadFile("mang.docx")
	if err != nil {
		t.Fatal(err)
	}
	made, err = retyped.Document(made, ">59<", ">61"+loose+"\n  GIẢ<")
	if err != nil {
		t.Fatal(err)
	}
	write(edited, string(made))
	for _, args := range [][]string{
		{"check", whole}, {"check", raw}, {"check", keys}, {"check", known}, {"check", missing},
		{"check", "--format", "json", whole, raw, keys, known}, {"check", "--form", form, whole}, {"check", "--form", missing, whole},
		{"check", "--previous", other, whole},
		{"render", whole}, {"render", raw}, {"render", known}, {"render", "-o", bad, "."}, {"render", "--since", other, whole}, {"render", "--" + bad}, {"render", missing},
		{"diff", whole, other}, {"diff", "--format", "md", whole, other}, {"diff", whole, known}, {"diff", document, other}, {"diff", whole, missing},
		{"import", document, "-o", missing}, {"import", document, "-o", other}, {"import", missing}, {"import", whole}, {"import", document, "--form", bad},
		{"extract", document, "-o", other}, {"extract", document}, {"import", document}, {"extract", "mang.docx"}, {"extract", "mang.pdf"}, {"import", "mang.docx"}, {"fmt", carrying}, {"fmt", "-d", "lech.toml"}, {"new", "--from", carrying, "--carry"}, {"import", edited, "-o", "moi.toml"}, {"import", document, "-o", "moi.toml", "--force"}, {"render", carrying}, {"render", "--force", carrying}, {"extract", edited}, {"import", edited}, {"diff", document, edited}, {"form", edited}, {"render", "-o", "twice", steered, other}, {"diff", "--format", "json", whole, known}, {"form", document}, {"form", missing}, {"form", "--check", form}, {"form", "--check", known},
		{"fmt", steered}, {"fmt", "-d", steered}, {"check", steered}, {"render", steered}, {"render", "--since", edited, steered}, {"diff", whole, steered}, {"diff", "--format", "json", whole, steered}, {"diff", "--format", "md", whole, steered},
		{"new", "--from", steered, "--carry"}, {"schema", "--form", form}, {"schema", bad, "-o", bad + ".json"}, {"new", "--form", bad}, {"completion", bad}, {"licenses", bad}, {"help", bad}, {"render", "-j", bad, whole}, {"render", "--format", bad, whole},
		{"render", "--font-dir", bad, whole}, {"check", "--format", bad, whole}, {"import", document, "--column", bad}, {"render", "--since", whole, steered}, {"render", "--mark", "--since", steered, whole}, {"fmt", "-w", whole}, {"fmt", known}, {"new", "-o", whole}, {"new", "--from", known}, {"schema", bad}, {bad},
	} {
		printing(args...)
	}
}
