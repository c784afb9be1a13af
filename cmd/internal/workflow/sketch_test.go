package workflow_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/workflow"
)

// sketched is a document from a sketch: a paragraph a line, a row of a table a line that begins
// with "|". In a cell "*…*" is bold, "<" goes on with the cell on the left, "^" with the one
// above, " // " begins a line, "#0 …" is an item of Word's own list, "=c " and "=r " centre and
// push to the right. A line "ngang" turns the paper.
func sketched(t *testing.T, sketch string) *workflow.Document {
	t.Helper()
	body, inTable, turned := "", false, false
	for line := range strings.Lines(sketch) {
		line = strings.TrimSpace(line)
		row := strings.HasPrefix(line, "|")
		if inTable && !row {
			body += "</w:tbl>"
		}
		switch {
		case row && !inTable:
			body += "<w:tbl>" + sketchedRow(line)
		case row:
			body += sketchedRow(line)
		case line == "ngang":
			turned = true
		case line != "":
			body += sketchedParagraph(line)
		}
		inTable = row
	}
	if inTable {
		body += "</w:tbl>"
	}
	paper := `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`
	if turned {
		paper = `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>`
	}
	return numberedDocument(t, body+paper)
}

func sketchedRow(line string) string {
	var cells []string
	for _, text := range strings.Split(strings.Trim(line, "|"), "|") {
		text = strings.TrimSpace(text)
		if text == "<" {
			last := len(cells) - 1
			span := 2 + strings.Count(cells[last], "<!-- more -->")
			cells[last] = strings.Replace(cells[last], fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, span-1), "", 1)
			cells[last] = strings.Replace(cells[last], "<w:tcPr>", fmt.Sprintf(`<w:tcPr><!-- more --><w:gridSpan w:val="%d"/>`, span), 1)
			continue
		}
		merge := ""
		switch {
		case text == "^":
			merge, text = "<w:vMerge/>", ""
		case strings.HasSuffix(text, " v"):
			merge, text = `<w:vMerge w:val="restart"/>`, strings.TrimSuffix(text, " v")
		}
		content := ""
		for _, part := range strings.Split(text, " // ") {
			content += sketchedParagraph(part)
		}
		cells = append(cells, "<w:tc><w:tcPr>"+merge+"</w:tcPr>"+content+"</w:tc>")
	}
	return "<w:tr>" + strings.Join(cells, "") + "</w:tr>"
}

func sketchedParagraph(text string) string {
	properties, run := "", ""
	for done := false; !done; {
		switch {
		case strings.HasPrefix(text, "=c"):
			properties, text = properties+`<w:jc w:val="center"/>`, strings.TrimSpace(text[2:])
		case strings.HasPrefix(text, "=r"):
			properties, text = properties+`<w:jc w:val="right"/>`, strings.TrimSpace(text[2:])
		case strings.HasPrefix(text, "#"):
			properties = fmt.Sprintf(`<w:numPr><w:ilvl w:val="%c"/><w:numId w:val="1"/></w:numPr>`, text[1]) + properties
			text = strings.TrimSpace(text[2:])
		case len(text) > 2 && strings.HasPrefix(text, "*") && strings.HasSuffix(text, "*"):
			run, text = "<w:rPr><w:b/></w:rPr>", strings.Trim(text, "*")
		default:
			done = true
		}
	}
	return "<w:p><w:pPr>" + properties + "</w:pPr><w:r>" + run + "<w:t>" + esc(text) + "</w:t></w:r></w:p>"
}

// numberedDocument is a DOCX with that body, and a list of three levels: I, 1, 1.1.
func numberedDocument(t *testing.T, body string) *workflow.Document {
	t.Helper()
	level := func(n int, format, text string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>`, n, format, text)
	}
	const word = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"_rels/.rels", `<Relationships><Relationship Type="http://x/officeDocument" Target="a.xml"/></Relationships>`},
		{"_rels/a.xml.rels", `<Relationships><Relationship Type="http://x/numbering" Target="n.xml"/></Relationships>`},
		{"n.xml", `<w:numbering ` + word + `><w:abstractNum w:abstractNumId="1">` + level(0, "upperRoman", "%1") + level(1, "decimal", "%2") + level(2, "decimal", "%2.%3") +
			`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`},
		{"a.xml", `<w:document ` + word + `><w:body>` + body + `</w:body></w:document>`},
	} {
		w, err := archive.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	d, err := workflow.ReadDocument("bieu-mau.docx", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return d
}
