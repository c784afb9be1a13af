package pdfread

import (
	"bytes"
	"maps"

	"phuluc2b/render/pdf/object"
)

// Limits of what a file can make us do, beyond one reading of it. Ours stay far below them.
const (
	mostWork    = 64 << 20 // bytes that are unpacked or read once more
	mostObjects = 1 << 20
)

// archive is the objects of a file that any program may have written, found without the
// tables that should lead to them: reading the file from its beginning needs no trust in
// them, and copes with all forms that they come in.
type archive struct {
	file    []byte
	objects map[object.Ref]location // an object that stands there twice was changed: the last one counts
	trailer object.Dict
	work    int // what is left of mostWork; negative if that was too little
	from    int // from here on the next stream ends
	end     int // there
}

// location is where the value of an object begins, in the file or in an object stream.
type location struct {
	data     []byte
	pos      int
	inStream bool // in an object stream
}

// scan finds the objects of a file.
func scan(file []byte) (*archive, error) {
	a := &archive{file: file, objects: map[object.Ref]location{}, trailer: object.Dict{}, work: mostWork}
	for pos := 0; ; {
		length := bytes.Index(file[pos:], []byte("obj"))
		if length < 0 {
			a.findTrailer(file[pos:])
			return a, nil
		}
		a.findTrailer(file[pos : pos+length])
		number := numberBefore(file[:pos+length])
		pos += length + len("obj")
		if number == 0 {
			continue // as in "endobj"
		}
		var err error
		if pos, err = a.take(number, pos); err != nil {
			return nil, err
		}
	}
}

// findTrailer reads a dictionary that leads to the catalog, from between two objects.
func (a *archive) findTrailer(gap []byte) {
	const keyword = "trailer"
	if i := bytes.LastIndex(gap, []byte(keyword)); i >= 0 {
		p := object.Parser{Data: gap, Pos: i + len(keyword)}
		if v, err := p.Value(); err == nil {
			a.mergeTrailer(v)
		}
	}
}

// mergeTrailer lets a trailer stand for the ones before it: a file that was changed has
// several.
func (a *archive) mergeTrailer(v any) {
	if d, ok := v.(object.Dict); ok {
		maps.Copy(a.trailer, d)
	}
}

// numberBefore is the number of an object whose "12 0 " comes last, or 0.
func numberBefore(file []byte) object.Ref {
	rest, generation := cutNumber(file)
	rest, number := cutNumber(rest)
	if generation < 0 || number < 0 || len(rest) > 0 && !object.IsSpace(rest[len(rest)-1]) && !bytes.HasSuffix(rest, []byte("endobj")) {
		return 0
	}
	return object.Ref(number)
}

// cutNumber takes a number and the space after it off the end of a file; -1 if there is none.
func cutNumber(file []byte) (rest []byte, number int) {
	end := len(file)
	for end > 0 && object.IsSpace(file[end-1]) {
		end--
	}
	start := end
	for start > 0 && end-start < 10 && object.IsDigit(file[start-1]) {
		start--
	}
	if start == end {
		return file, -1
	}
	for _, c := range file[start:end] {
		number = number*10 + int(c-'0')
	}
	return file[:start], number
}

// take notes the object whose value begins at pos, and returns where to read on.
func (a *archive) take(number object.Ref, pos int) (next int, err error) {
	p := object.Parser{Data: a.file, Pos: pos}
	v, err := p.Value()
	if err != nil {
		return p.Pos, nil // something else, or damaged
	}
	a.objects[number] = location{data: a.file, pos: pos}
	d, _ := v.(object.Dict)
	if d == nil || !p.Keyword("stream") {
		return p.Pos, a.crowded()
	}
	data := a.streamData(d, p.Pos)
	switch d["Type"] {
	case object.Name("XRef"):
		a.mergeTrailer(d)
	case object.Name("ObjStm"):
		if err := a.unpack(d, data); err != nil {
			return 0, err
		}
	}
	return p.Pos + len(data), a.crowded()
}

func (a *archive) crowded() error {
	if len(a.objects) > mostObjects {
		return ErrTooLarge
	}
	return nil
}

// unpack notes the objects of an object stream. One that is damaged is passed over.
func (a *archive) unpack(d object.Dict, packed []byte) error {
	data, err := a.inflate(d, packed)
	if err == ErrTooLarge {
		return err
	}
	count, _ := d["N"].(int)
	first, _ := d["First"].(int)
	p := object.Parser{Data: data}
	for range count {
		number, offset := p.Int(), p.Int()
		if number <= 0 || offset < 0 || first < 0 || offset > len(data)-first {
			break
		}
		a.objects[object.Ref(number)] = location{data, first + offset, true}
		if err := a.crowded(); err != nil {
			return err
		}
	}
	return nil
}
