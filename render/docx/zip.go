package docx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
)

// content is that of a part which takes more than marshalling.
type content interface {
	write(w io.Writer, d *desk) error
}

// writeArchive writes each part as one file of a zip archive, in that order. The files
// carry no modification time: it would differ from run to run.
func (d *desk) writeArchive(w io.Writer, parts []part) error {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, d.compress)
	for _, p := range parts {
		if err := d.writePart(archive, p); err != nil {
			return fmt.Errorf("docx: %s: %w", p.name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}

func (d *desk) writePart(archive *zip.Writer, p part) error {
	file, err := archive.Create(p.name)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(file, xml.Header); err != nil {
		return err
	}
	if own, ok := p.content.(content); ok {
		return own.write(file, d)
	}
	return d.marshal(file, p.content)
}
