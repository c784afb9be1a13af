//go:build browser

package main

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"phuluc2b/render"
)

// What a file holds is text, wherever it shows.
func TestHostileText(t *testing.T) {
	const script, image = `<script>window.struck = true</script>`, `<img src=x onerror=window.struck=true>`
	form := strings.NewReplacer(
		`ten = "Trước hạn"`, `ten = '`+script+`'`, `nhan      = "`, `nhan      = "`+strings.ReplaceAll(image, `"`, ``)+` `, `ten = "Chuyển đổi số"`, `ten = "</textarea><svg onload=window.struck=true>"`,
	).Replace(string(read2(t, "../../examples/bieu-mau-xa.toml")))
	data := strings.NewReplacer(`ghi_chu = "Hồ sơ đất đai"`, `ghi_chu = '`+image+`'`, `co_quan = "`, `co_quan = "`+script+` `).Replace(string(read2(t, "../../examples/xa-son-giang.toml")))
	if !strings.Contains(form, script) || !strings.Contains(data, image) {
		t.Fatal("the examples have changed")
	}
	b := open(t, desktop)
	b.drop(b.file("xa.toml", []byte(data)), b.file("bieu-mau.toml", []byte(form)))
	b.opened("xa.toml")
	js[bool](b, `document.getElementById("tabPreview").click() || true`)
	b.wait(`document.querySelector(".sheetView svg").textContent.includes("<script>window")`)
	b.enter("1.1", "so_lieu")
	b.keys(`<b onmouseover=window.struck=true>7`)
	b.wait(`document.querySelector(".card.fault")`)
	b.shot("hostile")
	js[bool](b, `new Promise((r) => setTimeout(() => r(true), 300))`)
	if js[bool](b, `Boolean(window.struck) || document.querySelectorAll("#paper script, #paper img, #paper svg, #findings b[onmouseover], .sheetView script").length > 0`) {
		t.Error("text has become HTML")
	}
	if !js[bool](b, `document.getElementById("paper").textContent.includes("<script>window.struck") && [...document.querySelectorAll("textarea.cell")].some((c) => c.value.startsWith("<img src=x"))`) {
		t.Error("the text is not shown as it is")
	}
	b.quiet()
}

// Nothing hides in a name or turns it around.
func TestHiddenLetters(t *testing.T) {
	b := open(t, desktop)
	b.drop(b.file("xa\u202elmot.toml", read2(t, seed)))
	b.wait(`document.getElementById("fileName").textContent === "xa\\u202elmot.toml" && document.title.includes("xa\\u202elmot.toml")`)
	if shown := js[string](b, `make("p", {}, "a\u0000\u001b\u007f\u009b\u061c\u200e\u202a\u2066\u2069\ufeff\n\tđ").textContent`); shown != `a\u0000\u001b\u007f\u009b\u061c\u200e\u202a\u2066\u2069\ufeff`+"\n\tđ" {
		t.Errorf("%q", shown)
	}
	b.drop(b.file("bad\u202e.toml", []byte("\"a\u202eb\" = \n")))
	b.wait(`document.getElementById("useDialog").open`)
	js[bool](b, `document.querySelector('#useDialog [value=open]').click() || true`)
	b.wait(`document.getElementById("problemDialog").open && document.getElementById("problemDialog").textContent.includes("\\u202e")`)
	if js[bool](b, `/[\u202a-\u202e]/.test(document.getElementById("problemDialog").textContent)`) {
		t.Error("a mark of direction reaches the page")
	}
	b.quiet()
}

// Whatever is dropped, there is a message, and the page lives on.
func TestHostileFiles(t *testing.T) {
	b := openSeed(t, desktop)
	docx := made(t, "huong-khe-2021.toml", filed(t), render.DOCX)
	for name, data := range map[string][]byte{
		"cut.docx": docx[:len(docx)/2], "zip.docx": []byte("PK\x03\x04 nothing"), "old.doc": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "bad.toml": []byte("a = "), "bad.pdf": []byte("%PDF-1.7 nothing"),
	} {
		b.drop(b.file(name, data))
		b.wait(`document.getElementById("useDialog").open`)
		js[bool](b, `document.querySelector('#useDialog [value=open]').click() || true`)
		b.wait(`document.getElementById("problemDialog").open && document.getElementById("problemWhat").textContent.length > 10`)
		js[bool](b, `document.getElementById("problemDialog").close() || true`)
	}
	t.Run("a Worker that dies is replaced, with what was on the desk", func(t *testing.T) {
		b.enter("1.1.1", "so_lieu")
		b.keys("61" + enterKey)
		b.settled()
		js[bool](b, `engine.replace() || true`)
		b.enter("1.1.2", "so_lieu")
		b.keys("58" + enterKey)
		b.settled()
		text := string(b.download("saveToml", "huong-khe-2021.toml"))
		if !strings.Contains(text, "= 61 ") || !strings.Contains(text, "= 58 ") {
			t.Errorf("%.1100s", text)
		}
	})
	b.quiet()
}

// The page is killed in the middle of typing, again and again, and each tenth time the whole
// browser: what was in a cell a second before is there on return.
func TestCrash(t *testing.T) {
	rounds := 100
	if testing.Short() {
		rounds = 12
	}
	profile := t.TempDir()
	b := openProfile(t, profile, desktop)
	b.drop(b.file("huong-khe-2021.toml", filed(t)))
	b.opened("huong-khe-2021.toml")
	address := js[string](b, "location.href")
	for i := range rounds {
		first, second := strconv.Itoa(1000+i), strconv.Itoa(5000+i)
		b.enter("1.1.1", "so_lieu")
		b.keys(first)
		b.enter("1.1.2", "so_lieu")
		if i%2 == 1 { // an input method holds it back from the engine
			js[bool](b, `typing.compose(true) || true`)
		}
		b.keys(second)
		time.Sleep(time.Second)
		b.keys("7") // this one may be lost
		if i%10 == 9 {
			b.kill()
			b = openProfile(t, profile, desktop)
		} else {
			b.do(chromedp.Navigate(address))
		}
		b.wait(`document.documentElement.dataset.ready === "true" && document.querySelector("#draftList button")`)
		if i == 0 {
			b.shot("drafts")
		}
		if n := js[int](b, `document.querySelectorAll("#draftList li").length`); n != 1 {
			t.Fatalf("%d drafts", n)
		}
		js[bool](b, `document.querySelector("#draftList button").click() || true`)
		b.opened("huong-khe-2021.toml")
		b.wait(cell("1.1.2", "so_lieu") + `.value.startsWith("` + second + `")`)
		if v := b.value("1.1.1", "so_lieu"); v != first {
			t.Fatalf("round %d: %s is lost, there is %s", i, first, v)
		}
	}
	t.Run("a draft is removed", func(t *testing.T) {
		b.settled()
		js[bool](b, `document.getElementById("close").click() || true`)
		js[bool](b, `drafts.offer().then(() => true)`)
		b.wait(`document.querySelector("#draftList .plain")`)
		js[bool](b, `document.querySelector("#draftList .plain").click() || true`)
		b.wait(`document.getElementById("draftList").textContent.startsWith("Đã xóa")`)
		js[bool](b, `document.querySelector("#draftList .plain").click() || true`) // taken back
		b.wait(`document.getElementById("draftList").textContent.startsWith("Gõ tiếp")`)
		js[bool](b, `document.querySelector("#draftList .plain").click() || true`)
		b.wait(`document.getElementById("draftList").textContent.startsWith("Đã xóa")`)
		b.do(chromedp.Navigate(address))
		b.wait(`document.documentElement.dataset.ready === "true"`)
		if js[bool](b, `document.querySelector("#draftList button")`+" !== null") {
			t.Error("it is offered again")
		}
	})
}
