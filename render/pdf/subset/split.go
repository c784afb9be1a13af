package subset

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"phuluc2b/render/pdf/object"
)

// errNotUnderstood is a file by fpdf that is not as expected: by another version, or with a
// font that it could not read.
var errNotUnderstood = errors.New("pdf: fpdf's file is not understood")

// fpdfObject is an object and, if it is a stream, its bytes, not decompressed.
type fpdfObject struct {
	value any
	data  []byte
	used  bool
}

func (o fpdfObject) dict() object.Dict {
	d, _ := o.value.(object.Dict)
	return d
}

// split reads the objects of a file by fpdf, by number, and its trailer, through the
// cross-reference table (ISO 32000-1, 7.5.4).
func split(file []byte) (objects []fpdfObject, trailer object.Dict, err error) {
	p := object.Parser{Data: file, Pos: max(0, bytes.LastIndex(file, []byte("startxref")))}
	if !p.Keyword("startxref") {
		return nil, nil, errNotUnderstood
	}
	start, count := p.Int(), 0
	if start < 0 || start > len(file) {
		return nil, nil, errNotUnderstood
	}
	p.Pos = start
	if !p.Keyword("xref") || p.Int() != 0 {
		return nil, nil, errNotUnderstood
	}
	count = p.Int()
	for number := range count {
		offset, generation := p.Int(), p.Int()
		if number == 0 && generation == 65535 && p.Keyword("f") {
			objects = append(objects, fpdfObject{used: true})
			continue
		}
		if !p.Keyword("n") {
			return nil, nil, errNotUnderstood
		}
		o, err := readObject(file, offset, number)
		if err != nil {
			return nil, nil, err
		}
		objects = append(objects, o)
	}
	if !p.Keyword("trailer") {
		return nil, nil, errNotUnderstood
	}
	v, _ := p.Value()
	trailer, _ = v.(object.Dict)
	return objects, trailer, nil
}

func readObject(file []byte, offset, number int) (fpdfObject, error) {
	wrong := fmt.Errorf("%w: object %d", errNotUnderstood, number)
	if offset < 0 || offset > len(file) {
		return fpdfObject{}, wrong
	}
	p := object.Parser{Data: file, Pos: offset}
	if p.Int() != number || p.Int() != 0 || !p.Keyword("obj") {
		return fpdfObject{}, wrong
	}
	v, err := p.Value()
	if err != nil {
		return fpdfObject{}, wrong
	}
	o := fpdfObject{value: v}
	if p.Keyword("stream") {
		length, _ := o.dict()["Length"].(int)
		p.Pos++ // the line end
		if length < 0 || p.Pos+length > len(file) {
			return fpdfObject{}, wrong
		}
		o.data = slices.Clip(file[p.Pos : p.Pos+length])
		if p.Pos += length; !p.Keyword("endstream") {
			return fpdfObject{}, wrong
		}
	}
	if !p.Keyword("endobj") {
		return fpdfObject{}, wrong
	}
	return o, nil
}
