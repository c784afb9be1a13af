//go:build browser

package main

import (
	"strings"
	"testing"

	"phuluc2b/render"
)

// A corrected file of the open annex is taken back first of all; what is compared with it says
// which is the newer one.
func TestTakeBack(t *testing.T) {
	b := openSeed(t, desktop)
	sent := made(t, "huong-khe-2021.toml", filed(t), render.DOCX)
	b.drop(b.file("sua.docx", inWord(t, inWord(t, sent, ">57<", ">61<"), ">59<", ">khoảng 60<")))
	b.wait(`document.getElementById("useDialog").open && document.querySelector("#useDialog .choices button:not([hidden])").textContent.startsWith("Lấy chỗ sửa về (1 chỗ)")`)
	b.shot("take")
	if text := js[string](b, `document.getElementById("useChanged").innerText`); !strings.Contains(text, "57 → 61") || !strings.Contains(text, "khoảng 60") {
		t.Error(text)
	}
	js[bool](b, `document.getElementById("useTake").click() || true`)
	b.wait(cell("1.1.2", "so_lieu") + `.value === "61" && document.querySelector("#findings .card.taken")`)
	b.shot("taken")
	if got, want := string(b.download("saveToml", "huong-khe-2021.toml")), strings.Replace(string(filed(t)), "= 57 ", "= 61 ", 1); got != want {
		t.Error(difference(want, got))
	}
	b.ctrl("z")
	b.wait(cell("1.1.2", "so_lieu") + `.value === "57" && !document.querySelector("#findings .card.taken")`)
	b.settled()
	b.drop(b.file("sua.docx", inWord(t, sent, ">57<", ">61<")))
	b.wait(`document.getElementById("useDialog").open`)
	js[bool](b, `document.querySelector('#useDialog [value=since]').click() || true`)
	b.wait(`document.getElementById("changes").textContent.includes("sua.docx là bản đã sửa sau") && document.querySelector("#changes del").textContent === "57"`)
	b.shot("newer")
	js[bool](b, `[...document.querySelectorAll("#changes button")].find((b) => b.textContent.startsWith("Không phải")).click() || true`)
	b.wait(`document.querySelector("#changes del").textContent === "61"`)
	b.quiet()
}
