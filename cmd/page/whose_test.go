//go:build browser

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The page says whom a form is for before a blank annex of it is begun, and beside one that is open;
// for blank rows it asks why there is no figure, not why it is right.
func TestWhose(t *testing.T) {
	const whom = "dành cho cấp huyện, báo cáo năm 2021"
	b := open(t, desktop)
	b.wait(`document.getElementById("blankForm").textContent.includes(` + quote("Phụ lục 2B "+whom) + `)`)
	b.shot("whose-start")
	js[bool](b, `document.getElementById("blank").click() || true`)
	b.wait(`document.querySelector(".paper .whose")?.textContent === ` + quote("Biểu mẫu "+whom))
	b.wait(`[...document.querySelectorAll("#findings .actions button")].some((e) => e.textContent === "Chưa có số liệu, vì…")`)
	b.shot("whose-blank")
	js[bool](b, `[...document.querySelectorAll("#findings .actions button")].find((e) => e.textContent === "Chưa có số liệu, vì…").click() || true`)
	b.wait(`document.getElementById("acceptDialog").open && document.getElementById("acceptTitle").textContent === "Chưa có số liệu, vì…"`)
	b.shot("whose-accept")
	b.quiet()
}

// What the page says of the period before, and of the period, follows the period of the report.
func TestNotesFollowThePeriod(t *testing.T) {
	b := openSeed(t, desktop)
	b.drop(b.file("6-thang.toml", []byte(strings.Replace(string(filed(t)), `ky      = "nam"`, `ky      = "6-thang"`, 1))))
	b.wait(`document.getElementById("useDialog").open`)
	js[bool](b, `document.querySelector('#useDialog [value=previous]').click() || true`)
	b.wait(`paper.row("1.1.2").before.textContent === "57" && document.getElementById("beforeNote").hidden && !document.getElementById("nextNote").hidden`)
	year := func(year string) {
		js[bool](b, `(() => { const e = document.querySelector("#report [data-key=nam]"); e.value = `+quote(year)+`; e.dispatchEvent(new Event("change")); return true; })()`)
	}
	year("2022")
	b.wait(`!document.getElementById("beforeNote").hidden && document.getElementById("beforeNote").textContent.includes("hai năm, 2021 và 2022") && document.getElementById("nextTitle").textContent === "Đây là phụ lục năm 2022."`)
	b.shot("period-changed")
	year("2021")
	b.wait(`document.getElementById("beforeNote").hidden && document.getElementById("nextTitle").textContent === "Đây là phụ lục năm 2021."`)
	year("9000")
	b.wait(`document.getElementById("nextNote").hidden`)
	b.quiet()
}

// Names that are longer than their place end in an ellipsis, and are whole in their titles.
func TestLongNames(t *testing.T) {
	const name = "Báo-cáo-công-tác-cải-cách-hành-chính-của-Ủy-ban-nhân-dân-phường-bản-đã-sửa-lần-thứ-hai.toml"
	s := sendAll(t)
	text := strings.Replace(string(read2(t, s.files[1])), "UBND xã Đông 1", "Ủy ban nhân dân phường Nguyễn Du và các đơn vị sự nghiệp trực thuộc", 1)
	long := filepath.Join(s.folder, name)
	if err := os.WriteFile(long, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, size := range []window{desktop, {360, 740}} {
		b := open(t, size)
		js[bool](b, `document.getElementById("many").click() || true`)
		b.drop(s.files[2], s.files[3], long)
		b.wait(`!document.getElementById("unitsRead").hidden`)
		const button = `[...document.querySelectorAll("#unitsList .where")].find((e) => e.textContent.startsWith("Báo-cáo"))`
		if got := js[string](b, button+".title"); got != name {
			t.Error(got)
		}
		if !js[bool](b, button+`.getClientRects().length === 1 && getComputedStyle(`+button+`).textOverflow === "ellipsis"`) {
			t.Error("the name of the file is broken")
		}
		js[bool](b, `(`+button+`.scrollIntoView({block: "center"}), true)`)
		b.shot("long-names-" + map[bool]string{true: "1366", false: "360"}[size == desktop])
		js[bool](b, button+`.click() || true`)
		b.opened(name)
		if got := js[string](b, `document.getElementById("fileName").title`); got != name {
			t.Error(got)
		}
		b.shot("long-names-open-" + map[bool]string{true: "1366", false: "360"}[size == desktop])
		b.quiet()
	}
}
