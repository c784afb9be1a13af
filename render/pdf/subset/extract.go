package subset

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"phuluc2b/render/pdf/object"
)

// fpdfFile is what is taken from a file by fpdf.
type fpdfFile struct {
	contents [][]byte // of the pages
	fonts    []Font
}

// extractFile reads a file by fpdf. It refuses one with an object or key that is not expected.
func extractFile(file []byte) (*fpdfFile, error) {
	objects, trailer, err := split(file)
	if err != nil {
		return nil, err
	}
	h := &extractor{objects: objects}
	h.dict(trailer["Info"], "CreationDate", "ModDate", "Producer")
	catalog := h.dict(trailer["Root"], "Names", "Pages", "Type")
	pages := h.dict(catalog["Pages"], "Count", "Kids", "MediaBox", "Type")
	var d fpdfFile
	var resources any
	for _, kid := range h.array(pages["Kids"]) {
		page := h.dict(kid, "Contents", "Parent", "Resources", "Type")
		resources = page["Resources"]
		contents := h.stream(page["Contents"], "Length")
		d.contents = append(d.contents, contents.data)
	}
	all := h.dict(resources, "ColorSpace", "Font", "ProcSet", "XObject")
	h.empty(all["ColorSpace"])
	h.empty(all["XObject"])
	fonts, _ := all["Font"].(object.Dict)
	for _, resource := range slices.Sorted(maps.Keys(fonts)) {
		d.fonts = append(d.fonts, h.font(fonts[resource]))
	}
	h.rest()
	return &d, h.err
}

// extractor reads objects of the expected types and keys. It keeps the first error.
type extractor struct {
	objects []fpdfObject
	err     error
}

func (h *extractor) fail(what any) {
	if h.err == nil {
		h.err = fmt.Errorf("%w: %v", errNotUnderstood, what)
	}
}

func (h *extractor) object(r any) fpdfObject {
	number, _ := r.(object.Ref)
	if number <= 0 || int(number) >= len(h.objects) {
		h.fail(r)
		return fpdfObject{}
	}
	h.objects[number].used = true
	return h.objects[number]
}

// dict is a dictionary with these keys and no others. Keys that end in "?" are optional.
func (h *extractor) dict(r any, keys ...object.Name) object.Dict {
	d, _ := h.object(r).value.(object.Dict)
	for key := range d {
		if !slices.Contains(keys, key) && !slices.Contains(keys, key+"?") {
			h.fail(fmt.Sprintf("%v has %v", r, key))
		}
	}
	for _, key := range keys {
		if _, ok := d[key]; !ok && !strings.HasSuffix(string(key), "?") {
			h.fail(fmt.Sprintf("%v has no %v", r, key))
		}
	}
	return d
}

// stream is a stream whose dictionary has these keys and no others.
func (h *extractor) stream(r any, keys ...object.Name) fpdfObject {
	d, o := h.dict(r, keys...), h.object(r)
	if o.data == nil || d["Filter"] != nil && d["Filter"] != object.Name("FlateDecode") {
		h.fail(r)
	}
	return o
}

func (h *extractor) empty(v any) {
	if d, ok := v.(object.Dict); !ok || len(d) > 0 {
		h.fail(v)
	}
}

func (h *extractor) array(v any) object.Array {
	a, ok := v.(object.Array)
	if !ok {
		h.fail(v)
	}
	return a
}

func (h *extractor) int(v any) int {
	n, ok := v.(int)
	if !ok {
		h.fail(v)
	}
	return n
}

// rest fails if an object was not read.
func (h *extractor) rest() {
	for number, o := range h.objects {
		if !o.used {
			h.fail(fmt.Sprintf("object %d is left over", number))
		}
	}
}

// Font is a subset of a face, as a PDF embeds it.
type Font struct {
	Descriptor object.Dict
	Widths     object.Array // in thousandths of an em, as W of a CIDFont (ISO 32000-1, 9.7.4.3)
	Glyphs     []byte       // CIDToGIDMap, compressed
	Program    []byte       // TrueType, compressed
	Length     int          // of the program, in bytes before compression
}

// font reads a Type 0 font and the six objects below it.
func (h *extractor) font(r any) Font {
	whole := h.dict(r, "BaseFont", "DescendantFonts", "Encoding", "Subtype", "ToUnicode", "Type")
	if whole["Encoding"] != object.Name("Identity-H") {
		h.fail(whole["Encoding"])
	}
	if whole["BaseFont"] != object.Name("utf8"+specimenFont) {
		h.fail(whole["BaseFont"])
	}
	h.stream(whole["ToUnicode"], "Length")
	descendants := h.array(whole["DescendantFonts"])
	if len(descendants) != 1 {
		h.fail(descendants)
		return Font{}
	}
	cid := h.dict(descendants[0], "BaseFont", "CIDSystemInfo", "CIDToGIDMap", "DW?", "FontDescriptor", "Subtype", "Type", "W")
	h.dict(cid["CIDSystemInfo"], "Ordering", "Registry", "Supplement")
	descriptor := h.dict(cid["FontDescriptor"], "Ascent", "CapHeight", "Descent", "Flags", "FontBBox",
		"FontFile2", "FontName", "ItalicAngle", "MissingWidth", "StemV", "Type")
	glyphs := h.stream(cid["CIDToGIDMap"], "Filter", "Length")
	program := h.stream(descriptor["FontFile2"], "Filter", "Length", "Length1")
	return Font{
		Descriptor: descriptor, Widths: h.numbers(cid["W"]), Glyphs: glyphs.data,
		Program: program.data, Length: h.int(program.dict()["Length1"]),
	}
}

// numbers is an array of integers and of arrays of integers.
func (h *extractor) numbers(v any) object.Array {
	all := h.array(v)
	for _, item := range all {
		if inner, ok := item.(object.Array); ok {
			h.numbers(inner)
		} else {
			h.int(item)
		}
	}
	return all
}
