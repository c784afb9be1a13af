package pdfread

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"

	"phuluc2b/render/pdf/object"
)

const endOfStream = "endstream"

// streamData is the bytes of a stream with that dictionary whose keyword ends at pos.
func (a *archive) streamData(d object.Dict, pos int) []byte {
	rest := a.file[pos:]
	rest = bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte("\r")), []byte("\n"))
	if length, ok := a.resolve(d["Length"]).(int); ok && 0 <= length && length <= len(rest) {
		p := object.Parser{Data: rest, Pos: length}
		if p.Keyword(endOfStream) {
			return rest[:length:length]
		}
	}
	return a.untilEnd(rest)
}

// untilEnd is a stream that does not say how long it is: it goes on to the next keyword.
func (a *archive) untilEnd(rest []byte) []byte {
	start := len(a.file) - len(rest)
	if start < a.from || a.end < start { // else the call before found it: the search stays linear
		a.from, a.end = start, len(a.file)
		if length := bytes.Index(rest, []byte(endOfStream)); length >= 0 {
			a.end = start + length
		}
	}
	data := a.file[start:a.end]
	return bytes.TrimSuffix(bytes.TrimSuffix(data, []byte("\n")), []byte("\r"))
}

// spend reports whether that much more may be done.
func (a *archive) spend(bytes int) bool {
	a.work -= bytes
	return a.work >= 0
}

// inflate unpacks a stream, unless it is too long.
func (a *archive) inflate(d object.Dict, data []byte) ([]byte, error) {
	filters, ok := a.resolve(d["Filter"]).(object.Array)
	if !ok && d["Filter"] != nil {
		filters = object.Array{d["Filter"]}
	}
	for _, filter := range filters {
		if a.resolve(filter) != object.Name("FlateDecode") || a.resolve(d["DecodeParms"]) != nil {
			return nil, errors.New("unknown compression")
		}
		if len(data) == 0 { // what qpdf makes of a stream without content
			break
		}
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		if data, err = io.ReadAll(io.LimitReader(r, int64(a.work)+1)); err != nil {
			return nil, err
		}
		if !a.spend(len(data)) {
			return nil, ErrTooLarge
		}
	}
	return data, nil
}

// resolve follows references to the value that they stand for; nil if there is none.
func (a *archive) resolve(v any) any {
	for range 10 {
		r, ok := v.(object.Ref)
		if !ok {
			return v
		}
		v = nil
		if p, ok := a.at(r); ok && a.work >= 0 {
			before := p.Pos
			v, _ = p.Value()
			a.spend(p.Pos - before)
		}
	}
	return nil
}

// at is a parser where an object begins.
func (a *archive) at(r object.Ref) (object.Parser, bool) {
	l, ok := a.objects[r]
	return object.Parser{Data: l.data, Pos: l.pos}, ok
}

func (a *archive) dict(v any) object.Dict {
	d, _ := a.resolve(v).(object.Dict)
	return d
}

func (a *archive) array(v any) object.Array {
	all, _ := a.resolve(v).(object.Array)
	return all
}

func (a *archive) text(v any) string {
	s, _ := a.resolve(v).(string)
	return object.Decode(s)
}

// stream is the dictionary and the unpacked bytes of a stream.
func (a *archive) stream(v any) (object.Dict, []byte, error) {
	d := a.dict(v)
	r, _ := v.(object.Ref)
	p, _ := a.at(r)
	if d == nil || a.objects[r].inStream {
		return nil, nil, object.ErrSyntax
	}
	p.Value() // once more, to find its end
	if !p.Keyword("stream") {
		return nil, nil, object.ErrSyntax
	}
	data := a.streamData(d, p.Pos)
	if !a.spend(len(data)) {
		return nil, nil, ErrTooLarge
	}
	data, err := a.inflate(d, data)
	return d, data, err
}
