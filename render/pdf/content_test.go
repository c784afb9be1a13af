package pdf

import (
	"bytes"
	"fmt"

	"phuluc2b/render/pdf/object"
)

// content is one piece of what is drawn on a page, by what the page says of it.
type content struct {
	kind     object.Name // "TD", "Artifact"
	id       int         // -1 of an artifact
	artifact string
	text     string
	strokes  int
}

// contents reads what is drawn on a page, and asserts that nothing stands outside of marked
// content and none of it inside another.
func (o *opened) contents(page any) []content {
	o.Helper()
	d := o.dict(page)
	fonts := o.fonts(d)
	_, data := o.stream(d["Contents"])
	var all []content
	var open *content
	var font readFont
	p := object.Parser{Data: data}
	for p.Space(); p.Pos < len(p.Data); p.Space() {
		operands, operator := operation(&p)
		switch {
		case operator == "BDC" && open == nil:
			all = append(all, o.begin(operands))
			open = &all[len(all)-1]
		case operator == "EMC" && open != nil:
			open = nil
		case operator == "Tf":
			found, ok := fonts[operands[0].(object.Name)]
			if !ok {
				o.Fatalf("no font %v", operands)
			}
			font = found
		case operator == "Tj" && open != nil:
			open.text += font.read(o, operands[0].(string))
		case operator == "S" && open != nil:
			open.strokes++
		case (operator == "G" || operator == "g") && fmt.Sprint(operands) == "[0]": // black
		case bytes.Contains([]byte(" J j w BT ET Td m l "), []byte(" "+operator+" ")):
		default:
			o.Fatalf("operator %q after %v", operator, operands)
		}
	}
	if open != nil {
		o.Errorf("%v does not end", *open)
	}
	return all
}

// operation is an operator with what it takes.
func operation(p *object.Parser) (operands object.Array, operator string) {
	for {
		before := p.Pos
		v, err := p.Value()
		if err != nil {
			p.Pos = before
			p.Space()
			return operands, p.Word()
		}
		operands = append(operands, v)
	}
}

func (o *opened) begin(operands object.Array) content {
	c := content{kind: operands[0].(object.Name), id: -1}
	properties := operands[1].(object.Dict)
	if c.kind == "Artifact" {
		c.artifact = fmt.Sprint(properties["Type"], properties["Subtype"])
		return c
	}
	id, ok := properties["MCID"].(int)
	if !ok {
		o.Errorf("%s without an identifier", c.kind)
	}
	c.id = id
	return c
}

// readFont is a font as a reader needs it.
type readFont struct {
	unicode map[int]rune
	widths  map[int]int
	program []byte
}

// read is the text that a string of codes stands for.
func (f readFont) read(o *opened, codes string) string {
	text := ""
	for i := 0; i+1 < len(codes); i += 2 {
		code := int(codes[i])<<8 | int(codes[i+1])
		r, ok := f.unicode[code]
		if !ok {
			o.Errorf("no letter for code %04X", code)
		}
		f.checkGlyph(o, code)
		text += string(r)
	}
	return text
}

// checkGlyph asserts that a code is a glyph, as wide as the file says.
func (f readFont) checkGlyph(o *opened, code int) {
	head, metrics := sfntTable(f.program, "head"), sfntTable(f.program, "hmtx")
	if code == 0 || 4*code >= len(metrics) {
		o.Fatalf("no glyph for %q", f.unicode[code])
	}
	em := int(head[18])<<8 | int(head[19])
	advance := int(metrics[4*code])<<8 | int(metrics[4*code+1])
	width, ok := f.widths[code]
	if off := width*em - advance*1000; !ok || off < -em || off > em {
		o.Errorf("%q is %d/%d wide, said to be %d/1000", f.unicode[code], advance, em, width)
	}
}

// sfntTable is a table of a font program.
func sfntTable(program []byte, tag string) []byte {
	number := func(at int) int {
		b := program[at : at+4]
		return int(b[0])<<24 | int(b[1])<<16 | int(b[2])<<8 | int(b[3])
	}
	for i := range number(4) >> 16 {
		if entry := 12 + 16*i; string(program[entry:entry+4]) == tag {
			return program[number(entry+8):][:number(entry+12)]
		}
	}
	return nil
}

// fonts are those of a page, by the names that its contents use.
func (o *opened) fonts(page object.Dict) map[object.Name]readFont {
	if all, ok := o.faces[page["Resources"].(object.Ref)]; ok {
		return all
	}
	all := map[object.Name]readFont{}
	o.faces[page["Resources"].(object.Ref)] = all
	entries, _ := o.dict(page["Resources"])["Font"].(object.Dict)
	for resource, v := range entries {
		whole := o.dict(v)
		_, unicodeMap := o.stream(whole["ToUnicode"])
		cid := o.dict(whole["DescendantFonts"].(object.Array)[0])
		if cid["CIDToGIDMap"] != object.Name("Identity") {
			o.Errorf("codes are not glyphs: %v", cid)
		}
		_, program := o.stream(o.dict(cid["FontDescriptor"])["FontFile2"])
		all[resource] = readFont{o.readUnicodeMap(unicodeMap), widths(cid["W"].(object.Array)), program}
	}
	return all
}

// readUnicodeMap reads a map and asserts that its blocks are as long as they say.
func (o *opened) readUnicodeMap(data []byte) map[int]rune {
	letters := map[int]rune{}
	left := 0
	for line := range bytes.Lines(data) {
		var code, last, letter int
		if n, _ := fmt.Sscanf(string(line), "%d beginbfrange", &left); n == 1 && left > 100 {
			o.Errorf("%d ranges in a block", left)
		}
		if n, _ := fmt.Sscanf(string(line), "<%04X> <%04X> <%04X>", &code, &last, &letter); n < 3 || left == 0 {
			continue // the range of all codes, too
		}
		if code>>8 != last>>8 || letter>>8 != (letter+last-code)>>8 {
			o.Errorf("more than the last byte changes in %q", line)
		}
		for i := range last - code + 1 {
			letters[code+i] = rune(letter + i)
		}
		left--
	}
	if left != 0 {
		o.Errorf("a block has %d ranges less than it says", left)
	}
	return letters
}

// widths reads those of a font, by their codes.
func widths(w object.Array) map[int]int {
	all := map[int]int{}
	for len(w) > 1 {
		from := w[0].(int)
		if list, ok := w[1].(object.Array); ok {
			for i, width := range list {
				all[from+i] = width.(int)
			}
			w = w[2:]
			continue
		}
		for code := from; code <= w[1].(int); code++ {
			all[code] = w[2].(int)
		}
		w = w[3:]
	}
	return all
}
