//go:build browser

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// pageFile makes phuluc2b.html once for all tests.
var pageFile = sync.OnceValues(func() (string, error) {
	made, err := Make("thử")
	if err != nil {
		return "", err
	}
	folder, err := os.MkdirTemp("", "phuluc2b-page-test-")
	if err != nil {
		return "", err
	}
	name := filepath.Join(folder, "phuluc2b.html")
	return name, os.WriteFile(name, made, 0o644)
})

func TestMain(m *testing.M) {
	code := m.Run()
	if name, err := pageFile(); err == nil {
		os.RemoveAll(filepath.Dir(name))
	}
	os.Exit(code)
}

// window is the size of a screen in CSS pixels.
type window struct{ width, height int }

var desktop = window{1366, 768}

// tab is the page in a browser, opened from file://. What it must never do is collected.
type tab struct {
	*testing.T
	ctx       context.Context
	downloads string
	profile   string

	lock    sync.Mutex
	wrong   []string // requests, errors in the console, exceptions
	dialogs int
}

// open opens the page in a browser of its own.
func open(t *testing.T, size window, before ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	return openProfile(t, t.TempDir(), size, before...)
}

// openProfile opens the page in a browser that keeps its things in a folder.
func openProfile(t *testing.T, profile string, size window, before ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	name, err := pageFile()
	if err != nil {
		t.Fatal(err)
	}
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck, chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(profile), chromedp.WindowSize(size.width, size.height), chromedp.ExecPath("/usr/bin/chromium"),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-extensions", true), chromedp.Flag("hide-scrollbars", false))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(cancel)
	b := &tab{T: t, ctx: ctx, profile: profile, downloads: t.TempDir()}
	if err := chromedp.Listen(ctx, b.watch); err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	call(b, runtime.Enable, cdp.Empty{})
	call(b, page.Enable, page.EnableParams{})
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: int64(size.width), Height: int64(size.height), DeviceScaleFactor: 1, Mobile: size.width < 500})
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	if _, err := chromedp.CallBrowser(ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: b.downloads}); err != nil {
		t.Fatal(err)
	}
	// Downloads need no dialog of the system.
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: "delete window.showSaveFilePicker"})
	b.do(before...)
	b.do(chromedp.Navigate((&url.URL{Scheme: "file", Path: name}).String()))
	b.wait(`document.documentElement.dataset.ready === "true"`)
	return b
}

// kill ends the browser as a power cut does.
func (b *tab) kill() {
	b.Helper()
	process := chromedp.FromContext(b.ctx).Browser.Process()
	if err := process.Kill(); err != nil {
		b.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond)
	for _, name := range []string{"SingletonLock", "SingletonCookie", "SingletonSocket"} {
		os.Remove(filepath.Join(b.profile, name))
	}
}

// watch notes all that must not happen.
func (b *tab) watch(event any) {
	b.lock.Lock()
	defer b.lock.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if scheme, _, _ := strings.Cut(e.Request.URL, ":"); scheme != "file" && scheme != "blob" && scheme != "data" {
			b.wrong = append(b.wrong, "request: "+e.Request.URL)
		}
	case *network.EventWebSocketCreated:
		b.wrong = append(b.wrong, "socket: "+e.URL)
	case *runtime.EventExceptionThrown:
		b.wrong = append(b.wrong, "exception: "+e.ExceptionDetails.Text+" "+exception(e))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			b.wrong = append(b.wrong, fmt.Sprintf("console: %s", e.Args[0].Value))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			b.wrong = append(b.wrong, "log: "+e.Entry.Text)
		}
	case *page.EventJavascriptDialogOpening:
		b.dialogs++
		go chromedp.Call(b.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
	}
}

func exception(e *runtime.EventExceptionThrown) string {
	if o := e.ExceptionDetails.Exception; o != nil {
		return o.Description
	}
	return ""
}

// quiet fails the test if the page did what it must not.
func (b *tab) quiet() {
	b.Helper()
	b.lock.Lock()
	defer b.lock.Unlock()
	for _, w := range b.wrong {
		b.Error(w)
	}
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// call sends a command of the protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.Helper()
	r, err := chromedp.Call(b.ctx, command, params)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// js is the value of an expression.
func js[T any](b *tab, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	return v
}

// wait waits until an expression is true.
func (b *tab) wait(expression string) {
	b.Helper()
	deadline := time.Now().Add(60 * time.Second)
	for time.Now().Before(deadline) {
		if ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("Boolean("+expression+")")); err == nil && ok {
			return
		}
		time.Sleep(15 * time.Millisecond)
	}
	b.Fatalf("never true: %s; the page says: %s %s", expression, js[string](b, `document.getElementById("toast").textContent`), js[string](b, `document.getElementById("problemWhat").textContent`))
}

// settled waits until all that was typed has been answered and kept.
func (b *tab) settled() {
	b.Helper()
	js[bool](b, `(async () => { await typing.flush(); await engine.call("look", {name: "x"}, new Uint8Array()); return true; })()`)
}

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
	path := filepath.Join(b.downloads, name)
	os.Remove(path)
	js[bool](b, fmt.Sprintf(`document.getElementById(%s).click() || true`, quote(button)))
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

const enterKey = kb.Enter
