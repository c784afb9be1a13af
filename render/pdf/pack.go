package pdf

import (
	"fmt"
	"strconv"
)

// packed is the number of objects that stand in one object stream. A reader must unpack
// all of them to find one; more would compress hardly better.
const packed = 400

// pack is an object stream that is being filled: numbers and offsets, then the objects.
type pack struct {
	number  ref // 0: none yet
	count   int
	index   []byte
	objects []byte
}

// add takes in an object and tells which one of the stream it is.
func (p *pack) add(r ref, object []byte) (index int) {
	p.index = append(strconv.AppendInt(p.index, int64(r), 10), ' ')
	p.index = append(strconv.AppendInt(p.index, int64(len(p.objects)), 10), ' ')
	p.objects = append(append(p.objects, object...), '\n')
	p.count++
	return p.count - 1
}

func (p *pack) full() bool { return p.count == packed }

// packNumber is the number of the object stream that is being filled.
func (f *file) packNumber() ref {
	if f.pack.number == 0 {
		f.pack.number = f.reserve(1)
	}
	return f.pack.number
}

// flush writes the object stream and makes ready for the next.
func (f *file) flush() {
	p := &f.pack
	if p.count == 0 {
		return
	}
	entries := fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", p.count, len(p.index))
	f.putStream(p.number, entries, f.deflate(append(p.index, p.objects...)))
	*p = pack{index: p.index[:0], objects: p.objects[:0]}
}
