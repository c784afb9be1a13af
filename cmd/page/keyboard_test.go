//go:build browser

package main

import (
	"bytes"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"phuluc2b/render"
)

// reach presses Tab until an element has the focus.
func (b *tab) reach(element string) {
	b.Helper()
	for range 400 {
		if js[bool](b, `document.activeElement === `+element) {
			return
		}
		b.press("Tab")
	}
	b.Fatalf("Tab never comes to %s", element)
}

func byID(id string) string { return `document.getElementById("` + id + `")` }

// The whole job without a pointer: a file is chosen, figures are typed, a finding is accepted,
// the printed pages are looked at, all three files are saved.
func TestKeyboardAlone(t *testing.T) {
	b := open(t, desktop)
	path := b.file("quy-truoc.docx", made(t, "huong-khe-2021.toml", filed(t), render.DOCX))
	call(b, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true})
	chosen := make(chan struct{})
	err := chromedp.Listen(b.ctx, func(event any) {
		if e, ok := event.(*page.EventFileChooserOpened); ok {
			go func() {
				chromedp.Call(b.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, BackendNodeID: e.BackendNodeID})
				close(chosen)
			}()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	b.reach(byID("choose"))
	b.press("Enter")
	<-chosen
	b.opened("huong-khe-2021.toml")

	b.reach(cell("1.1.1", "so_lieu"))
	b.keys("61" + enterKey)
	b.wait(cell("1.1.1", "so_lieu") + `.value === "61" && document.activeElement === ` + cell("1.1.2", "so_lieu"))
	b.settled()

	b.reach(`[...document.querySelectorAll(".card")].find((c) => c.textContent.includes("3.2.1 = 370")).querySelector(".actions button")`)
	b.press("Enter")
	b.wait(`document.getElementById("acceptDialog").open`)
	b.reach(byID("acceptReason"))
	b.keys("đã xem" + enterKey)
	b.wait(`[...document.querySelectorAll(".card.accepted")].some((c) => c.textContent.includes("đã xem"))`)

	b.reach(byID("tabFindings"))
	b.press("ArrowRight")
	b.wait(`!document.getElementById("preview").hidden && document.querySelector("#preview svg")`)

	b.reach(`document.querySelector("#more summary")`)
	b.press("Enter")
	b.reach(byID("saveToml"))
	text := b.saved("huong-khe-2021.toml", func() { b.press("Enter") })
	for id, format := range map[string]render.Format{"saveDocx": render.DOCX, "savePdf": render.PDF} {
		b.reach(byID(id))
		got := b.saved("huong-khe-2021."+string(format), func() { b.press("Enter") })
		if !bytes.Equal(got, made(t, "huong-khe-2021.toml", text, format)) {
			t.Errorf("the %s is not what the command makes", format)
		}
	}
	b.quiet()
}
