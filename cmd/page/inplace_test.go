//go:build browser

package main

import (
	"strings"
	"testing"
)

// disk stands for the dialog of the system and the file behind it.
const disk = `(() => { window.disk = {asked: 0, bytes: null, time: 1};
	const handle = {getFile: async () => ({lastModified: disk.time}), createWritable: async () => ({write: async (b) => { disk.bytes = new TextDecoder().decode(b); }, close: async () => { disk.time++; }})};
	window.showSaveFilePicker = async () => { disk.asked++; if (disk.refuse) throw new DOMException("", "AbortError"); return handle; }; return true; })()`

// Where the browser writes files in place the place is asked for once, and again when somebody
// else has written the file.
func TestSaveInPlace(t *testing.T) {
	b := openSeed(t, desktop)
	js[bool](b, disk)
	save := func(asked int) {
		t.Helper()
		js[bool](b, `disk.bytes = null, document.getElementById("saveToml").click(), true`)
		b.wait(`disk.bytes !== null`)
		b.wait(`document.getElementById("toast").textContent.startsWith("Đã lưu")`)
		if n := js[int](b, "disk.asked"); n != asked {
			t.Errorf("asked %d times, want %d", n, asked)
		}
		if js[string](b, "disk.bytes") != string(filed(t)) && asked == 1 {
			t.Error("another file was written")
		}
	}
	save(1)
	save(1)
	js[bool](b, `(disk.time = 99, true)`)
	save(2)
	t.Run("who thinks better of it has not saved", func(t *testing.T) {
		b.enter("1.1.1", "so_lieu")
		b.keys("61")
		b.settled()
		b.wait(`document.title.startsWith("•")`)
		js[bool](b, `(disk.time = 999, disk.refuse = true, document.getElementById("saveToml").click(), true)`)
		b.wait(`disk.asked === 3`)
		js[bool](b, `new Promise((r) => setTimeout(() => r(true), 200))`)
		if !strings.HasPrefix(js[string](b, "document.title"), "•") {
			t.Error("it counts as saved")
		}
	})
	t.Run("there is a warning before leaving", func(t *testing.T) {
		js[bool](b, `setTimeout(() => location.reload(), 0) && true`)
		b.wait(`document.querySelector("#draftList button")`)
		b.lock.Lock()
		defer b.lock.Unlock()
		if b.dialogs != 1 {
			t.Errorf("%d warnings", b.dialogs)
		}
	})
	b.quiet()
}
