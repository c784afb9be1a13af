package layout

// Sizes by NĐ 30/2020, Phụ lục I, III.1 and table V: 13 or 14 points for the title block and
// the page number; at 13 the reference of a district fits on one line. For the text of tables
// there is no rule; 12 is usual.
const (
	titleSize     = 14 * Point
	referenceSize = 13 * Point
	tableSize     = 12 * Point
)

// styles is every paragraph style of an annex.
type styles struct {
	body, label, title, reference, number, mark *Style
	head, headNote                              *Style
	text, centre                                *Style // of a cell
	strongText, strongCentre                    *Style // of a cell in a section or group row
}

func newStyles() styles {
	cell := func(id, name string, bold bool, align Align) *Style {
		return &Style{ID: id, Name: name, Size: tableSize, Bold: bold, Align: align, Before: 3 * Point / 2, After: 3 * Point / 2}
	}
	return styles{
		body:         &Style{ID: "Normal", Name: "Normal", Size: tableSize},
		label:        &Style{ID: "AnnexLabel", Name: "Phụ lục – Nhãn", Size: titleSize, Bold: true, Align: Centre, After: 3 * Point, Heading: 1},
		title:        &Style{ID: "AnnexTitle", Name: "Phụ lục – Tên", Size: titleSize, Bold: true, Align: Centre},
		reference:    &Style{ID: "AnnexReference", Name: "Phụ lục – Kèm theo", Size: referenceSize, Italic: true, Align: Centre, Before: 3 * Point},
		number:       &Style{ID: "PageNumber", Name: "Phụ lục – Số trang", Size: titleSize, Align: Centre},
		mark:         &Style{ID: "DraftMark", Name: "Phụ lục – Dấu dự thảo", Size: titleSize, Bold: true},
		head:         cell("TableHead", "Bảng – Đầu cột", true, Centre),
		headNote:     cell("TableHeadNote", "Bảng – Chú thích đầu cột", false, Centre),
		text:         cell("TableText", "Bảng – Chữ", false, Left),
		centre:       cell("TableCentre", "Bảng – Giữa", false, Centre),
		strongText:   cell("TableTextStrong", "Bảng – Chữ đậm", true, Left),
		strongCentre: cell("TableCentreStrong", "Bảng – Giữa đậm", true, Centre),
	}
}

func (s styles) all() []*Style {
	return []*Style{s.body, s.label, s.title, s.reference, s.number, s.mark, s.head, s.headNote, s.text, s.centre, s.strongText, s.strongCentre}
}

// a4 is the page of NĐ 30/2020, Phụ lục I, II.1: margins of 20 mm above and below, 30 mm on
// the left, 15 mm on the right.
func a4(number, mark *Style) Page {
	return Page{
		Width: Millimetres(210), Height: Millimetres(297),
		Top: Millimetres(20), Right: Millimetres(15), Bottom: Millimetres(20), Left: Millimetres(30),
		Header: Millimetres(10), Number: number, MarkStyle: mark,
	}
}
