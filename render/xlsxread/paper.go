package xlsxread

import (
	"encoding/xml"
	"strconv"
	"strings"

	"phuluc2b/render/ooxml"
)

func inches(e xml.StartElement, name string) int {
	l, _ := strconv.ParseFloat(ooxml.Attribute(e, name), 64)
	return twips(l * 1440)
}

// setPaper knows the sizes in use by their numbers: letter, A3, A4, A5.
func (s *sheet) setPaper(e xml.StartElement) {
	switch ooxml.Attribute(e, "paperSize") {
	case "9":
		s.paper.Width, s.paper.Height = 11906, 16838
	case "8":
		s.paper.Width, s.paper.Height = 16838, 23811
	case "11":
		s.paper.Width, s.paper.Height = 8391, 11906
	case "1", "":
		s.paper.Width, s.paper.Height = 12240, 15840
	}
	if ooxml.Attribute(e, "orientation") == "landscape" {
		s.paper.Width, s.paper.Height = s.paper.Height, s.paper.Width
	}
}

// headerText is the words of a header or footer without its codes: fonts, sizes, page numbers.
func headerText(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		if code[i] != '&' || i+1 == len(code) {
			b.WriteByte(code[i])
			continue
		}
		i++
		switch c := code[i]; {
		case c == '&':
			b.WriteByte('&')
		case c == '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 1
			}
			i += end + 1
		case c == 'K' && i+6 < len(code):
			i += 6
		case c >= '0' && c <= '9':
			for i+1 < len(code) && code[i+1] >= '0' && code[i+1] <= '9' {
				i++
			}
		default: // a letter that stands for a place, a number or a look
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
