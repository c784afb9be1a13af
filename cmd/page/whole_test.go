//go:build browser

package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/fonts"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

const seed = "../../seeds/huong-khe-2021.toml"

// filed is the seed without the reasons that it accepts its warnings for.
func filed(t *testing.T) []byte {
	t.Helper()
	text, _, _ := bytes.Cut(read2(t, seed), []byte("\n# Số liệu đúng như văn bản đã ban hành; những chỗ trái nhau"))
	return text
}

func read2(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// workspace is what the command works with.
func workspace(t *testing.T, forms ...*diag.Source) *workflow.Workspace {
	t.Helper()
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	work, findings := workflow.Open(family, forms...)
	if work == nil {
		t.Fatal(findings)
	}
	return work
}

// made is what the command makes of a data file.
func made(t *testing.T, name string, text []byte, format render.Format) []byte {
	t.Helper()
	work := workspace(t)
	annex, findings := work.Read(diag.NewSource(name, text))
	if annex == nil {
		t.Fatal(findings[0].Message)
	}
	rendered, err := work.Render(annex, []render.Format{format}, render.Options{}, workflow.Comparison{})
	if err != nil {
		t.Fatal(err)
	}
	return rendered.Files[0].Data
}

// The whole job by keyboard, from file://: what is saved is what the command makes of the same
// data, byte for byte.
func TestWholeJob(t *testing.T) {
	b := open(t, desktop)
	b.shot("start")
	b.drop(b.file("quy-truoc.docx", made(t, "huong-khe-2021.toml", filed(t), render.DOCX)))
	b.opened("huong-khe-2021.toml")
	b.shot("open")

	b.enter("1.1.1", "so_lieu")
	b.keys("61" + enterKey + "58" + enterKey + "63" + enterKey)
	b.wait(cell("1.1.3", "so_lieu") + `.value === "63" && document.activeElement === ` + cell("1.2", "so_lieu"))

	b.enter("2.1", "so_lieu")
	b.paste("5\n6\n\n1\n0\n")
	b.wait(cell("2.2", "so_lieu") + `.value === "6" && ` + cell("2.3", "so_lieu") + `.value === "" && ` + cell("2.4", "so_lieu") + `.value === "1"`)
	b.ctrl("z")
	b.wait(cell("2.2", "so_lieu") + `.value === "4" && ` + cell("2.3", "so_lieu") + `.value === "4"`)
	b.ctrl("y")
	b.wait(cell("2.3", "so_lieu") + `.value === ""`)
	b.ctrl("z")
	b.wait(cell("2.3", "so_lieu") + `.value === "4"`)

	t.Run("a finding is accepted with its reason", func(t *testing.T) {
		js[bool](b, `[...document.querySelectorAll(".card")].find((c) => c.textContent.includes("3.2.1 = 370")).querySelector(".actions button").focus() || true`)
		b.keys(enterKey)
		b.wait(`document.getElementById("acceptDialog").open`)
		b.keys("gồm cả thủ tục của ngành dọc" + enterKey)
		b.wait(`[...document.querySelectorAll(".card.accepted")].some((c) => c.textContent.includes("ngành dọc"))`)
	})

	text := b.download("saveToml", "huong-khe-2021.toml")
	want := string(filed(t))
	for _, change := range [][2]string{{"= 59 ", "= 61 "}, {"= 57 ", "= 58 "}, {"= 62 ", "= 63 "}} {
		want = strings.Replace(want, change[0], change[1], 1)
	}
	want += "\n[chap_nhan]\n\"3.2.1\" = { W02 = \"gồm cả thủ tục của ngành dọc\" }\n"
	if string(text) != want {
		t.Error("the data file is another:", difference(want, string(text)))
	}
	for button, format := range map[string]render.Format{"saveDocx": render.DOCX, "savePdf": render.PDF, "saveXlsx": render.XLSX} {
		got := b.download(button, "huong-khe-2021."+string(format))
		if !bytes.Equal(got, made(t, "huong-khe-2021.toml", text, format)) {
			t.Errorf("the %s is not what the command makes", format)
		}
	}
	b.quiet()
}

// difference is the lines in which two texts differ.
func difference(want, got string) string {
	var b strings.Builder
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		switch {
		case i >= len(w):
			b.WriteString("\n+ " + g[i])
		case i >= len(g):
			b.WriteString("\n- " + w[i])
		case w[i] != g[i]:
			b.WriteString("\n- " + w[i] + "\n+ " + g[i])
		}
	}
	return b.String()
}
