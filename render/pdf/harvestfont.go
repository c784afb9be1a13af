package pdf

// drawnFont is a face cut down to letters.
type drawnFont struct {
	descriptor dict
	widths     array  // in thousandths of the size: a code and the widths from there on, or two codes and the width of all from the first to the last
	glyphs     []byte // of each code, compressed
	program    []byte // compressed
	length     int    // of the program
}

// font is a font with the six objects that belong to it.
func (h *harvester) font(r any) drawnFont {
	whole := h.dict(r, "BaseFont", "DescendantFonts", "Encoding", "Subtype", "ToUnicode", "Type")
	if whole["Encoding"] != name("Identity-H") {
		h.fail(whole["Encoding"])
	}
	if whole["BaseFont"] != name("utf8"+specimenFont) {
		h.fail(whole["BaseFont"])
	}
	h.stream(whole["ToUnicode"], "Length")
	descendants := h.array(whole["DescendantFonts"])
	if len(descendants) != 1 {
		h.fail(descendants)
		return drawnFont{}
	}
	cid := h.dict(descendants[0], "BaseFont", "CIDSystemInfo", "CIDToGIDMap", "DW?", "FontDescriptor", "Subtype", "Type", "W")
	h.dict(cid["CIDSystemInfo"], "Ordering", "Registry", "Supplement")
	descriptor := h.dict(cid["FontDescriptor"], "Ascent", "CapHeight", "Descent", "Flags", "FontBBox",
		"FontFile2", "FontName", "ItalicAngle", "MissingWidth", "StemV", "Type")
	glyphs := h.stream(cid["CIDToGIDMap"], "Filter", "Length")
	program := h.stream(descriptor["FontFile2"], "Filter", "Length", "Length1")
	return drawnFont{
		descriptor: descriptor, widths: h.numbers(cid["W"]), glyphs: glyphs.data,
		program: program.data, length: h.int(program.dict()["Length1"]),
	}
}

// numbers is an array of numbers and of such arrays.
func (h *harvester) numbers(v any) array {
	all := h.array(v)
	for _, item := range all {
		if inner, ok := item.(array); ok {
			h.numbers(inner)
		} else {
			h.int(item)
		}
	}
	return all
}
