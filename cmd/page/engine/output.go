package engine

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// made names a file that was made.
type made struct {
	Name  string `json:"name"`
	Pages int    `json:"pages,omitempty"`

	Broken int `json:"broken,omitempty"` // so many rules are broken and not accepted
}

// base is the name of the annex's files without what tells them apart.
func (d *desk) base() string {
	if base := strings.TrimSuffix(d.fileName(), ".toml"); strings.Trim(base, ". ") != "" {
		return base
	}
	return "phu-luc"
}

// render makes the annex in one format.
func (d *desk) render(in request, _ []byte) (any, []byte, error) {
	if in.Format == "toml" {
		return made{Name: d.base() + ".toml"}, d.text(), nil
	}
	if err := d.printable(); err != nil {
		return nil, nil, err
	}
	rendered, err := d.work.Render(underName(d.annex, d.fileName()), []render.Format{render.Format(in.Format)}, d.options(in), workflow.Comparison{})
	if err != nil {
		return nil, nil, err
	}
	one := rendered.Files[0]
	return made{d.base() + "." + string(one.Format), one.Pages, d.findings.Sorted().Count(diag.Error)}, one.Data, nil
}

// options are what was asked for; a form that has a column for it shows the period before.
func (d *desk) options(in request) render.Options {
	options := render.Options{Draft: in.Draft, NoSource: in.Bare}
	if d.previous != nil && d.previous.Form.ID == d.annex.Form.ID && !d.previous.Partial {
		options.Previous = d.previous
	}
	return options
}

// corrections makes the list of what changed since the older version.
func (d *desk) corrections(in request, _ []byte) (any, []byte, error) {
	if err := d.printable(); err != nil {
		return nil, nil, err
	}
	if d.since == nil {
		return nil, nil, errors.New("chưa có bản cũ để so")
	}
	old, now := d.versions()
	if now.Partial {
		return nil, nil, errors.New(now.Source.Name + " có chỗ không đọc được nên chưa làm được bảng đính chính: sửa chỗ ấy trong tệp rồi so lại, hoặc lấy chỗ sửa về rồi so với bản cũ")
	}
	if d.newer {
		old = underName(old, cmp.Or(d.named.opened, d.fileName()))
	}
	rendered, err := d.work.Render(now, []render.Format{render.Format(in.Format)}, d.options(in), workflow.Comparison{Old: old})
	if err != nil {
		return nil, nil, err
	}
	return file(d.base()+"-dinh-chinh", rendered.Corrections)
}

func file(base string, files []render.File) (any, []byte, error) {
	if len(files) == 0 {
		return nil, nil, errors.New("không có gì để làm tệp")
	}
	f := files[0]
	return made{Name: base + "." + string(f.Format), Pages: f.Pages}, f.Data, nil
}

// unfinished says why no document can be made of an annex, and where that begins.
type unfinished struct {
	faults    int
	row, name string
}

func (u *unfinished) Error() string {
	where := ""
	if u.name != "" {
		where = ", đầu tiên ở “" + u.name + "”"
	}
	return fmt.Sprintf("còn %d lỗi phải sửa%s, trước khi làm DOCX, PDF, Excel hay in; bản đang gõ vẫn lưu được thành tệp số liệu", u.faults, where)
}

// printable says why no document can be made.
func (d *desk) printable() error {
	if !d.annex.Partial {
		return nil
	}
	faults := faultsOf(d.placed(d.findings).Sorted())
	u := &unfinished{faults: faults.Count(diag.Fault)}
	if first := slices.IndexFunc(faults, func(f diag.Finding) bool { return f.Row != "" }); first >= 0 {
		u.row, u.name = faults[first].Row, d.nameOf(faults[first].Row)
	}
	return u
}

// nameOf is a row as it is printed; "" for what is none.
func (d *desk) nameOf(id string) string {
	if id == model.HeaderSubject {
		return "Thông tin báo cáo"
	}
	i, known := d.rows[id]
	if !known {
		return ""
	}
	r := d.annex.Form.Rows[i]
	return strings.TrimSpace(r.Number + " " + strings.Join(r.Label, " "))
}

// sheet is one page of the preview.
type sheet struct {
	Image string  `json:"image"`
	Rows  []place `json:"rows"`
}

type place struct {
	ID  string  `json:"id"`
	Top float64 `json:"top"`
}

// preview draws the pages, as far as the annex can be read. All of it must be, to be printed.
func (d *desk) preview(in request, _ []byte) (any, []byte, error) {
	if err := d.printable(); err != nil && in.Printed {
		return nil, nil, err
	}
	var sheets []sheet
	for _, p := range d.work.Preview(d.annex, d.options(in)) {
		s := sheet{Image: p.Image}
		for _, r := range p.Rows {
			s.Rows = append(s.Rows, place{r.ID, r.Top})
		}
		sheets = append(sheets, s)
	}
	return sheets, nil, nil
}

// font is a face of the typeface in which lines were measured.
func (e *Engine) font(in request, _ []byte) (any, []byte, error) {
	face := e.family.Face(in.Face == "bold", in.Face == "italic")
	return made{Name: face.Name}, face.Data, nil
}
