//go:build browser

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// file writes a file that can be dropped.
func (b *tab) file(name string, data []byte) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		b.Fatal(err)
	}
	return path
}

// drop drops files on the page, as a person does.
func (b *tab) drop(paths ...string) {
	b.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		call(b, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 200, Y: 300, Data: data})
	}
}

// opened waits until the annex of that file is open.
func (b *tab) opened(name string) {
	b.Helper()
	b.wait(`document.getElementById("fileName").textContent === ` + quote(name) + ` && !document.getElementById("work").hidden`)
}

// cell is an expression for a cell of the annex.
func cell(row, role string) string {
	return fmt.Sprintf(`document.querySelector('textarea[data-row=%s][data-role=%s]')`, quote(row), quote(role))
}

// enter focuses a cell as the keyboard does.
func (b *tab) enter(row, role string) {
	b.Helper()
	js[bool](b, cell(row, role)+".focus() || true")
}

func (b *tab) value(row, role string) string {
	b.Helper()
	return js[string](b, cell(row, role)+".value")
}

// keys types letters; "\r" is Enter.
func (b *tab) keys(keys string) {
	b.Helper()
	for _, key := range keys {
		if key == '\r' {
			b.press("Enter")
		} else {
			b.do(chromedp.KeyEvent(string(key)))
		}
	}
}

// press presses one key by its name.
func (b *tab) press(key string) { b.Helper(); b.pressWith(key, 0) }

// pressWith presses a key with modifiers: 1 Alt, 2 Ctrl, 8 Shift. Key and letter are one event,
// as from a keyboard: the letter that chromedp sends apart comes even when the page has taken
// the key.
func (b *tab) pressWith(key string, modifiers int64) {
	b.Helper()
	codes := map[string]int64{"Enter": 13, "Tab": 9, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
	event := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Code: key, WindowsVirtualKeyCode: codes[key], Modifiers: modifiers}
	if key == "Enter" {
		event.Text = "\r"
	}
	call(b, input.DispatchKeyEvent, event)
	event.Type, event.Text = input.DispatchKeyEventTypeKeyUp, ""
	call(b, input.DispatchKeyEvent, event)
}

// ctrl presses a key with Ctrl.
func (b *tab) ctrl(key string, more ...chromedp.Modifier) {
	b.Helper()
	b.do(chromedp.KeyEvent(key, chromedp.KeyModifiers(append(more, chromedp.ModifierCtrl)...)))
}

// paste pastes text into the cell that has the focus.
func (b *tab) paste(text string) {
	b.Helper()
	js[bool](b, `(() => { const d = new DataTransfer(); d.setData("text/plain", `+quote(text)+`);
		document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: d, bubbles: true, cancelable: true})); return true; })()`)
}

// download is the file that a click gives.
func (b *tab) download(button, name string) []byte {
	b.Helper()
	return b.saved(name, func() { js[bool](b, fmt.Sprintf(`document.getElementById(%s).click() || true`, quote(button))) })
}

// saved is the file that comes of what is done.
func (b *tab) saved(name string, do func()) []byte {
	b.Helper()
	path := filepath.Join(b.downloads, name)
	os.Remove(path)
	do()
	for range 600 {
		if data, err := os.ReadFile(path); err == nil && len(data) > 0 {
			if _, err := os.Stat(path + ".crdownload"); err != nil {
				return data
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.Fatalf("%s was not downloaded; the page says: %s", name, js[string](b, `document.getElementById("problemWhat").textContent`))
	return nil
}

// shot keeps a picture of the page where PHULUC2B_SHOTS says.
func (b *tab) shot(name string) {
	b.Helper()
	folder := os.Getenv("PHULUC2B_SHOTS")
	if folder == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o644); err != nil {
		b.Fatal(err)
	}
}

func quote(s string) string { text, _ := json.Marshal(s); return string(text) }

// enterKey is Enter in what keys types.
const enterKey = "\r"
