//go:build browser

package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"phuluc2b/render"
)

// openSeed is the page with the annex of the seed.
func openSeed(t *testing.T, size window) *tab {
	t.Helper()
	b := open(t, size)
	b.drop(b.file("huong-khe-2021.toml", filed(t)))
	b.opened("huong-khe-2021.toml")
	return b
}

// Lines break in the browser as in the PDF: each label, STT and unit has as many, and none is
// wider than its cell.
func TestLines(t *testing.T) {
	b := openSeed(t, desktop)
	type paragraph struct {
		Text        string
		Want, Lines int
		Over        float64
	}
	all := js[[]paragraph](b, `(async () => {
		await document.fonts.ready;
		return [...document.querySelectorAll("tbody .r-stt .p, tbody .r-chi_tieu .p, tbody .r-don_vi .p")].filter((p) => p.textContent.trim()).map((p) => {
			const room = p.getBoundingClientRect().width;
			const spans = [...p.children].map((s) => { const r = document.createRange(); r.selectNodeContents(s); return r; });
			// The same text left to the browser: it must break where the engine did.
			const free = p.cloneNode();
			free.textContent = p.textContent.replace(/ $/, "").replace(/-/g, "\u2011");
			free.style.whiteSpace = "normal";
			p.after(free);
			const height = parseFloat(getComputedStyle(p).lineHeight);
			const lines = Math.round(free.getBoundingClientRect().height / height);
			free.remove();
			const trimmed = spans.map((r) => { const text = r.toString(); const probe = r.cloneRange(); const node = r.startContainer.firstChild;
				probe.setEnd(node, text.replace(/ +$/, "").length); probe.setStart(node, 0); return probe.getBoundingClientRect().width; });
			return {Text: p.textContent, Want: p.children.length, Lines: lines, Over: Math.max(...trimmed) - room};
		});
	})()`)
	if len(all) != 394 {
		t.Errorf("%d paragraphs", len(all))
	}
	other := 0
	for _, p := range all {
		if p.Over > 0.1 {
			t.Errorf("%q is %.2f px too wide", p.Text, p.Over)
		}
		if p.Want != p.Lines {
			other++
			t.Logf("left to itself the browser breaks %q into %d lines, the PDF into %d", p.Text, p.Lines, p.Want)
		}
	}
	if other > 0 {
		t.Errorf("%d of %d paragraphs", other, len(all))
	}
	b.quiet()
}

func TestKeyboard(t *testing.T) {
	b := openSeed(t, desktop)
	at := func(row, role string) {
		t.Helper()
		b.wait(`document.activeElement === ` + cell(row, role))
	}
	b.enter("1.1.1", "so_lieu")
	for _, step := range []struct{ key, row, role string }{
		{"ArrowDown", "1.1.2", "so_lieu"}, {"ArrowUp", "1.1.1", "so_lieu"}, {"ArrowRight", "1.1.1", "ghi_chu"}, {"ArrowDown", "1.1.2", "ghi_chu"}, {"ArrowLeft", "1.1.2", "so_lieu"},
		{"Tab", "1.1.2", "ghi_chu"}, {"Tab", "1.1.3", "so_lieu"}, {"Enter", "1.2", "so_lieu"},
	} {
		b.press(step.key)
		at(step.row, step.role)
	}
	t.Run("Escape gives the old figure back", func(t *testing.T) {
		b.keys("999")
		b.press("Escape")
		b.settled()
		if v := b.value("1.2", "so_lieu"); v != "19" {
			t.Error(v)
		}
	})
	t.Run("a code is picked from its list", func(t *testing.T) {
		b.enter("1.4.2", "so_lieu")
		b.wait(`!document.getElementById("codeList").hidden && document.getElementById("codeList").textContent.includes("Kết hợp")`)
		b.shot("codes")
		b.pressWith("ArrowDown", 1)
		b.press("ArrowDown")
		b.press("ArrowDown")
		b.press("Enter")
		b.wait(cell("1.4.2", "so_lieu") + `.value === "2"`)
	})
	t.Run("search finds words without marks, and goes there", func(t *testing.T) {
		b.ctrl("f")
		b.keys("hop truc tuyen")
		b.wait(`document.getElementById("searchCount").textContent === "1 dòng"`)
		b.press("Enter")
		at("7.1.2", "so_lieu")
	})
	t.Run("nothing is checked while an input method composes", func(t *testing.T) {
		b.enter("4.2.5", "ghi_chu")
		js[bool](b, `(() => { const c = document.activeElement; c.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true})); c.value = "so vơi";
			c.dispatchEvent(new InputEvent("input", {bubbles: true, isComposing: true})); return true; })()`)
		if js[bool](b, `new Promise((r) => setTimeout(() => r(document.title.startsWith("•") && paper.row("4.2.5").cells.ghi_chu.value !== "so vơi"), 400))`) {
			t.Error("the cell was changed in the middle of a syllable")
		}
		js[bool](b, `(() => { const c = document.activeElement; c.value = "so với năm 2015"; c.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true})); return true; })()`)
		b.settled()
		if v := b.value("4.2.5", "ghi_chu"); v != "so với năm 2015" {
			t.Error(v)
		}
	})
	t.Run("the report is edited where its line stands", func(t *testing.T) {
		js[bool](b, `document.getElementById("reportOpen").focus() || true`)
		b.press("Enter")
		b.wait(`document.activeElement.dataset.key === "loai"`)
		b.shot("report")
		b.press("Tab")
		b.keys("512")
		b.press("Enter")
		b.wait(`document.getElementById("reportOpen").textContent.includes("số 512/BC-UBND")`)
	})
	t.Run("an unreadable figure is marked and kept", func(t *testing.T) {
		b.enter("1.1.1", "so_lieu")
		b.keys("năm chín")
		b.wait(cell("1.1.1", "so_lieu") + `.getAttribute("aria-invalid") === "true" && document.querySelector(".card.fault")`)
		b.shot("fault")
		if text := string(b.download("saveToml", "huong-khe-2021.toml")); !strings.Contains(text, `"1.1.1"     = "năm chín"`) {
			t.Errorf("%.900s", text)
		}
		js[bool](b, `document.getElementById("saveDocx").click() || true`)
		b.wait(`document.getElementById("problemDialog").open`)
		b.press("Enter")
	})
	b.quiet()
}

func TestPreviewAndCompare(t *testing.T) {
	b := openSeed(t, desktop)
	js[bool](b, `document.getElementById("tabPreview").click() || true`)
	b.wait(`document.querySelectorAll(".sheetView svg").length === 7`)
	b.enter("7.1.2", "so_lieu")
	b.wait(`document.querySelector(".sheetView .at") && document.getElementById("preview").scrollTop > 1000`)
	b.shot("preview")
	t.Run("an edit is drawn", func(t *testing.T) {
		b.enter("1.1.1", "so_lieu")
		b.keys("4711")
		b.wait(`document.querySelector(".sheetView svg").textContent.includes("4711")`)
	})
	t.Run("the period before is a quiet column, and what falls is told", func(t *testing.T) {
		before := strings.Replace(string(filed(t)), `ky      = "nam"`, `ky      = "6-thang"`, 1)
		b.drop(b.file("6-thang.toml", []byte(strings.Replace(before, "= 57 ", "= 58 ", 1))))
		b.wait(`document.getElementById("useDialog").open`)
		b.shot("use")
		js[bool](b, `document.querySelector('#useDialog [value=previous]').click() || true`)
		b.wait(`paper.row("1.1.2").before.textContent === "58" && document.getElementById("findings").textContent.includes("nhỏ hơn kỳ trước là 58")`)
		js[bool](b, `document.getElementById("tabFindings").click() || true`)
		b.shot("compare")
	})
	t.Run("what changed since an older version is listed, and its sheet made", func(t *testing.T) {
		b.drop(b.file("cu.docx", made(t, "huong-khe-2021.toml", filed(t), render.DOCX)))
		b.wait(`document.getElementById("useDialog").open`)
		js[bool](b, `document.querySelector('#useDialog [value=since]').click() || true`)
		b.wait(`document.getElementById("tabChanges").textContent === "Thay đổi (1)"`)
		b.shot("changes")
		js[bool](b, `(document.querySelector("#changes button").id = "sheetButton") !== ""`)
		if data := b.download("sheetButton", "huong-khe-2021-dinh-chinh.docx"); len(data) == 0 {
			t.Error("no sheet")
		}
	})
	b.quiet()
}

// A DOCX that another program has edited changes exactly its cells.
func TestEditedDocument(t *testing.T) {
	python := "/usr/bin/python3"
	if exec.Command(python, "-c", "import docx").Run() != nil {
		t.Skip("python-docx is not here")
	}
	b := open(t, desktop)
	in := b.file("a.docx", made(t, "huong-khe-2021.toml", filed(t), render.DOCX))
	out := filepath.Join(t.TempDir(), "b.docx")
	script := `import sys, docx
d = docx.Document(sys.argv[1])
for label, value in (("Kiểm tra CCHC", "20"), ("Số UBND cấp xã đã kiểm tra", "13")):
    next(r.cells[3] for r in d.tables[0].rows if r.cells[1].text == label).text = value
d.save(sys.argv[2])`
	if told, err := exec.Command(python, "-c", script, in, out).CombinedOutput(); err != nil {
		t.Fatalf("%s", told)
	}
	b.drop(out)
	b.opened("huong-khe-2021.toml")
	want := strings.Replace(strings.Replace(string(filed(t)), `"1.2"       = 19`, `"1.2"       = 20`, 1), `"1.2.2"     = 12`, `"1.2.2"     = 13`, 1)
	if got := string(b.download("saveToml", "huong-khe-2021.toml")); got != want {
		t.Error(difference(want, got))
	}
	b.quiet()
}
