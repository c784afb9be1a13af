//go:build browser

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// What was done can be undone after the page was closed, and after the engine has died.
func TestUndoAfterReturn(t *testing.T) {
	b := openSeed(t, desktop)
	edit := func(row, text string) {
		t.Helper()
		b.enter(row, "so_lieu")
		b.keys(text + enterKey)
		b.settled()
	}
	edit("1.1.1", "61")
	edit("1.1.2", "58")
	edit("1.1.3", "63")
	b.ctrl("z")
	b.wait(cell("1.1.3", "so_lieu") + `.value === "62"`)
	b.settled()
	b.do(chromedp.Navigate(js[string](b, "location.href")))
	b.wait(`document.documentElement.dataset.ready === "true" && document.querySelector("#draftList button")`)
	js[bool](b, `document.querySelector("#draftList button").click() || true`)
	b.opened("huong-khe-2021.toml")
	b.ctrl("y")
	b.wait(cell("1.1.3", "so_lieu") + `.value === "63"`)
	b.ctrl("z")
	b.ctrl("z")
	b.wait(cell("1.1.2", "so_lieu") + `.value === "57"`)
	b.settled()
	js[bool](b, `engine.replace() || true`)
	b.settled()
	b.ctrl("z")
	b.wait(cell("1.1.1", "so_lieu") + `.value === "59" && document.getElementById("undo").disabled`)
	if got := string(b.download("saveToml", "huong-khe-2021.toml")); got != string(filed(t)) {
		t.Error(difference(string(filed(t)), got))
	}
	b.quiet()
}

// What is printed with Ctrl+P is the pages of the PDF; from the menu of the browser, the annex.
func TestPrint(t *testing.T) {
	b := openSeed(t, desktop)
	text := func(name string) string {
		t.Helper()
		data := call(b, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)}).Data
		file := b.file(name+".pdf", data)
		if folder := os.Getenv("PHULUC2B_SHOTS"); folder != "" {
			os.WriteFile(filepath.Join(folder, name+".pdf"), data, 0o644)
		}
		out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
		if err != nil {
			t.Skip("poppler is not here")
		}
		return string(out)
	}
	js[bool](b, `(window.print = () => {}, true)`)
	b.enter("1.1.1", "so_lieu")
	b.keys("4711")
	b.ctrl("p")
	b.wait(`document.querySelectorAll("#printed svg").length === 7`)
	if got := text("printed"); strings.Count(got, "\f") != 7 || !strings.Contains(got, "4711") || strings.Contains(got, "Tải DOCX") {
		t.Errorf("%d pages\n%.2000s", strings.Count(got, "\f"), got)
	}
	b.wait(`!document.querySelector("#printed svg")`)
	if got := text("printed-by-menu"); !strings.Contains(got, "4711") || strings.Contains(got, "Tải DOCX") {
		t.Errorf("%.2000s", got)
	}
	t.Run("what cannot be read is not printed", func(t *testing.T) {
		b.enter("1.1.1", "so_lieu")
		b.keys("năm")
		b.wait(`document.querySelector(".card.fault")`)
		b.ctrl("p")
		b.wait(`document.getElementById("problemDialog").open`)
	})
	b.quiet()
}
