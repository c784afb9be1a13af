package xlsx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

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
	p := b.pack()
	compressor, err := flate.NewWriter(nil, compression)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	archive := zip.NewWriter(file)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { // for one part after the other
		compressor.Reset(w)
		return compressor, nil
	})
	first := time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC) // that the format knows: it must not differ from run to run
	for _, name := range p.order {
		entry, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: first})
		if err == nil {
			_, err = entry.Write(p.parts[name])
		}
		if err != nil {
			return fmt.Errorf("xlsx: %s: %w", name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

const compression = 6 // as for a DOCX

// packing is the parts of a package, in order, as they are written.
type packing struct {
	order   []string
	parts   map[string][]byte
	styles  *styleSheet
	strings *sharedStrings
}

func (p *packing) add(name string, write func(*writer)) {
	var data bytes.Buffer
	w := newWriter(&data, p.styles, p.strings)
	write(w)
	w.Flush() // into memory
	p.order = append(p.order, name)
	p.parts[name] = data.Bytes()
}

func (p *packing) addAll(parts []part) {
	for _, part := range parts {
		p.add(part.name, part.write)
	}
}

// pack writes the sheets, then the styles and texts that they use, and last what holds a digest
// of these.
func (b *Book) pack() *packing {
	p := &packing{parts: map[string][]byte{}, styles: newStyleSheet(), strings: &sharedStrings{number: map[string]int{}}}
	var sheets, beside, carrier []part
	for i, s := range b.Sheets {
		sheets = append(sheets, part{sheetPart(i), sheetXML + "worksheet+xml", officeLink + "worksheet", func(w *writer) { w.sheet(s, i == 0) }})
		beside = append(beside, commentParts(i, s)...)
	}
	tables := []part{
		{"xl/styles.xml", sheetXML + "styles+xml", officeLink + "styles", p.styles.write},
		{"xl/sharedStrings.xml", sheetXML + "sharedStrings+xml", officeLink + "sharedStrings", p.strings.write},
	}
	top := []part{
		{"xl/workbook.xml", sheetXML + "sheet.main+xml", officeLink + "officeDocument", func(w *writer) { w.workbook(b) }},
		{"docProps/core.xml", openXML + "package.core-properties+xml", coreLink, func(w *writer) { w.core(b) }},
		{"docProps/app.xml", openXML + "officedocument.extended-properties+xml", officeLink + "extended-properties", (*writer).app},
	}
	if b.carries() {
		carrier = []part{{sheetPart(len(b.Sheets)), sheetXML + "worksheet+xml", officeLink + "worksheet", func(w *writer) { w.carrier(b, p.digest()) }}}
	}
	inside := slices.Concat(sheets, carrier, tables)
	p.add("[Content_Types].xml", func(w *writer) { w.types(slices.Concat(top, inside, beside)) })
	p.add("_rels/.rels", func(w *writer) { w.links("", top) })
	p.add("xl/_rels/workbook.xml.rels", func(w *writer) { w.links("xl/", inside) })
	for i, s := range b.Sheets {
		if parts := commentParts(i, s); parts != nil {
			p.add(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1), func(w *writer) { w.links("xl/worksheets/", parts) })
		}
	}
	p.addAll(slices.Concat(top, sheets, beside, tables, carrier))
	return p
}

// digest is that of the parts that make the pages, by names as readers spell them.
func (p *packing) digest() string {
	sums := map[string]string{}
	for name, data := range p.parts {
		if strings.HasPrefix(name, "xl/") && !strings.Contains(name, "_rels/") {
			sums[strings.ToLower(name)] = fmt.Sprintf("%x", sha256.Sum256(data))
		}
	}
	return layout.PagesDigest(sums)
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

// links are the relationships to parts from one in a folder, "" for the package: what is not below
// it is named from the top.
func (w *writer) links(folder string, parts []part) {
	w.open("Relationships", `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`)
	for i, p := range parts {
		target := strings.TrimPrefix("/"+p.name, "/"+folder)
		w.printf(`<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i+1, p.link, target)
	}
	w.close("Relationships")
}
