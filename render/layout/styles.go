package layout

import "phuluc2b/model"

// Sizes by NĐ 30/2020, Phụ lục I, III.1 and table V: 13 or 14 points for the title block and
// the page number; at 13 the reference of a district fits on one line. For the text of tables
// there is no rule: a form says it.
const (
	titleSize     = 14 * Point
	referenceSize = 13 * Point
)

// styles is every paragraph style of an annex.
type styles struct {
	body, label, moreLabel, title, reference, number, mark *Style
	head, headNote                                         *Style
	cells                                                  map[look]*Style
	all                                                    []*Style // that the form uses; the first is the body's
}

// look is what tells the text of one cell from another's.
type look struct {
	align   Align
	strong  bool // in bold
	section bool // a heading of the document, that of a part
}

// newStyles are those of a form. What it does not use is not in its files.
func newStyles(form *model.Form) *styles {
	size := Length(form.TextSize*float64(Point) + 0.5)
	cell := func(id, name string, bold bool, align Align) *Style {
		return &Style{ID: id, Name: name, Size: size, Bold: bold, Align: align, Before: 3 * Point / 2, After: 3 * Point / 2}
	}
	s := &styles{
		body:      &Style{ID: "Normal", Name: "Normal", Size: size},
		label:     &Style{ID: "AnnexLabel", Name: "Phụ lục – Nhãn", Size: titleSize, Bold: true, Align: Centre, After: 3 * Point, Heading: 1},
		moreLabel: &Style{ID: "AnnexLabelMore", Name: "Phụ lục – Nhãn (dòng sau)", Size: titleSize, Bold: true, Align: Centre, After: 3 * Point, Joins: true},
		title:     &Style{ID: "AnnexTitle", Name: "Phụ lục – Tên", Size: titleSize, Bold: true, Align: Centre, Joins: true},
		reference: &Style{ID: "AnnexReference", Name: "Phụ lục – Kèm theo", Size: referenceSize, Italic: true, Align: Centre, Before: 3 * Point},
		number:    &Style{ID: "PageNumber", Name: "Phụ lục – Số trang", Size: titleSize, Align: Centre},
		mark:      &Style{ID: "DraftMark", Name: "Phụ lục – Dấu dự thảo", Size: titleSize, Bold: true},
		head:      cell("TableHead", "Bảng – Đầu cột", true, Centre),
		headNote:  cell("TableHeadNote", "Bảng – Chú thích đầu cột", false, Centre),
		cells: map[look]*Style{
			{Left, false, false}:   cell("TableText", "Bảng – Chữ", false, Left),
			{Centre, false, false}: cell("TableCentre", "Bảng – Giữa", false, Centre),
			{Right, false, false}:  cell("TableRight", "Bảng – Phải", false, Right),
			{Left, true, false}:    cell("TableTextStrong", "Bảng – Chữ đậm", true, Left),
			{Centre, true, false}:  cell("TableCentreStrong", "Bảng – Giữa đậm", true, Centre),
			{Right, true, false}:   cell("TableRightStrong", "Bảng – Phải đậm", true, Right),
		},
	}
	s.all = []*Style{s.body, s.label, s.title, s.reference, s.number, s.mark, s.head, s.headNote,
		s.cells[look{Left, false, false}], s.cells[look{Centre, false, false}], s.cells[look{Left, true, false}], s.cells[look{Centre, true, false}]}
	if len(form.Label) > 1 {
		s.all = append(s.all, s.moreLabel)
	}
	for _, c := range form.Columns {
		if c.Align == model.AlignRight {
			s.all = append(s.all, s.cells[look{Right, false, false}], s.cells[look{Right, true, false}])
			break
		}
	}
	return s
}

// section is the style of a heading that looks as that of a cell, made when it is first used.
func (s *styles) section(align Align, strong bool) *Style {
	l := look{align, strong, true}
	if s.cells[l] == nil {
		style := *s.cells[look{align, strong, false}]
		style.ID, style.Name, style.Heading = style.ID+"Section", style.Name+" (đề mục)", 2
		s.cells[l] = &style
		s.all = append(s.all, &style)
	}
	return s.cells[l]
}

// a4 is the page of NĐ 30/2020, Phụ lục I, II.1: margins of 20 mm above and below, 30 mm on
// the left, 15 mm on the right, as it is read when it is turned.
func a4(landscape bool, s *styles) Page {
	width, height := Millimetres(210), Millimetres(297)
	if landscape {
		width, height = height, width
	}
	return Page{
		Width: width, Height: height,
		Top: Millimetres(20), Right: Millimetres(15), Bottom: Millimetres(20), Left: Millimetres(30),
		Header: Millimetres(10), Number: s.number, MarkStyle: s.mark,
	}
}
