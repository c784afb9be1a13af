//go:build browser

package main

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"phuluc2b/cmd/internal/retyped"
	"phuluc2b/render"
)

// click clicks a cell with the mouse, so many times at once.
func (b *tab) click(row, role string, times int64) {
	b.Helper()
	at := js[[]float64](b, `(() => { const c = `+cell(row, role)+`; c.scrollIntoView({block: "center"}); const r = c.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
	for n := int64(1); n <= times; n++ {
		for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
			call(b, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: at[0], Y: at[1], Button: input.MouseButtonLeft, ClickCount: n, PointerType: input.DispatchMouseEventPointerTypeMouse})
		}
	}
}

// window is another window of the same browser.
func (b *tab) window() *tab {
	b.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	b.Cleanup(cancel)
	other := &tab{T: b.T, ctx: ctx, profile: b.profile, downloads: b.downloads}
	call(other, page.Enable, page.EnableParams{})
	call(other, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	other.do(chromedp.Navigate(js[string](b, "location.href")))
	other.wait(`document.documentElement.dataset.ready === "true"`)
	return other
}

// inWord is a document in which a person has typed other words.
func inWord(t *testing.T, document []byte, old, now string) []byte {
	t.Helper()
	typed, err := retyped.Document(document, old, now)
	if err != nil {
		t.Fatal(err)
	}
	return typed
}

// Cells are chosen, typed over and left as in Excel.
func TestCells(t *testing.T) {
	b := openSeed(t, desktop)
	is := func(row, role, want string) {
		t.Helper()
		b.wait(cell(row, role) + `.value === ` + quote(want))
	}
	t.Run("the first click chooses a cell, and typing replaces", func(t *testing.T) {
		b.click("1.1.2", "so_lieu", 1)
		b.keys("61")
		is("1.1.2", "so_lieu", "61")
	})
	t.Run("the second click puts the caret, and typing adds", func(t *testing.T) {
		b.click("1.1.3", "so_lieu", 2)
		b.keys("7")
		b.wait(cell("1.1.3", "so_lieu") + `.value.includes("62") === false || ` + cell("1.1.3", "so_lieu") + `.value.length === 3`)
		if v := b.value("1.1.3", "so_lieu"); len(v) != 3 {
			t.Error(v)
		}
	})
	t.Run("Escape takes back what was typed since Enter, and no more", func(t *testing.T) {
		b.enter("7.2.7.2", "so_lieu") // the last: Enter stays in it
		b.keys("99" + enterKey)
		b.keys("12")
		b.settled()
		b.press("Escape")
		is("7.2.7.2", "so_lieu", "99")
		b.settled()
		if text := string(b.download("saveToml", "huong-khe-2021.toml")); !strings.Contains(text, `"7.2.7.2"   = 99`) {
			t.Errorf("%s", text[len(text)-600:])
		}
	})
	t.Run("paragraphs go into one note", func(t *testing.T) {
		b.enter("1.1.2", "ghi_chu")
		b.paste("đoạn một\r\nđoạn hai")
		b.settled()
		is("1.1.2", "ghi_chu", "đoạn một\nđoạn hai")
		is("1.1.3", "ghi_chu", "")
	})
	t.Run("a cell shows what was taken of its letters when it is left", func(t *testing.T) {
		b.enter("1.1.1", "so_lieu")
		js[bool](b, `document.execCommand("insertText", false, "6\u200b0")`)
		b.settled()
		b.enter("1.1.2", "so_lieu")
		is("1.1.1", "so_lieu", "60")
	})
	t.Run("a reason of old is asked for again when its figure has changed", func(t *testing.T) {
		js[bool](b, `page.change("accept", {rows: ["3.2.1"], rule: "W02", text: "cả ngành dọc"}, {}).then(() => true)`)
		b.enter("3.2.1", "so_lieu")
		b.keys("371" + enterKey)
		b.wait(`document.getElementById("findings").textContent.includes("lý do cũ không còn tính: cả ngành dọc")`)
		b.shot("doubted")
	})
	b.quiet()
}

// Two windows do not write over each other's work.
func TestTwoWindows(t *testing.T) {
	b := openSeed(t, desktop)
	b.enter("1.1.1", "so_lieu")
	b.keys("701" + enterKey)
	b.settled()
	b.do(chromedp.Navigate(js[string](b, "location.href")))
	b.wait(`document.documentElement.dataset.ready === "true" && document.querySelector("#draftList button")`)
	other := b.window()
	other.wait(`document.querySelector("#draftList button")`)
	js[bool](b, `document.querySelector("#draftList button").click() || true`)
	b.opened("huong-khe-2021.toml")
	b.enter("1.1.2", "so_lieu")
	b.keys("702" + enterKey)
	b.settled()
	js[bool](other, `document.querySelector("#draftList button").click() || true`)
	other.opened("huong-khe-2021.toml")
	if v := other.value("1.1.2", "so_lieu"); v != "702" {
		t.Errorf("the window that takes over has %s", v)
	}
	b.wait(`document.getElementById("problemDialog").open && document.getElementById("problemWhat").textContent.includes("cửa sổ khác")`)
	b.press("Enter")
	for i, w := range []*tab{b, other} {
		w.enter("1.1.3", "so_lieu")
		w.keys([]string{"801", "802"}[i] + enterKey)
		w.settled()
		js[bool](w, `document.getElementById("close").click() || true`)
	}
	b.wait(`document.querySelectorAll("#draftList li").length >= 1`)
	js[bool](b, `drafts.offer().then(() => true)`)
	if n := js[int](b, `document.querySelectorAll("#draftList li").length`); n != 2 {
		t.Errorf("%d drafts", n)
	}
}

// What was closed is offered at once; of two files one is opened, and the other asked about.
func TestSeveralFiles(t *testing.T) {
	b := openSeed(t, desktop)
	b.enter("1.1.1", "so_lieu")
	b.keys("777" + enterKey)
	b.settled()
	second := b.file("cu.toml", filed(t))
	b.drop(second)
	b.wait(`document.getElementById("useDialog").open`)
	js[bool](b, `document.querySelector('#useDialog [value=open]').click() || true`)
	b.opened("cu.toml")
	js[bool](b, `document.getElementById("close").click() || true`)
	b.wait(`document.getElementById("draftList").textContent.includes("huong-khe-2021.toml")`)
	b.drop(second, b.file("nua.toml", filed(t)))
	b.opened("cu.toml")
	b.wait(`document.getElementById("useDialog").open && document.getElementById("useName").textContent === "nua.toml"`)
	js[bool](b, `document.querySelector('#useDialog [value=""]').click() || true`)
	b.quiet()
}

// A store that does not answer holds nothing up, and a page that goes at once loses no key.
func TestStore(t *testing.T) {
	t.Run("it does not answer", func(t *testing.T) {
		b := open(t, desktop)
		call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `Object.defineProperty(window, "indexedDB", {value: {open: () => ({})}})`})
		b.do(chromedp.Navigate(js[string](b, "location.href")))
		b.wait(`document.documentElement.dataset.ready === "true"`)
		b.drop(b.file("huong-khe-2021.toml", filed(t)))
		b.opened("huong-khe-2021.toml")
		b.enter("1.1.1", "so_lieu")
		b.keys("61" + enterKey)
		b.wait(`document.getElementById("toast").textContent.includes("không giữ được bản đang gõ")`)
		if text := string(b.download("saveToml", "huong-khe-2021.toml")); !strings.Contains(text, "= 61 ") {
			t.Errorf("%.900s", text)
		}
	})
	t.Run("the page goes within a moment", func(t *testing.T) {
		b := openSeed(t, desktop)
		b.enter("1.1.1", "so_lieu")
		b.keys("555")
		b.do(chromedp.Navigate(js[string](b, "location.href")))
		b.wait(`document.documentElement.dataset.ready === "true" && document.querySelector("#draftList button")`)
		js[bool](b, `document.querySelector("#draftList button").click() || true`)
		b.opened("huong-khe-2021.toml")
		b.wait(cell("1.1.1", "so_lieu") + `.value === "555"`)
	})
}

// A DOCX whose cells cannot be read is compared with nothing unsaid.
func TestUnreadCells(t *testing.T) {
	b := openSeed(t, desktop)
	document := inWord(t, made(t, "huong-khe-2021.toml", filed(t), render.DOCX), ">59<", ">khoảng 60<")
	b.drop(b.file("sua.docx", document))
	b.wait(`document.getElementById("useDialog").open`)
	js[bool](b, `document.querySelector('#useDialog [value=since]').click() || true`)
	b.wait(`document.getElementById("changes").textContent.includes("“khoảng 60” không phải số đếm")`)
	b.shot("unread-since")
	b.drop(b.file("sua.docx", document))
	b.wait(`document.getElementById("useDialog").open`)
	js[bool](b, `document.querySelector('#useDialog [value=open]').click() || true`)
	b.wait(cell("1.1.1", "so_lieu") + `.getAttribute("aria-invalid") === "true" && ` + cell("1.1.1", "so_lieu") + `.value === "khoảng 60"`)
	b.shot("unread-open")
	b.quiet()
}
