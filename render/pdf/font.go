package pdf

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"phuluc2b/render/pdf/object"
)

// fontName is the resource name of a face in page contents: "F0".
func fontName(style int) object.Name { return object.Name("F" + strconv.Itoa(style)) }

// reserveFonts numbers the fonts of the faces, and returns the resource dictionary of all pages.
func (f *file) reserveFonts(used faces) (fonts [len(faces{})]object.Ref, resources object.Ref) {
	entries := ""
	for style, face := range used {
		if face != nil {
			fonts[style] = f.reserve(1)
			entries += fmt.Sprintf("%v %v", fontName(style), fonts[style])
		}
	}
	return fonts, f.add("<</Font<<%s>>>>", entries)
}

// font writes the subset of a face and its Type 0 font (ISO 32000-1, 9.7).
func (f *file) font(r object.Ref, d *face) error {
	cut, err := d.cut(&f.deflater)
	if err != nil {
		return err
	}
	base := object.Name(cut.tag + "+" + d.Name)
	program, unicodeMap := f.reserve(1), f.reserve(1)
	f.putStream(program, fmt.Sprintf("/Length1 %d/Filter/FlateDecode", cut.length), cut.program)
	f.putStream(unicodeMap, "/Filter/FlateDecode", cut.unicodeMap)
	descriptor := f.add("<</Type/FontDescriptor/FontName%v/Flags %d/FontBBox%v/ItalicAngle %v/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %v>>",
		base, d.flags(), []int{d.scaled(d.Bounds[0]), d.scaled(d.Bounds[1]), d.scaled(d.Bounds[2]), d.scaled(d.Bounds[3])},
		d.ItalicAngle, d.scaled(d.Ascent), d.scaled(-d.Descent), d.scaled(d.CapHeight), 50+d.Weight*d.Weight/(65*65), program)
	cid := f.add("<</Type/Font/Subtype/CIDFontType2/BaseFont%v/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %v/W[1%v]/CIDToGIDMap/Identity>>", base, descriptor, d.widths())
	f.put(r, fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont%v/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		base, cid, unicodeMap))
	return nil
}

// flags say of a face that its codes are its own, that it is slanted, and that it is bold (ISO
// 32000-1, 9.8.2).
func (f *face) flags() int {
	const symbolic, italic, forceBold, boldFrom = 1 << 2, 1 << 6, 1 << 18, 600
	flags := symbolic
	if f.ItalicAngle != 0 {
		flags |= italic
	}
	if f.Weight >= boldFrom {
		flags |= forceBold
	}
	return flags
}

// scaled is a distance in thousandths of an em, in which a PDF has them.
func (f *face) scaled(units int) int { return int(math.Round(float64(units) * 1000 / float64(f.Em))) }

// widths are those of the letters, in the order of their codes.
func (f *face) widths() []int {
	var all []int
	for _, r := range f.letters {
		all = append(all, f.scaled(f.RuneWidth(r)))
	}
	return all
}

// rangesInBlock is the most ranges in one block of a CMap (Adobe technical note 5014).
const rangesInBlock = 100

// unicodeMap is the ToUnicode CMap (ISO 32000-1, 9.10.3) of letters whose codes count from 1.
func unicodeMap(letters []rune) []byte {
	b := []byte(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	code := 1
	for block := range slices.Chunk(ranges(letters), rangesInBlock) {
		b = fmt.Appendf(b, "%d beginbfrange\n", len(block))
		for _, run := range block {
			b = fmt.Appendf(b, "<%04X> <%04X> <%04X>\n", code, code+len(run)-1, run[0])
			code += len(run)
		}
		b = append(b, "endbfrange\n"...)
	}
	return append(b, `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`...)
}

// ranges cuts letters into runs that follow each other, as do their codes from 1: of both, only
// the last byte may change in a run.
func ranges(letters []rune) (all [][]rune) {
	start := 0
	for i := 1; i <= len(letters); i++ {
		if code := i + 1; i == len(letters) || letters[i] != letters[i-1]+1 || byte(letters[i]) == 0 || byte(code) == 0 {
			all, start = append(all, letters[start:i]), i
		}
	}
	return all
}
