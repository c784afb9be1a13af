//go:build browser

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
	"phuluc2b/render"
)

// large is a form of that many rows, and a data file of it.
func large(rows int) (form, data string) {
	var f, d strings.Builder
	f.WriteString("mau = \"lon\"\nnhan = \"Phụ lục\"\ntieu_de = [\"THỐNG KÊ {ky}\"]\nkem_theo = \"(Kèm theo {loai} số {so}/{ky_hieu} ngày {ngay} của {co_quan})\"\ndang_ngay = \"ngan\"\n" +
		"cot = [{ khoa = \"stt\", tieu_de = \"STT\", rong = 16 }, { khoa = \"chi_tieu\", tieu_de = \"Chỉ tiêu\" }, { khoa = \"don_vi\", tieu_de = \"Đơn vị\", rong = 30 }, { khoa = \"so_lieu\", tieu_de = \"Số liệu\", rong = 20 }, { khoa = \"ghi_chu\", tieu_de = \"Ghi chú\", rong = 20 }]\ndong = [\n")
	d.WriteString("mau = \"lon\"\n[bao_cao]\nloai = \"báo cáo\"\nky_hieu = \"BC-UBND\"\nco_quan = \"UBND xã\"\nky = \"nam\"\nnam = 2021\n[so_lieu]\n")
	for i := range rows {
		if i%20 == 0 {
			fmt.Fprintf(&f, "{ ma = \"%d\", stt = \"%d\", ten = \"Phần thứ %d\", loai = \"de_muc\" },\n", i/20+1, i/20+1, i/20+1)
			continue
		}
		id := fmt.Sprintf("%d.%d", i/20+1, i%20)
		fmt.Fprintf(&f, "{ ma = %q, stt = %q, ten = \"Số hồ sơ đã giải quyết đúng hạn trong kỳ báo cáo\", don_vi = \"Hồ sơ\", loai = \"so_dem\" },\n", id, id)
		fmt.Fprintf(&d, "%q = %d\n", id, i)
	}
	f.WriteString("]\nquy_tac = [{ ten = \"E03\", muc = \"loi\", loai = \"so_nguyen\" }]\n")
	return f.String(), d.String()
}

// figures is what one program took for the work of a page.
type figures struct {
	ready, finding, pdf float64 // ms
	memory              float64 // MB
}

// TestFigures reports what the page takes, beside what the command takes for the same work in this
// run.
func TestFigures(t *testing.T) {
	form, data := large(2000)
	command := filepath.Join(t.TempDir(), "phuluc2b")
	if told, err := exec.Command("go", "build", "-o", command, "../phuluc2b").CombinedOutput(); err != nil {
		t.Fatalf("%s", told)
	}
	var table strings.Builder
	fmt.Fprintf(&table, "\n%-10s %-22s %10s %10s %7s\n", "rows", "", "page", "command", "ratio")
	for _, c := range []struct{ name, form, data, row string }{{"143", "", string(filed(t)), "1.1.1"}, {"2 000", form, data, "1.1"}} {
		t.Run(c.name, func(t *testing.T) {
			ours, linear := inPage(t, c.form, c.data, c.row)
			native := natively(t, command, c.form, c.data, c.row)
			for _, line := range []struct {
				what         string
				page, native float64
				unit         string
			}{{"ready", ours.ready, native.ready, "ms"}, {"keystroke to finding", ours.finding, native.finding, "ms"}, {"a PDF", ours.pdf, native.pdf, "ms"}, {"memory", ours.memory, native.memory, "MB"}} {
				fmt.Fprintf(&table, "%-10s %-22s %7.1f %s %7.1f %s %7.1f\n", c.name, line.what, line.page, line.unit, line.native, line.unit, line.page/line.native)
			}
			fmt.Fprintf(&table, "%-10s %-22s %7.1f MB\n", c.name, "  of it the engine's", linear)
			if ours.finding > 50 {
				t.Logf("a finding comes after %.0f ms", ours.finding)
			}
		})
	}
	t.Log(table.String())
}

// inPage does the work in the page. The linear memory of the engine is a part of its memory.
func inPage(t *testing.T, form, data, row string) (f figures, linear float64) {
	b := open(t, desktop)
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: tellsMemory})
	address := js[string](b, "location.href")
	began := time.Now()
	b.do(chromedp.Navigate(address))
	b.wait(`document.documentElement.dataset.ready === "true"`)
	f.ready = ms(time.Since(began))

	files := []string{b.file("a.toml", []byte(data))}
	if form != "" {
		files = append(files, b.file("lon.toml", []byte(form)))
	}
	b.drop(files...)
	b.opened("a.toml")
	b.enter(row, "so_lieu")
	for i := range 9 {
		js[bool](b, `performance.clearMarks() || true`)
		b.keys(fmt.Sprint("-", i))
		b.settled()
		b.wait(`performance.getEntriesByName("shown").length > 0`)
		took := js[float64](b, `performance.getEntriesByName("shown").at(-1).startTime - performance.getEntriesByName("edit").at(-1).startTime`)
		if f.finding == 0 || took < f.finding {
			f.finding = took
		}
		js[bool](b, cell(row, "so_lieu")+`.select() || true`)
	}
	f.pdf = js[float64](b, `(async () => { await page.change("edit", {row: `+quote(row)+`, role: "so_lieu", text: "5"}, {force: true}); let least = Infinity;
		for (let i = 0; i < 5; i++) { const from = performance.now(); await engine.call("render", {format: "pdf"}); least = Math.min(least, performance.now() - from); } return least; })()`)
	linear = js[float64](b, `new Promise((resolve) => { const {port1, port2} = new MessageChannel(); port1.onmessage = (e) => resolve(e.data); theWorker.postMessage({tell: port2}, [port2]); })`) / (1 << 20)
	f.memory = renderer(t, chromedp.FromContext(b.ctx).Browser.Process().Pid)
	b.quiet()
	return f, linear
}

// tellsMemory lets a test ask the Worker for the size of the engine's linear memory.
const tellsMemory = `(() => {
	const before = 'const made = WebAssembly.instantiate; WebAssembly.instantiate = async (...a) => { const r = await made(...a); self.linear = r.instance.exports.mem; return r; };' +
		'addEventListener("message", (e) => { if (e.data.tell) { e.stopImmediatePropagation(); e.data.tell.postMessage(linear.buffer.byteLength); } });';
	const blob = Blob, worker = Worker;
	window.Blob = class extends blob { constructor(parts, options) { super(options && options.type === "text/javascript" ? [before, ...parts] : parts, options); } };
	window.Worker = class extends worker { constructor(url) { super(url); window.theWorker = this; } };
})()`

// renderer is the resident memory of the page's process, in MB.
func renderer(t *testing.T, browser int) float64 {
	t.Helper()
	most := 0.0
	names, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, name := range names {
		line, _ := os.ReadFile(name)
		if !strings.Contains(string(line), "--type=renderer") || !descends(filepath.Dir(name), browser) {
			continue
		}
		status, _ := os.ReadFile(filepath.Join(filepath.Dir(name), "status"))
		_, rest, _ := strings.Cut(string(status), "VmRSS:")
		if fields := strings.Fields(rest); len(fields) > 0 {
			kilobytes, _ := strconv.ParseFloat(fields[0], 64)
			most = max(most, kilobytes/1024)
		}
	}
	return most
}

// descends reports whether a process was started by another one or by one of its own.
func descends(process string, ancestor int) bool {
	for range 8 {
		stat, err := os.ReadFile(filepath.Join(process, "stat"))
		if err != nil {
			return false
		}
		fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
		if fields[1] == strconv.Itoa(ancestor) {
			return true
		}
		process = "/proc/" + fields[1]
	}
	return false
}

// natively does the work without a browser. Ready is a process that has opened its forms.
func natively(t *testing.T, command, form, data, row string) (f figures) {
	t.Helper()
	folder := t.TempDir()
	var forms []*diag.Source
	for name, text := range map[string]string{"a.toml": data, "lon.toml": form} {
		if text == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if name == "lon.toml" {
			forms = append(forms, diag.NewSource(name, []byte(text)))
		}
	}
	f.ready = least(func() { exec.Command(command, "new").Run() })
	run := exec.Command(command, "render", filepath.Join(folder, "a.toml"), "-o", filepath.Join(folder, "out"))
	if told, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%s", told)
	}
	f.memory = float64(run.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / 1024

	work := workspace(t, forms...)
	var faults diag.List
	file := tree.Decode(diag.NewSource("a.toml", []byte(data)), &faults)
	annex, _ := work.Draft(file, nil)
	f.finding = least(func() {
		corrected, err := work.Correct(file, annex.Form, []model.Correction{{Row: row, Values: []string{"-1"}}})
		if err != nil {
			t.Fatal(err)
		}
		work.Draft(corrected, nil)
	})
	f.pdf = least(func() {
		if _, err := work.Render(annex, []render.Format{render.PDF}, render.Options{}, workflow.Comparison{}); err != nil {
			t.Fatal(err)
		}
	})
	return f
}

// least is the shortest of several runs, in milliseconds.
func least(f func()) float64 {
	best := time.Hour
	for range 7 {
		began := time.Now()
		f()
		best = min(best, time.Since(began))
	}
	return ms(best)
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
