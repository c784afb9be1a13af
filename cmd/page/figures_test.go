//go:build browser

package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/performance"

	"github.com/chromedp/cdproto/cdp"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
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

// TestFigures reports how long the page takes, beside the same work natively in this run.
func TestFigures(t *testing.T) {
	form, data := large(2000)
	for _, c := range []struct {
		name, form, data, row string
	}{{"143 rows", "", string(filed(t)), "1.1.1"}, {"2 000 rows", form, data, "1.1"}} {
		t.Run(c.name, func(t *testing.T) {
			began := time.Now()
			b := open(t, desktop)
			ready := time.Since(began)
			files := []string{b.file("a.toml", []byte(c.data))}
			if c.form != "" {
				files = append(files, b.file("lon.toml", []byte(c.form)))
			}
			b.drop(files...)
			b.opened("a.toml")
			b.enter(c.row, "so_lieu")
			var took []float64
			for i := range 7 {
				js[bool](b, `performance.clearMarks() || true`)
				b.keys(fmt.Sprint("-", i))
				b.settled()
				b.wait(`performance.getEntriesByName("shown").length > 0`)
				took = append(took, js[float64](b, `performance.getEntriesByName("shown").at(-1).startTime - performance.getEntriesByName("edit").at(-1).startTime`))
				js[bool](b, cell(c.row, "so_lieu")+`.select() || true`)
			}
			least := took[len(took)-1]
			for _, ms := range took[2:] {
				least = min(least, ms)
			}
			pdf := js[float64](b, `(async () => { await page.change("edit", {row: `+quote(c.row)+`, role: "so_lieu", text: "5"}, {force: true}); const from = performance.now(); await engine.call("render", {format: "pdf"}); const mid = performance.now(); await engine.call("render", {format: "pdf"}); return performance.now() - mid; })()`)
			call(b, performance.Enable, performance.EnableParams{})
			heap := 0.0
			for _, m := range call(b, performance.GetMetrics, cdp.Empty{}).Metrics {
				if m.Name == "JSHeapUsedSize" {
					heap = m.Value / (1 << 20)
				}
			}
			native, nativePDF := natively(t, c.form, c.data)
			t.Logf("ready after %.1f s; keystroke to finding %.0f ms = %.1f × native check %.1f ms; PDF %.0f ms = %.1f × native %.0f ms; page heap %.0f MB, program %d MB",
				ready.Seconds(), least, least/native, native, pdf, pdf/nativePDF, nativePDF, heap, programMemory())
			b.quiet()
		})
	}
}

func programMemory() int {
	name, _ := pageFile()
	info, _ := os.Stat(name)
	return int(info.Size() >> 20)
}

// natively is how long the same check and the same PDF take, in milliseconds.
func natively(t *testing.T, form, data string) (check, pdf float64) {
	t.Helper()
	var forms []*diag.Source
	if form != "" {
		forms = append(forms, diag.NewSource("lon.toml", []byte(form)))
	}
	work := workspace(t, forms...)
	src := diag.NewSource("a.toml", []byte(data))
	annex, _ := work.Check(src, nil)
	least := func(f func()) float64 {
		best := time.Hour
		for range 5 {
			began := time.Now()
			f()
			best = min(best, time.Since(began))
		}
		return float64(best.Microseconds()) / 1000
	}
	return least(func() { work.Check(src, nil) }), least(func() {
		if _, err := work.Render(annex, []render.Format{render.PDF}, render.Options{}, workflow.Comparison{}); err != nil {
			t.Fatal(err)
		}
	})
}
