package model

import (
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/model/tree"
)

// Collection is what an office asks of its units: the annex that it makes of theirs, the units
// that are to file one, and the figures that it does not take from them.
type Collection struct {
	Form       *Form
	Report     Report // of the office itself
	Units      []Unit
	UnitsPlace diag.Place
	Own        map[string]OwnFigure // by row ID
}

// Unit is one that is to file an annex.
type Unit struct {
	Name  string
	Place diag.Place
}

// OwnFigure is a figure of the office itself, in place of what its units give.
type OwnFigure struct {
	Figure
	Reason string
}

// ReadCollection reads the file of a collection. It is nil when there is any fault.
func (r Reader) ReadCollection(src *diag.Source, forms Forms) (*Collection, diag.List) {
	var findings diag.List
	file := tree.Decode(src, &findings)
	if file == nil {
		return nil, findings
	}
	t := file.Table(r.Draws, "đầu tệp", &findings)
	if reportLowUnits(t) {
		return nil, findings
	}
	c := &Collection{Own: map[string]OwnFigure{}}
	c.Form, c.Report = readHead(t, forms)
	if t.Need("don_vi", `viết don_vi = ["UBND xã …", "UBND xã …"] ở phía trên [bao_cao]: các đơn vị phải nộp`) {
		c.Units, c.UnitsPlace = readUnits(t), t.KeyAt("don_vi")
	}
	if own := t.Sub("so_lieu"); own != nil && c.Form != nil {
		readOwnFigures(own, c)
	}
	t.Done()
	if len(findings) > 0 {
		return nil, findings
	}
	return c, nil
}

// reportLowUnits reports units that stand below [bao_cao]: to TOML they are a key of that.
func reportLowUnits(t *tree.Table) bool {
	header, _ := t.Values[HeaderSubject].(map[string]any)
	if header["don_vi"] == nil || t.Values["don_vi"] != nil {
		return false
	}
	at := t.PlaceOf(t.Node.Children[HeaderSubject].Children["don_vi"], func(n *tree.Node) diag.Place { return n.Key })
	t.Faultf("thieu-bang", at, "chuyển don_vi lên phía trên dòng [bao_cao]", "don_vi đứng dưới [bao_cao] nên bị coi là khóa của báo cáo")
	return true
}

func readUnits(t *tree.Table) []Unit {
	faults := t.Faults()
	var units []Unit
	names := t.Texts("don_vi")
	_, nodes := t.List("don_vi")
	for i, name := range names {
		if t.Faults() > faults {
			return nil
		}
		at := t.PlaceOf(nodes[i], func(n *tree.Node) diag.Place { return n.Value })
		if name == "" {
			t.Faultf("sai-gia-tri", at, "viết tên đơn vị như ở co_quan trong tệp số liệu của nó", "don_vi có một tên để trống")
		}
		units = append(units, Unit{name, at})
	}
	if len(units) == 0 && t.Faults() == faults {
		t.Faultf("thieu-khoa", t.At("don_vi"), `viết tên các đơn vị phải nộp, ví dụ don_vi = ["UBND xã Hương Khê", "UBND xã Hà Linh"]`, "don_vi không có đơn vị nào")
	}
	return units
}

// readOwnFigures reads the rows of [so_lieu], each with a reason.
func readOwnFigures(t *tree.Table, c *Collection) {
	index := c.Form.RowIndex()
	for _, id := range t.Keys() {
		v := t.Values[id]
		i, known := index[id]
		if reportUnquoted(t, id, v, t.Node.Children[id], index) {
			continue
		}
		t.Has(id)
		if !known {
			reportUnknownRow(t, id, c.Form)
			continue
		}
		values, ok := v.(map[string]any)
		if !ok {
			t.Faultf("thieu-khoa", t.At(id), `viết "`+id+`" = { so_lieu = …, ly_do = "vì sao không lấy từ các đơn vị" }`, "số riêng của dòng %s phải có lý do", id)
			continue
		}
		c.Own[id] = readOwnFigure(t.Inner(`"`+id+`"`, values, t.Node.Children[id]), &c.Form.Rows[i])
	}
}

func readOwnFigure(t *tree.Table, row *Row) OwnFigure {
	own := OwnFigure{Figure: Figure{Row: row.ID, Place: t.At("so_lieu")}}
	if t.Need("so_lieu", "viết so_lieu = …") {
		own.Values = readValues(t, row, t.Values["so_lieu"], t.Node.Children["so_lieu"], own.Place)
	}
	if t.Need("ly_do", `viết ly_do = "vì sao không lấy từ các đơn vị"`) {
		t.NotEmpty("ly_do")
		own.Reason = strings.ReplaceAll(t.Text("ly_do"), "\n", " ")
	}
	t.Done()
	return own
}

// reportCollection reports the file of a collection that was given in place of data.
func reportCollection(t *tree.Table) bool {
	if _, units := t.Values["don_vi"]; !units || t.Values[HeaderSubject] == nil {
		return false
	}
	t.Faultf("loai-tep", t.KeyAt("don_vi"), "xem ai đã nộp: phuluc2b collect "+t.Place().Source.Name+" THƯ_MỤC; làm phụ lục: phuluc2b total "+t.Place().Source.Name+" THƯ_MỤC -o tinh.toml",
		"đây là tệp tổng hợp, không phải tệp số liệu")
	return true
}
