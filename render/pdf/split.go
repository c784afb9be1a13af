package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// errNotUnderstood is a file of fpdf that is not what we know: a new version of fpdf, or a
// font that it did not cope with.
var errNotUnderstood = errors.New("pdf: fpdf's file is not understood")

// object is an object of a file and, if it is a stream, its bytes as they stand there.
type object struct {
	value any
	data  []byte
	used  bool
}

func (o object) dict() dict {
	d, _ := o.value.(dict)
	return d
}

// split parts fpdf's file into its objects, by number, and finds the catalog and the
// properties: a table of 20 bytes for each object leads to them.
func split(file []byte) (objects []object, trailer dict, err error) {
	p := parser{data: file, pos: max(0, bytes.LastIndex(file, []byte("startxref")))}
	if !p.keyword("startxref") {
		return nil, nil, errNotUnderstood
	}
	start, count := p.int(), 0
	if start < 0 || start > len(file) {
		return nil, nil, errNotUnderstood
	}
	p.pos = start
	if !p.keyword("xref") || p.int() != 0 {
		return nil, nil, errNotUnderstood
	}
	count = p.int()
	for number := range count {
		offset, generation := p.int(), p.int()
		if number == 0 && generation == 65535 && p.keyword("f") {
			objects = append(objects, object{used: true})
			continue
		}
		if !p.keyword("n") {
			return nil, nil, errNotUnderstood
		}
		o, err := readObject(file, offset, number)
		if err != nil {
			return nil, nil, err
		}
		objects = append(objects, o)
	}
	if !p.keyword("trailer") {
		return nil, nil, errNotUnderstood
	}
	v, _ := p.value()
	trailer, _ = v.(dict)
	return objects, trailer, nil
}

func readObject(file []byte, offset, number int) (object, error) {
	wrong := fmt.Errorf("%w: object %d", errNotUnderstood, number)
	if offset < 0 || offset > len(file) {
		return object{}, wrong
	}
	p := parser{data: file, pos: offset}
	if p.int() != number || p.int() != 0 || !p.keyword("obj") {
		return object{}, wrong
	}
	v, err := p.value()
	if err != nil {
		return object{}, wrong
	}
	o := object{value: v}
	if p.keyword("stream") {
		length, _ := o.dict()["Length"].(int)
		p.pos++ // the line end
		if length < 0 || p.pos+length > len(file) {
			return object{}, wrong
		}
		o.data = slices.Clip(file[p.pos : p.pos+length])
		if p.pos += length; !p.keyword("endstream") {
			return object{}, wrong
		}
	}
	if !p.keyword("endobj") {
		return object{}, wrong
	}
	return o, nil
}
