package pdf

import (
	"crypto/sha256"
	"fmt"

	"phuluc2b/fonts"
)

// font writes a face that was cut down and returns what the contents refer to.
func (f *file) font(d drawnFont, face *fonts.Face, unicodeMap ref) ref {
	base := subsetName(d.program, face.Name)
	m := d.descriptor
	program := f.reserve(1)
	f.putStream(program, fmt.Sprintf("/Length1 %d/Filter/FlateDecode", d.length), d.program)
	glyphs := f.reserve(1)
	f.putStream(glyphs, "/Filter/FlateDecode", d.glyphs)
	descriptor := f.add("<</Type/FontDescriptor/FontName%v/Flags %v/FontBBox%v/ItalicAngle %v/Ascent %v/Descent %v"+
		"/CapHeight %v/StemV %v/MissingWidth %v/FontFile2 %v>>", base, m["Flags"], m["FontBBox"], m["ItalicAngle"],
		m["Ascent"], m["Descent"], m["CapHeight"], m["StemV"], m["MissingWidth"], program)
	cid := f.add("<</Type/Font/Subtype/CIDFontType2/BaseFont%v/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %v/W%v/CIDToGIDMap %v>>", base, descriptor, d.widths, glyphs)
	return f.add("<</Type/Font/Subtype/Type0/BaseFont%v/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		base, cid, unicodeMap)
}

// subsetName marks a face as cut down by six letters of its own (ISO 32000-1, 9.6.4).
func subsetName(program []byte, face string) name {
	sum := sha256.Sum256(program)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return name(string(tag[:]) + "+" + face)
}
