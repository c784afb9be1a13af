//go:build browser

package main

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"phuluc2b/render"
)

// What an officer is told while opening and finishing: which period it is, where the fault is.
func TestNotes(t *testing.T) {
	b := openSeed(t, desktop)
	b.wait(`!document.getElementById("nextNote").hidden && document.getElementById("nextNote").textContent.includes("Đây là phụ lục năm 2021.") && document.getElementById("busy").hidden`)
	b.shot("note-period")
	b.enter("1.1.2", "so_lieu")
	top := js[float64](b, cell("1.1.2", "so_lieu")+`.getBoundingClientRect().top`)
	b.keys("58")
	b.settled()
	if moved := js[float64](b, cell("1.1.2", "so_lieu")+`.getBoundingClientRect().top`) - top; moved != 0 || js[bool](b, `document.getElementById("nextNote").hidden`) {
		t.Errorf("typing moves the sheet by %v px", moved)
	}
	js[bool](b, `document.getElementById("stayHere").click() || true`)
	b.wait(`document.getElementById("nextNote").hidden`)
	t.Run("the title opens the report at its period", func(t *testing.T) {
		js[bool](b, `document.getElementById("periodOpen").click() || true`)
		b.wait(`document.activeElement.dataset.key === "ky"`)
		b.press("Escape")
		b.wait(`document.activeElement.id === "periodOpen" && document.getElementById("report").hidden`)
	})
	t.Run("a fault is named, and led to", func(t *testing.T) {
		b.enter("1.1.2", "so_lieu")
		b.keys("năm" + enterKey)
		b.wait(`document.querySelector(".card.fault") && document.querySelector(".card.warning, .card.accepted")`)
		js[bool](b, `document.getElementById("saveDocx").click() || true`)
		b.wait(`document.getElementById("problemDialog").open && document.getElementById("problemWhat").textContent.includes("“1.1.2 Số nhiệm vụ đã hoàn thành”")`)
		b.shot("note-fault")
		b.press("Enter")
		b.wait(`document.activeElement === ` + cell("1.1.2", "so_lieu"))
	})
	b.quiet()
}

// Work that is taken up again has the period before beside it; a document with a period that its
// form lacks is offered as a form of its own.
func TestTakenUpAndBeyond(t *testing.T) {
	b := openSeed(t, desktop)
	b.enter("1.1.1", "so_lieu")
	b.keys("61" + enterKey)
	b.settled()
	b.drop(b.file("6-thang.toml", []byte(strings.NewReplacer(`ky      = "nam"`, `ky      = "6-thang"`, "= 57 ", "= 58 ").Replace(string(filed(t))))))
	b.wait(`document.getElementById("useDialog").open`)
	js[bool](b, `document.querySelector('#useDialog [value=previous]').click() || true`)
	b.wait(`paper.row("1.1.2").before.textContent === "58"`)
	b.settled()
	b.do(chromedp.Navigate(js[string](b, "location.href")))
	b.wait(`document.documentElement.dataset.ready === "true" && document.querySelector("#draftList button")`)
	js[bool](b, `document.querySelector("#draftList button").click() || true`)
	b.wait(`document.body.classList.contains("working") && paper.row("1.1.2")?.before.textContent === "58"`)
	document := inWord(t, made(t, "huong-khe-2021.toml", filed(t), render.DOCX), "CẢI CÁCH HÀNH CHÍNH NĂM 2021", "CẢI CÁCH HÀNH CHÍNH QUÝ IV NĂM 2021")
	b.drop(b.file("quy-4.docx", document))
	b.wait(`document.getElementById("useDialog").open`)
	js[bool](b, `document.querySelector('#useDialog [value=open]').click() || true`)
	b.wait(`!document.getElementById("beyondNote").hidden && document.getElementById("beyondWhat").textContent.includes("kỳ quý IV")`)
	b.shot("note-beyond")
	js[bool](b, `document.getElementById("asForm").click() || true`)
	b.wait(`document.getElementById("beyondNote").hidden && document.getElementById("top").textContent.includes("QUÝ IV NĂM 2021")`)
	b.quiet()
}
