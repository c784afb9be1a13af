package model

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// Reader reads forms and data files.
type Reader struct {
	Draws func(rune) bool // whether a letter can be printed
	Kinds []RuleKind      // of the rules that there are

	Carried bool // forms come out of documents: their columns needed no head once
}

// ReadForm reads a form from TOML. The form is nil when there is any fault.
func (r Reader) ReadForm(src *diag.Source) (*Form, diag.List) {
	var findings diag.List
	file := tree.Decode(src, &findings)
	if file == nil {
		return nil, findings
	}
	t := file.Table(r.Draws, "biểu mẫu", &findings)
	if reportData(t) {
		return nil, findings
	}
	f := &Form{Source: src}
	t.Need("mau", `đặt tên biểu mẫu, ví dụ mau = "phu-luc-2b-2021"`)
	f.ID = readFormID(t)
	t.NotEmpty("mau", "nhan", "danh_cho")
	t.Need("nhan", `ví dụ nhan = "Phụ lục 2B"`)
	f.Label = t.LinesOrTexts("nhan")
	if items, list := t.Values["nhan"].([]any); list && len(items) == 0 || slices.Contains(f.Label, "") {
		t.Faultf("sai-gia-tri", t.At("nhan"), `viết ví dụ nhan = ["Phụ lục III", "Biểu số 01"]`, "nhan có dòng để trống")
	}
	f.For = t.Line("danh_cho")
	f.Title = t.Texts("tieu_de")
	checkPlaceholders(t, "tieu_de", strings.Join(f.Title, "\n"), "{ky}")
	f.Reference = t.Line("kem_theo")
	checkPlaceholders(t, "kem_theo", f.Reference, "{loai}", "{so}", "{ky_hieu}", "{ngay}", "{co_quan}")
	f.LongDate = tree.Choice(t, "dang_ngay", "ngan", "dai") == "dai"
	f.Periods, f.AddingUp = readPeriods(t)
	// What is neither is reported; the columns may be as wide as they ever may then.
	f.Landscape = tree.Choice(t, "kho_giay", "dung", "ngang") != "dung" && t.Has("kho_giay")
	f.TextSize = readTextSize(t)
	f.Columns = r.readColumns(t, TextWidth(f.Landscape))
	rows, known := readRows(t, f.FixedColumns())
	f.Rows = rows
	f.index = f.RowIndex()
	if known {
		f.Rules = readRules(t, f, r.Kinds)
	}
	t.Has("quy_tac")
	f.Abbreviations = readAbbreviations(t)
	t.Done()
	if len(findings) > 0 {
		return nil, findings
	}
	return f, nil
}

// reportData reports data that were given in place of a form.
func reportData(t *tree.Table) bool {
	_, report := t.Values[HeaderSubject].(map[string]any)
	if _, figures := t.Values["so_lieu"].(map[string]any); !report && !figures || t.Values["dong"] != nil || t.Values["cot"] != nil {
		return false
	}
	t.Faultf("loai-tep", t.Place(), "viết tên tệp biểu mẫu sau --form; số liệu thì kiểm tra bằng: phuluc2b check "+t.Place().Source.Name, "đây là tệp số liệu, không phải biểu mẫu")
	return true
}

// readFormID is the name of a form, which is no path.
func readFormID(t *tree.Table) string {
	id := t.Line("mau")
	sign := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }
	if strings.IndexFunc(id, sign) == 0 || strings.ContainsFunc(id, func(r rune) bool { return sign(r) && !strings.ContainsRune("._-", r) }) {
		t.Faultf("sai-gia-tri", t.At("mau"), `chỉ dùng chữ, số, dấu -, _ và dấu chấm, ví dụ mau = "phu-luc-3-xa"`, "tên biểu mẫu “%s” không dùng được", tree.Short(id))
	}
	return id
}

// checkPlaceholders reports {words} that nothing stands for.
func checkPlaceholders(t *tree.Table, key, text string, known ...string) {
	for _, k := range known {
		text = strings.ReplaceAll(text, k, "")
	}
	if !strings.ContainsAny(text, "{}") {
		return
	}
	for _, p := range regexp.MustCompile(`\{[^}]*\}?|\}`).FindAllString(text, -1) {
		t.Faultf("sai-gia-tri", t.At(key), "chỗ điền dùng được: "+strings.Join(known, ", "), "không có chỗ điền %s", tree.Short(p))
	}
}

// Sizes of the text of a table, in points.
const (
	UsualTextSize    = 12
	LeastTextSize    = 9
	GreatestTextSize = 14
)

// readTextSize is the size of the table's text: Word has no parts of a point but halves.
func readTextSize(t *tree.Table) float64 {
	size, ok := t.Number("co_chu")
	if !ok {
		return UsualTextSize
	}
	if !(size >= LeastTextSize && size <= GreatestTextSize) || math.Mod(size*2, 1) != 0 {
		t.Faultf("sai-gia-tri", t.At("co_chu"), "viết một số từ 9 đến 14, ví dụ co_chu = 11 hoặc co_chu = 11.5", "co_chu không nhận %s", tree.Short(t.At("co_chu").Text()))
	}
	return size
}
