//go:build browser

package main

import "testing"

// What an officer is told while opening and finishing: which period it is, where the fault is.
func TestNotes(t *testing.T) {
	b := openSeed(t, desktop)
	b.wait(`!document.getElementById("nextNote").hidden && document.getElementById("nextNote").textContent.includes("Đây là phụ lục năm 2021.") && document.getElementById("busy").hidden`)
	b.shot("note-period")
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
