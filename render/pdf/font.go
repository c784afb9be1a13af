package pdf

import (
	"crypto/sha256"
	"fmt"

	"phuluc2b/fonts"
	"phuluc2b/render/pdf/object"
	"phuluc2b/render/pdf/subset"
)

// font writes a subset of a face and returns its Type 0 font (ISO 32000-1, 9.7).
func (f *file) font(d subset.Font, face *fonts.Face, unicodeMap object.Ref) object.Ref {
	base := subsetName(d.Program, face.Name)
	m := d.Descriptor
	program := f.reserve(1)
	f.putStream(program, fmt.Sprintf("/Length1 %d/Filter/FlateDecode", d.Length), d.Program)
	glyphs := f.reserve(1)
	f.putStream(glyphs, "/Filter/FlateDecode", d.Glyphs)
	descriptor := f.add("<</Type/FontDescriptor/FontName%v/Flags %v/FontBBox%v/ItalicAngle %v/Ascent %v/Descent %v"+
		"/CapHeight %v/StemV %v/MissingWidth %v/FontFile2 %v>>", base, m["Flags"], m["FontBBox"], m["ItalicAngle"],
		m["Ascent"], m["Descent"], m["CapHeight"], m["StemV"], m["MissingWidth"], program)
	cid := f.add("<</Type/Font/Subtype/CIDFontType2/BaseFont%v/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %v/W%v/CIDToGIDMap %v>>", base, descriptor, d.Widths, glyphs)
	return f.add("<</Type/Font/Subtype/Type0/BaseFont%v/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		base, cid, unicodeMap)
}

// subsetName is the name of a face with the tag that marks a subset: six letters, here of a
// hash of the program (ISO 32000-1, 9.6.4).
func subsetName(program []byte, face string) object.Name {
	sum := sha256.Sum256(program)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return object.Name(string(tag[:]) + "+" + face)
}

// rangesInBlock is the most ranges in one block of a CMap (Adobe technical note 5014).
const rangesInBlock = 100

// unicodeMap is the ToUnicode CMap (ISO 32000-1, 9.10.3): each code is the code point of its
// letter. fpdf's own map is one range over all codes, which is not valid.
func unicodeMap(l *subset.Letters) []byte {
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
	for all := l.Ranges(); len(all) > 0; {
		n := min(len(all), rangesInBlock)
		b = fmt.Appendf(b, "%d beginbfrange\n", n)
		for _, r := range all[:n] {
			b = fmt.Appendf(b, "<%04X> <%04X> <%04X>\n", r[0], r[1], r[0])
		}
		b = append(b, "endbfrange\n"...)
		all = all[n:]
	}
	return append(b, `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`...)
}
