package pdf

import (
	"crypto/sha256"
	"fmt"
	"strconv"

	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/object"
)

// header is the version, and a comment of bytes above 127 that marks the file as binary
// (ISO 32000-1, 7.5.2).
const header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

// file is a PDF under construction, one after another in the same memory. Streams are written
// one by one, all other objects into object streams, which take a tenth of the bytes (ISO
// 32000-1, 7.5.7).
type file struct {
	out     []byte
	entries []xrefEntry // by object number; 0 is no object
	open    objectStream
	profile []byte // compressed, the same in all files; nil in the first
	deflater
}

// xrefEntry is where an object stands: at an offset in the file, or in an object stream.
type xrefEntry struct {
	offset int
	stream object.Ref // 0: not in an object stream
	index  int        // in the object stream
}

// newFile has room for what an annex takes.
func newFile() *file {
	return &file{out: make([]byte, 0, 120<<10), entries: make([]xrefEntry, 0, 1200), open: objectStream{index: make([]byte, 0, 5<<10), objects: make([]byte, 0, 30<<10)}}
}

// begin begins the next file.
func (f *file) begin() {
	f.out = append(f.out[:0], header...)
	f.entries = append(f.entries[:0], xrefEntry{})
	f.open = objectStream{index: f.open.index[:0], objects: f.open.objects[:0]}
}

// reserve numbers n objects, one after another, and returns the first.
func (f *file) reserve(n int) object.Ref {
	first := object.Ref(len(f.entries))
	f.entries = append(f.entries, make([]xrefEntry, n)...)
	return first
}

// put writes an object that is not a stream.
func (f *file) put(r object.Ref, object []byte) {
	number := f.openNumber()
	f.entries[r] = xrefEntry{stream: number, index: f.open.add(r, object)}
	if f.open.full() {
		f.flush()
	}
}

// add writes an object that has no number yet.
func (f *file) add(format string, args ...any) object.Ref {
	r := f.reserve(1)
	f.put(r, fmt.Appendf(nil, format, args...))
	return r
}

// addStream writes a stream, whose dictionary begins with those entries, compressed.
func (f *file) addStream(entries string, data ...[]byte) object.Ref {
	r := f.reserve(1)
	f.putStream(r, entries+"/Filter/FlateDecode", f.deflate(data...))
	return r
}

// putStream writes a stream as it is.
func (f *file) putStream(r object.Ref, entries string, data []byte) {
	f.entries[r] = xrefEntry{offset: len(f.out)}
	f.out = fmt.Appendf(f.out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", r, entries, len(data))
	f.out = append(f.out, data...)
	f.out = append(f.out, "\nendstream\nendobj\n"...)
}

// close writes the open object stream and the cross-reference stream, and returns the file,
// which is valid until the next one. Its identifier is a hash of its content.
func (f *file) close(catalog, info object.Ref) []byte {
	f.flush()
	sum := sha256.Sum256(f.out)
	r := f.reserve(1)
	start := len(f.out)
	f.entries[r] = xrefEntry{offset: start}
	f.putStream(r, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %v/Info %v/ID[<%x><%x>]"+
		"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>", len(f.entries), catalog, info, sum[:16], sum[:16]),
		f.deflate(f.crossReference()))
	f.out = append(f.out, "startxref\n"...)
	f.out = strconv.AppendInt(f.out, int64(start), 10)
	return append(f.out, "\n%%EOF\n"...)
}

// crossReference is the entries in rows of 7 bytes: type (1), offset or stream (4), index (2).
// Each byte is stored as its difference to the row above, the PNG predictor "up", which
// compresses better.
func (f *file) crossReference() []byte {
	rows := make([]byte, 0, 8*len(f.entries))
	var above [7]byte
	for i, p := range f.entries {
		entry := [7]byte{1, byte(p.offset >> 24), byte(p.offset >> 16), byte(p.offset >> 8), byte(p.offset), 0, 0}
		switch {
		case i == 0:
			entry = [7]byte{0, 0, 0, 0, 0, 0xFF, 0xFF}
		case p.stream != 0:
			entry = [7]byte{2, byte(p.stream >> 24), byte(p.stream >> 16), byte(p.stream >> 8), byte(p.stream), byte(p.index >> 8), byte(p.index)}
		}
		rows = append(rows, 2)
		for j, b := range entry {
			rows = append(rows, b-above[j])
		}
		above = entry
	}
	return rows
}

// maxPacked is the most objects in one object stream. A reader must unpack all of them to
// read one; larger streams are hardly smaller in sum.
const maxPacked = 400

// objectStream is an object stream that is being filled: numbers and offsets, then the objects.
type objectStream struct {
	number  object.Ref // 0: none yet
	count   int
	index   []byte
	objects []byte
}

// add appends an object and returns its index in the stream.
func (p *objectStream) add(r object.Ref, object []byte) (index int) {
	p.index = append(strconv.AppendInt(p.index, int64(r), 10), ' ')
	p.index = append(strconv.AppendInt(p.index, int64(len(p.objects)), 10), ' ')
	p.objects = append(append(p.objects, object...), '\n')
	p.count++
	return p.count - 1
}

func (p *objectStream) full() bool { return p.count == maxPacked }

// openNumber is the number of the object stream that is being filled.
func (f *file) openNumber() object.Ref {
	if f.open.number == 0 {
		f.open.number = f.reserve(1)
	}
	return f.open.number
}

// flush writes the object stream, if there is one, and begins the next.
func (f *file) flush() {
	p := &f.open
	if p.count == 0 {
		return
	}
	entries := fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", p.count, len(p.index))
	f.putStream(p.number, entries, f.deflate(p.index, p.objects))
	*p = objectStream{index: p.index[:0], objects: p.objects[:0]}
}

// number spells a distance in points with two decimals, as fpdf does.
func number(l layout.Length) string { return string(appendNumber(nil, l)) }

func appendNumber(b []byte, l layout.Length) []byte {
	if l < 0 {
		b, l = append(b, '-'), -l
	}
	whole, hundredths := l/layout.Point, l%layout.Point*100/layout.Point
	return append(strconv.AppendInt(b, int64(whole), 10), '.', byte('0'+hundredths/10), byte('0'+hundredths%10))
}
