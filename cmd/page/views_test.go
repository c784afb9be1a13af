//go:build browser

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"phuluc2b/render"
)

// axe is the source of axe-core, which .ci/page installs.
func axe(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("PHULUC2B_AXE")
	if folder == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			t.Fatal(err)
		}
		folder = filepath.Join(cache, "phuluc2b", "page", "node_modules", "axe-core")
	}
	text, err := os.ReadFile(filepath.Join(folder, "axe.min.js"))
	if err != nil {
		t.Fatalf("axe-core is not here: run .ci/page (%v)", err)
	}
	return string(text)
}

// Every view on every screen, light and dark: nothing that axe finds, nothing that scrolls
// sideways.
func TestViews(t *testing.T) {
	script := axe(t)
	for _, c := range []struct {
		name, scheme string
		size         window
	}{{"1366", "light", desktop}, {"1093", "dark", window{1093, 614}}, {"360", "light", window{360, 740}}, {"360", "dark", window{360, 740}}} {
		name, scheme := c.name, c.scheme
		t.Run(name+" "+scheme, func(t *testing.T) {
			b := open(t, c.size)
			call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
			js[bool](b, "(0, eval)("+quote(script)+") || true")
			view := func(view string) {
				t.Helper()
				b.shot(view + "-" + name + "-" + scheme)
				for _, v := range js[[]string](b, `(async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map((v) =>
					v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) + " " + n.failureSummary).join(" | ")))()`) {
					t.Errorf("%s: %s", view, v)
				}
				if over := js[int](b, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
					t.Errorf("%s: %d px too wide", view, over)
				}
			}
			view("start")
			b.drop(b.file("huong-khe-2021.toml", []byte(strings.Replace(string(filed(t)), "= 19 ", "= 20 ", 1))))
			b.opened("huong-khe-2021.toml")
			b.enter("1.2.1", "so_lieu")
			view("open")
			b.enter("1.4.2", "so_lieu")
			b.keys("năm")
			b.wait(`document.querySelector(".card.fault")`)
			view("fault")
			js[bool](b, `document.getElementById("more").open = true`)
			view("menu")
			js[bool](b, `(document.getElementById("more").open = false, document.getElementById("reportOpen").click(), true)`)
			view("report")
			js[bool](b, `(document.querySelector(".card.warning .actions button").click(), true)`)
			view("accept")
			js[bool](b, `(document.getElementById("acceptDialog").close(), document.getElementById("tabPreview").click(), true)`)
			b.wait(`document.querySelectorAll(".sheetView svg").length === 7`)
			view("preview")
			b.drop(b.file("truoc.docx", made(t, "huong-khe-2020.toml", []byte(strings.Replace(string(filed(t)), `ky      = "nam"`, `ky      = "6-thang"`, 1)), render.DOCX)))
			b.wait(`document.getElementById("useDialog").open`)
			view("use")
			js[bool](b, `document.querySelector('#useDialog [value=previous]').click() || true`)
			b.wait(`paper.row("1.1.2").before.textContent === "57"`)
			js[bool](b, `document.getElementById("tabFindings").click() || true`)
			view("compare")
			b.drop(b.file("cu.toml", filed(t)))
			b.wait(`document.getElementById("useDialog").open`)
			js[bool](b, `document.querySelector('#useDialog [value=since]').click() || true`)
			b.wait(`!document.getElementById("tabChanges").hidden && !document.getElementById("changes").hidden`)
			view("changes")
			js[bool](b, `document.getElementById("about").click() || true`)
			view("about")
			js[bool](b, `document.getElementById("aboutDialog").close() || true`)
			b.settled()
			js[bool](b, `document.getElementById("close").click() || true`)
			b.wait(`document.querySelector("#draftList button")`)
			view("drafts")
			b.drop(sendAll(t).files...)
			b.wait(`!document.getElementById("unitsRead").hidden`)
			view("units")
			b.quiet()
		})
	}
}

// On a screen of 1366 × 768 at 125 % the sheet and the list stand side by side, in letters that
// can be read.
func TestFitsAt125Percent(t *testing.T) {
	b := openSeed(t, window{1093, 614})
	type box struct{ Left, Right, Top float64 }
	at := func(id string) box {
		return js[box](b, fmt.Sprintf(`(() => { const r = document.querySelector(%s).getBoundingClientRect(); return {Left: r.left, Right: r.right, Top: r.top}; })()`, quote(id)))
	}
	sheet, side := at(".sheet"), at("#side")
	if side.Left < sheet.Right || side.Right > 1093 || side.Top > 200 {
		t.Errorf("sheet %v, side %v", sheet, side)
	}
}
