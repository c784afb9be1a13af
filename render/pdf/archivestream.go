package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
)

const endOfStream = "endstream"

// streamData is the bytes of a stream with that dictionary whose keyword ends at pos.
func (a *archive) streamData(d dict, pos int) []byte {
	rest := a.file[pos:]
	rest = bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte("\r")), []byte("\n"))
	if length, ok := a.resolve(d["Length"]).(int); ok && 0 <= length && length <= len(rest) {
		p := parser{data: rest, pos: length}
		if p.keyword(endOfStream) {
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

// spend tells whether that much more may be done.
func (a *archive) spend(bytes int) bool {
	a.work -= bytes
	return a.work >= 0
}

// inflate unpacks a stream, unless it is too long.
func (a *archive) inflate(d dict, data []byte) ([]byte, error) {
	filters, ok := a.resolve(d["Filter"]).(array)
	if !ok && d["Filter"] != nil {
		filters = array{d["Filter"]}
	}
	for _, filter := range filters {
		if a.resolve(filter) != name("FlateDecode") || a.resolve(d["DecodeParms"]) != nil {
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
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = nil
		if p, ok := a.at(r); ok && a.work >= 0 {
			before := p.pos
			v, _ = p.value()
			a.spend(p.pos - before)
		}
	}
	return nil
}

// at is a parser where an object begins.
func (a *archive) at(r ref) (parser, bool) {
	l, ok := a.objects[r]
	return parser{data: l.data, pos: l.pos}, ok
}

func (a *archive) dict(v any) dict {
	d, _ := a.resolve(v).(dict)
	return d
}

func (a *archive) array(v any) array {
	all, _ := a.resolve(v).(array)
	return all
}

func (a *archive) text(v any) string {
	s, _ := a.resolve(v).(string)
	return decode(s)
}

// stream is the dictionary and the unpacked bytes of a stream.
func (a *archive) stream(v any) (dict, []byte, error) {
	d := a.dict(v)
	r, _ := v.(ref)
	p, _ := a.at(r)
	if d == nil || a.objects[r].packed {
		return nil, nil, errSyntax
	}
	p.value() // once more, to find its end
	if !p.keyword("stream") {
		return nil, nil, errSyntax
	}
	data := a.streamData(d, p.pos)
	if !a.spend(len(data)) {
		return nil, nil, ErrTooLarge
	}
	data, err := a.inflate(d, data)
	return d, data, err
}
