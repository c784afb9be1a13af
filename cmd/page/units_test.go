//go:build browser

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/communes"
	"phuluc2b/render"
)

// sent is what twelve communes sent: Word and Excel files among data files, one that cannot be
// read, one of the period before, nothing of the last.
type sent struct {
	folder string
	files  []string // to drop
}

func sendAll(t *testing.T) sent {
	t.Helper()
	form := workspace(t).Forms["phu-luc-2b-2021"]
	all := communes.Make(form, 12, 5, 20)
	all[6].Name = "UBND xã <img src=x onerror=alert(1)>"
	s := sent{folder: t.TempDir()}
	write := func(name string, data []byte) string {
		name = filepath.Join(s.folder, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	all[6].Text = strings.Replace(all[6].Text, "UBND xã Sơn 7", all[6].Name, 1)
	s.files = append(s.files, write("tong-hop.toml", []byte(communes.Collection(form.ID, "UBND tỉnh", communes.Names(all), ""))))
	for i, c := range all[:11] {
		text := []byte(c.Text)
		if i == 9 {
			text = text[:len(text)/2]
		}
		name := write(fmt.Sprintf("nay/xa-%02d.toml", i+1), text)
		if format := map[int]render.Format{3: render.DOCX, 4: render.XLSX, 5: render.PDF}[i]; format != "" {
			name = write(fmt.Sprintf("gui/xa-%02d.%s", i+1, format), made(t, fmt.Sprintf("xa-%02d.toml", i+1), text, format))
		}
		s.files = append(s.files, name)
	}
	before := strings.Replace(all[1].Text, "nam = 2026", "nam = 2025", 1)
	for _, f := range all[1].Figures["1.1.1"] {
		before = strings.Replace(before, `"1.1.1" = ["`+f+`"]`, `"1.1.1" = ["`+f+`000"]`, 1)
	}
	s.files = append(s.files, write("truoc/xa-02.toml", []byte(before)))
	return s
}

// command runs the program in the folder of what was sent.
func (s sent) command(t *testing.T, args ...string) {
	t.Helper()
	name := filepath.Join(s.folder, "phuluc2b")
	if _, err := os.Stat(name); err != nil {
		if told, err := exec.Command("go", "build", "-o", name, "../phuluc2b").CombinedOutput(); err != nil {
			t.Fatalf("%s", told)
		}
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = s.folder
	if told, err := cmd.CombinedOutput(); cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v: %v\n%s", args, err, told)
	}
}

// read is a file that the command wrote.
func (s sent) read(t *testing.T, name string) []byte {
	t.Helper()
	return read2(t, filepath.Join(s.folder, name))
}

// Files of many units, dropped at once: who has filed, the total, all side by side, as the command
// does it.
func TestUnits(t *testing.T) {
	s := sendAll(t)
	b := open(t, desktop)
	b.drop(s.files[0])
	b.wait(`!document.getElementById("unitsRead").hidden && document.querySelectorAll("#unitsList tr.fault").length === 12`)
	b.drop(s.files[1:]...)
	b.wait(`!document.getElementById("unitsRead").hidden && document.querySelectorAll("#unitsList tr").length === 13`)
	b.shot("units")
	rows := js[[][]string](b, `[...document.querySelectorAll("#unitsList tr")].map((r) => [r.className, ...[...r.cells].map((c) => c.textContent)])`)
	for i, want := range map[int][]string{
		0:  {"UBND xã Đông 1", "xa-01.toml"},
		1:  {"UBND xã An 2", "xa-02.toml", "nhảy vọt: 1.1.1 từ"},
		3:  {"UBND xã Hà 4", "xa-04.docx"},
		4:  {"UBND xã Đông 5", "xa-05.xlsx"},
		5:  {"UBND xã An 6", "xa-06.pdf"},
		6:  {"UBND xã <img src=x onerror=alert(1)>", "xa-07.toml"},
		9:  {"fault", "UBND xã An 10", "", "chưa nộp"},
		11: {"fault", "UBND xã Hà 12", "", "chưa nộp"},
		12: {"fault", "(không rõ)", "xa-10.toml", "chưa lấy được"},
	} {
		if got := strings.Join(rows[i], "|"); len(rows) != 13 || !containsAll(got, want) {
			t.Errorf("row %d of %d is %q, want %q", i, len(rows), got, want)
		}
	}
	if got := js[string](b, `document.getElementById("unitsSummary").textContent`); !strings.HasPrefix(got, "10/12 đơn vị có số liệu lấy được") {
		t.Error(got)
	}
	s.command(t, "total", "tong-hop.toml", "nay", "-o", "tinh.toml")
	if got, want := b.download("saveTotal", "tinh.toml"), s.read(t, "tinh.toml"); !bytes.Equal(got, want) {
		t.Error("the total is another:", difference(string(want), string(got)))
	}
	js[bool](b, `document.getElementById("unitsPartial").click() || true`)
	b.wait(`document.getElementById("unitsFindings").textContent.includes("vẫn in")`)
	s.command(t, "total", "--partial", "tong-hop.toml", "nay", "-o", "tinh.toml")
	if got, want := b.download("saveTotal", "tinh.toml"), s.read(t, "tinh.toml"); !bytes.Equal(got, want) {
		t.Error("the partial total is another:", difference(string(want), string(got)))
	}
	s.command(t, "table", "tong-hop.toml", "nay", "--previous", "truoc", "-o", "so-sanh.xlsx")
	if got, want := b.download("saveTable", "so-sanh.xlsx"), s.read(t, "so-sanh.xlsx"); !bytes.Equal(got, want) {
		t.Error("the table is not what the command makes")
	}
	t.Run("the total is opened as an annex, and the units are there again after it", func(t *testing.T) {
		js[bool](b, `document.getElementById("openTotal").focus() || true`)
		b.press("Enter")
		b.opened("tinh.toml")
		if got, want := b.download("savePdf", "tinh.pdf"), made(t, "tinh.toml", s.read(t, "tinh.toml"), render.PDF); !bytes.Equal(got, want) {
			t.Error("the PDF is not what the command makes")
		}
		b.settled()
		js[bool](b, `document.getElementById("close").click() || true`)
		b.wait(`!document.getElementById("units").hidden && document.getElementById("start").hidden`)
	})
	t.Run("what a Worker that died had read is not shown, but read again", func(t *testing.T) {
		const there = `!document.getElementById("unitsRead").hidden`
		if js[bool](b, `engine.replace() || `+there) {
			t.Error("results that the engine does not have are shown")
		}
		b.wait(there)
		same := func() {
			t.Helper()
			if now := js[[][]string](b, `[...document.querySelectorAll("#unitsList tr")].map((r) => [r.className, ...[...r.cells].map((c) => c.textContent)])`); fmt.Sprint(now) != fmt.Sprint(rows) {
				t.Errorf("now there are %q", now)
			}
			if got, want := b.download("saveTotal", "tinh.toml"), s.read(t, "tinh.toml"); !bytes.Equal(got, want) {
				t.Error("the total is another:", difference(string(want), string(got)))
			}
		}
		same()
		js[bool](b, `document.getElementById("openTotal").click() || true`)
		b.opened("tinh.toml")
		b.settled()
		js[bool](b, `engine.replace() || true`)
		b.settled()
		js[bool](b, `(document.getElementById("unitsSummary").textContent = "cũ") && (document.getElementById("close").click() || true)`)
		b.wait(there + ` && !document.getElementById("units").hidden`)
		if js[string](b, `document.getElementById("unitsSummary").textContent`) == "cũ" {
			t.Error("results that the engine does not have are shown")
		}
		same()
	})
	t.Run("files that the engine cannot add up any more are let go", func(t *testing.T) {
		js[bool](b, `(() => { const call = engine.call; engine.call = (name, ...rest) => name === "roll" ? (engine.replace(), Promise.reject(new Error("chết"))) : call(name, ...rest); return true; })()`)
		js[bool](b, `engine.replace() || true`)
		b.wait(`document.getElementById("problemDialog").open`)
		if js[bool](b, `!document.getElementById("unitsRead").hidden || !document.getElementById("unitsReading").hidden || document.getElementById("units").hidden`) {
			t.Error("something is shown that is not there, or waited for")
		}
	})
	b.quiet()
}

// More files come when some are there.
func TestUnitsAdded(t *testing.T) {
	s := sendAll(t)
	b := open(t, desktop)
	b.drop(s.files...)
	b.wait(`!document.getElementById("unitsRead").hidden`)
	t.Run("what comes later is added", func(t *testing.T) {
		form := workspace(t).Forms["phu-luc-2b-2021"]
		b.drop(b.file("xa-12.toml", []byte(communes.Make(form, 12, 5, 20)[11].Text)))
		b.wait(`document.getElementById("unitsSummary").textContent.startsWith("11/12") && !document.getElementById("unitsRead").hidden`)
	})
	b.quiet()
}

// Without a collection the units are those of the files, and the office above them is asked for.
func TestUnitsWithoutCollection(t *testing.T) {
	s := sendAll(t)
	b := open(t, window{360, 740})
	js[bool](b, `document.getElementById("many").click() || true`)
	b.wait(`document.activeElement.id === "unitsAdd"`)
	b.shot("units-begin")
	b.drop(s.files[1], s.files[2])
	b.wait(`!document.getElementById("unitsRead").hidden && document.querySelectorAll("#unitsList tr").length === 2`)
	b.drop(s.files[3])
	b.wait(`!document.getElementById("unitsRead").hidden && document.querySelectorAll("#unitsList tr").length === 3`)
	if !js[bool](b, `document.getElementById("openTotal").disabled`) {
		t.Error("a total of nobody")
	}
	js[bool](b, `document.getElementById("unitsIssuer").focus() || true`)
	b.keys("UBND huyện")
	b.press("Tab")
	b.wait(`!document.getElementById("openTotal").disabled`)
	b.shot("units-360")
	if text := string(b.download("saveTotal", "tinh.toml")); !strings.Contains(text, `co_quan = "UBND huyện"`) || !strings.Contains(text, `"UBND xã Sơn 3",`) {
		t.Error(text)
	}
	b.quiet()
}

func containsAll(text string, parts []string) bool {
	for _, part := range parts {
		if !strings.Contains(text, part) {
			return false
		}
	}
	return true
}
