package docxread

import (
	"cmp"
	"encoding/xml"

	"phuluc2b/render/ooxml"
)

// place notes where the first paragraph of a cell stands.
func (s *story) place(f *flow) {
	if f.notes != nil && !f.placed {
		f.placed = true
		f.notes.Align = cmp.Or(f.align, s.styles.of(f.style).align)
	}
}

// alignment reads a w:jc; newer files speak of the start of a line.
func alignment(e xml.StartElement) string {
	switch align := ooxml.Attribute(e, "val"); align {
	case "start":
		return "left"
	case "end":
		return "right"
	case "left", "center", "right", "both":
		return align
	}
	return ""
}
