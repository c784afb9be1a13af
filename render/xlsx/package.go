package xlsx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"

	"phuluc2b/render/layout"
)

// Namespaces and the beginnings of types.
const (
	mainSpace  = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	linkSpace  = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	openXML    = "application/vnd.openxmlformats-"
	sheetXML   = openXML + "officedocument.spreadsheetml."
	officeLink = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	coreLink   = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)

// part is one file of the package.
type part struct {
	name, kind string // kind is the type of its content
	link       string // the type of the relationship that leads to it; "" for none
	write      func(*writer)
}

// Write writes a book. The same book gives the same bytes.
func (b *Book) Write(file io.Writer) error {
	styles, texts := newStyleSheet(), &sharedStrings{number: map[string]int{}}
	var inside []part // what the workbook leads to
	for i, s := range b.Sheets {
		inside = append(inside, part{sheetPart(i), sheetXML + "worksheet+xml", officeLink + "worksheet", func(w *writer) { w.sheet(s, i == 0) }})
	}
	sums := map[string]string{}
	if b.carries() {
		inside = append(inside, part{sheetPart(len(b.Sheets)), sheetXML + "worksheet+xml", officeLink + "worksheet", func(w *writer) { w.carrier(b, layout.PagesDigest(sums)) }})
	}
	inside = append(inside,
		part{"xl/styles.xml", sheetXML + "styles+xml", officeLink + "styles", styles.write},
		part{"xl/sharedStrings.xml", sheetXML + "sharedStrings+xml", officeLink + "sharedStrings", texts.write})
	top := []part{
		{"xl/workbook.xml", sheetXML + "sheet.main+xml", officeLink + "officeDocument", func(w *writer) { w.workbook(b) }},
		{"docProps/core.xml", openXML + "package.core-properties+xml", coreLink, func(w *writer) { w.core(b) }},
		{"docProps/app.xml", openXML + "officedocument.extended-properties+xml", officeLink + "extended-properties", (*writer).app},
	}
	// The carrier comes last: it has the digest of the others, by names as readers spell them.
	written := map[string][]byte{}
	order := append(append([]part{}, top...), inside...)
	for _, later := range []bool{false, true} {
		for _, p := range order {
			if (b.carries() && p.name == sheetPart(len(b.Sheets))) != later {
				continue
			}
			var data bytes.Buffer
			w := newWriter(&data, styles, texts)
			p.write(w)
			w.Flush()
			written[p.name] = data.Bytes()
			if strings.HasPrefix(p.name, "xl/") {
				sums[strings.ToLower(p.name)] = fmt.Sprintf("%x", sha256.Sum256(data.Bytes()))
			}
		}
	}
	archive := zip.NewWriter(file)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 6) })
	parts := []part{
		{name: "[Content_Types].xml", write: func(w *writer) { w.types(order) }},
		{name: "_rels/.rels", write: func(w *writer) { w.links("", top) }},
		{name: "xl/_rels/workbook.xml.rels", write: func(w *writer) { w.links("xl/", inside) }},
	}
	for _, p := range append(parts, order...) {
		entry, err := archive.Create(p.name)
		if err == nil && p.kind == "" {
			w := newWriter(entry, nil, nil)
			p.write(w)
			err = w.Flush()
		} else if err == nil {
			_, err = entry.Write(written[p.name])
		}
		if err != nil {
			return fmt.Errorf("xlsx: %s: %w", p.name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

func sheetPart(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) }

func (w *writer) types(parts []part) {
	w.open("Types", `xmlns="http://schemas.openxmlformats.org/package/2006/content-types"`)
	w.printf(`<Default Extension="rels" ContentType="%spackage.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`, openXML)
	for _, p := range parts {
		w.printf(`<Override PartName="/%s" ContentType="%s"/>`, p.name, p.kind)
	}
	w.close("Types")
}

// links are the relationships to parts from one in a folder.
func (w *writer) links(folder string, parts []part) {
	w.open("Relationships", `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`)
	for i, p := range parts {
		w.printf(`<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i+1, p.link, strings.TrimPrefix(p.name, folder))
	}
	w.close("Relationships")
}
