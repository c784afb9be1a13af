package pdf

import (
	"bytes"

	"github.com/klauspost/compress/zlib"
)

// deflater compresses one stream after another. It keeps its writer, for making one takes
// longer than compressing most streams.
type deflater struct {
	buf    bytes.Buffer
	writer *zlib.Writer
}

// deflate is data compressed; the next call overwrites it.
func (d *deflater) deflate(data []byte) []byte {
	d.buf.Reset()
	if d.writer == nil {
		d.writer = zlib.NewWriter(&d.buf)
	} else {
		d.writer.Reset(&d.buf)
	}
	d.writer.Write(data) // a buffer takes everything
	d.writer.Close()
	return d.buf.Bytes()
}
