package pdf

import (
	"crypto/sha256"
	"fmt"
	"strconv"
)

// header is the version and a comment of bytes above 127, by which a program that sends
// the file sees that it is not text.
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

// file is a PDF under construction. Streams stand in it one by one, all other objects in
// object streams, where they take a tenth of the room (ISO 32000-1, 7.5.7).
type file struct {
	out   []byte
	spots []spot // of the objects, by number; number 0 is no object
	pack  pack
	*deflater
}

// spot is where an object stands: at an offset in the file, or in an object stream.
type spot struct {
	offset int
	pack   ref // 0: not in an object stream
	index  int // in the object stream
}

func newFile(d *deflater) *file {
	return &file{out: []byte(header), spots: make([]spot, 1), deflater: d}
}

// reserve numbers n objects, one after another, and returns the first.
func (f *file) reserve(n int) ref {
	first := ref(len(f.spots))
	f.spots = append(f.spots, make([]spot, n)...)
	return first
}

// put writes an object that is not a stream.
func (f *file) put(r ref, object []byte) {
	number := f.packNumber()
	f.spots[r] = spot{pack: number, index: f.pack.add(r, object)}
	if f.pack.full() {
		f.flush()
	}
}

// add writes an object that has no number yet.
func (f *file) add(format string, args ...any) ref {
	r := f.reserve(1)
	f.put(r, fmt.Appendf(nil, format, args...))
	return r
}

// addStream writes a stream, whose dictionary begins with those entries, compressed.
func (f *file) addStream(entries string, data []byte) ref {
	r := f.reserve(1)
	f.putStream(r, entries+"/Filter/FlateDecode", f.deflate(data))
	return r
}

// putStream writes a stream as it is.
func (f *file) putStream(r ref, entries string, data []byte) {
	f.spots[r] = spot{offset: len(f.out)}
	f.out = fmt.Appendf(f.out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", r, entries, len(data))
	f.out = append(f.out, data...)
	f.out = append(f.out, "\nendstream\nendobj\n"...)
}

// close writes what is still open and where everything is. The identifier of the file is
// that of its content.
func (f *file) close(catalog, info ref) []byte {
	f.flush()
	sum := sha256.Sum256(f.out)
	r := f.reserve(1)
	start := len(f.out)
	f.spots[r] = spot{offset: start}
	f.putStream(r, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[<%x><%x>]"+
		"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>", len(f.spots), catalog, info, sum[:16], sum[:16]),
		f.deflate(f.crossReference()))
	f.out = append(f.out, "startxref\n"...)
	f.out = strconv.AppendInt(f.out, int64(start), 10)
	return append(f.out, "\n%%EOF\n"...)
}

// crossReference is the place of each object in 7 bytes. Of each byte it has the difference
// to the entry above, which compresses to little: the predictor "up" of PNG.
func (f *file) crossReference() []byte {
	var rows []byte
	var above [7]byte
	for i, p := range f.spots {
		entry := [7]byte{1, byte(p.offset >> 24), byte(p.offset >> 16), byte(p.offset >> 8), byte(p.offset), 0, 0}
		switch {
		case i == 0:
			entry = [7]byte{0, 0, 0, 0, 0, 0xFF, 0xFF}
		case p.pack != 0:
			entry = [7]byte{2, byte(p.pack >> 24), byte(p.pack >> 16), byte(p.pack >> 8), byte(p.pack), byte(p.index >> 8), byte(p.index)}
		}
		rows = append(rows, 2)
		for j, b := range entry {
			rows = append(rows, b-above[j])
		}
		above = entry
	}
	return rows
}
