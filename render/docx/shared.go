package docx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"io"
)

// shared is the content of a part that is alike in many documents, as those of one form: it is
// compressed once.
type shared struct{ any }

// packed is a part as it stands in an archive, but for its name.
type packed struct {
	header   zip.FileHeader
	deflated []byte
	sum      string // of its text, if the document is digested
}

// mostKept is the most shared parts that are kept; a form has ten, of some kilobytes.
const mostKept = 64

// packShared packs a part as it was packed when it was the same, byte for byte.
func (d *encoders) packShared(content any) (packed, error) {
	d.text.Reset()
	if err := d.writeContent(&d.text, content); err != nil {
		return packed{}, err
	}
	if kept, ok := d.kept[string(d.text.Bytes())]; ok {
		return kept, nil
	}
	text := d.text.Bytes()
	p, err := d.pack(func(w io.Writer) error { _, err := w.Write(text); return err })
	if len(d.kept) == mostKept {
		clear(d.kept)
	}
	p.deflated, p.sum = bytes.Clone(p.deflated), fmt.Sprintf("%x", sha256.Sum256(text))
	d.kept[string(text)] = p
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
