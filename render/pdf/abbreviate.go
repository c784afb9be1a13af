package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// abbreviated draws a line that has abbreviations: each is content of a Span that says what it
// stands for, the rest is the paragraph's own. All are shown by one text object, so that they
// stand where they would as one string.
func (p *pen) abbreviated(line paginate.Line, pieces []layout.Piece) {
	_, height := p.GetPageSize()
	p.RawWriteStr(fmt.Sprintf("BT %.2f %.2f Td", line.X.Points(), height-line.Baseline.Points()))
	for _, piece := range pieces {
		p.begin(keyOf(line), piece.Long)
		p.RawWriteStr("(" + literal(piece.Text) + ") Tj " + endMarked)
	}
	p.RawWriteStr("ET")
}

// literal is a text as fpdf writes it between brackets.
func literal(text string) string {
	var b strings.Builder
	for _, code := range utf16.Encode([]rune(text)) {
		b.Write([]byte{byte(code >> 8), byte(code)})
	}
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(b.String())
}
