package docx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
)

// writeArchive writes each part as one file of a zip archive, in that order. The files
// carry no modification time: it would differ from run to run.
func writeArchive(w io.Writer, parts []part) error {
	archive := zip.NewWriter(w)
	for _, p := range parts {
		if err := writePart(archive, p); err != nil {
			return fmt.Errorf("docx: %s: %w", p.name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}

func writePart(archive *zip.Writer, p part) error {
	file, err := archive.Create(p.name)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(file, xml.Header); err != nil {
		return err
	}
	return xml.NewEncoder(file).Encode(p.content)
}
