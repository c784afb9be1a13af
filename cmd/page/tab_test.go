//go:build browser

package main

import (
	"context"
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
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
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
