package docx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"io"

	"phuluc2b/render/layout"
)

// shared makes the content of a part that is alike in all documents of one look, as those of one
// form: it is made and compressed once.
type shared func() any

// packed is a part as it stands in an archive, but for its name.
type packed struct {
	header   zip.FileHeader
	deflated []byte
	sum      string // of its text, if the document is digested
}

// mostLooks is the most looks whose parts are kept: ten parts of some kilobytes for each.
const mostLooks = 8

// look spells all that the shared parts of a document are made of.
func look(doc *layout.Document) string {
	page := doc.Page
	styles := append([]*layout.Style{page.Number, page.MarkStyle}, doc.Styles...)
	page.Number, page.MarkStyle = nil, nil
	b := fmt.Appendf(nil, "%d %t %q %#v", len(doc.Attachments), doc.Digest != "", doc.Meta.Language, page)
	for _, style := range styles {
		if style == nil {
			style = &layout.Style{}
		}
		b = fmt.Appendf(b, "%#v", *style)
	}
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case layout.Rule:
			b = fmt.Appendf(b, "%#v", block)
		case *layout.Grid:
			b = fmt.Appendf(b, "%d %d;", block.Border, block.Padding)
		}
	}
	return string(b)
}

// partsOf is the shared parts that are kept of a look, by name.
func (d *encoders) partsOf(look string) map[string]packed {
	if d.kept[look] == nil {
		if len(d.kept) == mostLooks {
			clear(d.kept)
		}
		d.kept[look] = map[string]packed{}
	}
	return d.kept[look]
}

// packShared packs a part as that of its name was packed in another document of the look.
func (d *encoders) packShared(name string, content shared) (packed, error) {
	if kept, ok := d.shared[name]; ok {
		return kept, nil
	}
	d.text.Reset()
	if err := d.writeContent(&d.text, content()); err != nil {
		return packed{}, err
	}
	text := d.text.Bytes()
	p, err := d.pack(func(w io.Writer) error { _, err := w.Write(text); return err })
	p.deflated, p.sum = bytes.Clone(p.deflated), fmt.Sprintf("%x", sha256.Sum256(text))
	d.shared[name] = p
	return p, err
}

// pack compresses what is written.
func (d *encoders) pack(write func(io.Writer) error) (packed, error) {
	d.deflated.Reset()
	d.compressor.Reset(&d.deflated)
	check, sum, size := crc32.NewIEEE(), sha256.New(), counter(0)
	to := []io.Writer{d.compressor, check, &size}
	if d.digested {
		to = append(to, sum)
	}
	err := write(io.MultiWriter(to...))
	if err == nil {
		err = d.compressor.Close()
	}
	const version, sizesBehind = 20, 0x8 // as zip.Writer.Create has them
	p := packed{deflated: d.deflated.Bytes(), sum: fmt.Sprintf("%x", sum.Sum(nil)), header: zip.FileHeader{
		Method: zip.Deflate, Flags: sizesBehind, CreatorVersion: version, ReaderVersion: version,
		CRC32: check.Sum32(), CompressedSize64: uint64(d.deflated.Len()), UncompressedSize64: uint64(size),
	}}
	const firstDay = 1<<5 | 1 // 1 January 1980: a date that does not differ from run to run
	//lint:ignore SA1019 CreateRaw writes the date of the format itself, and not Modified
	p.header.ModifiedDate = firstDay
	return p, err
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
