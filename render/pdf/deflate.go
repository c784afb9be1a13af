package pdf

import (
	"bytes"

	"github.com/klauspost/compress/zlib"
)

// compression is the zlib level: files larger by a thirtieth than by the next higher one, in less
// time by a twentieth, as in package docx.
const compression = 4

// deflater compresses one stream after another. It keeps its writer: making one takes longer
// than compressing most streams.
type deflater struct {
	buf    bytes.Buffer
	writer *zlib.Writer
}

// deflate compresses data, one after another. The result is valid until the next call.
func (d *deflater) deflate(data ...[]byte) []byte {
	d.buf.Reset()
	if d.writer == nil {
		d.writer, _ = zlib.NewWriterLevel(&d.buf, compression) // the level is a valid constant
	} else {
		d.writer.Reset(&d.buf)
	}
	for _, b := range data {
		d.writer.Write(b) // a bytes.Buffer returns no error
	}
	d.writer.Close()
	return d.buf.Bytes()
}
