package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"testing"

	"phuluc2b/render/pdf/object"
)

// opened is a finished file, read as the standard says: by its cross-reference stream.
type opened struct {
	testing.TB
	file    []byte
	entries [][3]int // kind; offset or object stream; generation or index
	trailer object.Dict
	packs   map[int]packRead
	seen    map[object.Ref]bool
	faces   map[object.Ref]map[object.Name]readFont // by the resources that name them
}

// packRead is an object stream: the numbers of its objects, and where each begins.
type packRead struct {
	data             []byte
	numbers, offsets []int
}

// open reads the tables of a file and asserts that they are right: each object stands
// where they say, none is left out and none is unreachable.
func open(t testing.TB, file []byte) *opened {
	t.Helper()
	o := &opened{TB: t, file: file, packs: map[int]packRead{}, seen: map[object.Ref]bool{}, faces: map[object.Ref]map[object.Name]readFont{}}
	p := object.Parser{Data: file, Pos: bytes.LastIndex(file, []byte("startxref"))}
	p.Keyword("startxref")
	start := p.Int()
	if want := fmt.Sprintf("startxref\n%d\n%%%%EOF\n", start); !bytes.HasSuffix(file, []byte(want)) {
		t.Fatalf("the file ends with %q", file[len(file)-40:])
	}
	var table []byte
	o.trailer, table = o.streamAt(start)
	if w := fmt.Sprint(o.trailer["W"]); w != "[1 4 2]" || len(table) != 8*o.trailer["Size"].(int) {
		t.Fatalf("%d bytes of %v in the cross-reference stream", len(table), o.trailer)
	}
	above := make([]byte, 7)
	for ; len(table) > 0; table = table[8:] {
		row := table[1:8]
		for i := range row {
			row[i] += above[i]
		}
		above = row
		o.entries = append(o.entries, [3]int{int(row[0]), int(row[1])<<24 | int(row[2])<<16 | int(row[3])<<8 | int(row[4]), int(row[5])<<8 | int(row[6])})
	}
	for number := range o.entries[1:] {
		o.at(object.Ref(number + 1))
	}
	o.reach(o.trailer["Root"])
	o.reach(o.trailer["Info"])
	if spare := len(o.entries) - 2 - len(o.packs) - len(o.seen); spare != 0 { // the free one and the table itself
		t.Errorf("%d objects are there for nothing", spare)
	}
	return o
}

// at is a parser at the value of an object.
func (o *opened) at(r object.Ref) *object.Parser {
	o.Helper()
	switch e := o.entries[r]; e[0] {
	case 1:
		head := fmt.Sprintf("%d 0 obj\n", r)
		if !bytes.HasPrefix(o.file[e[1]:], []byte(head)) {
			o.Fatalf("object %d does not stand at %d", r, e[1])
		}
		return &object.Parser{Data: o.file, Pos: e[1] + len(head)}
	case 2:
		pack := o.pack(e[1])
		if pack.numbers[e[2]] != int(r) {
			o.Fatalf("object %d is not number %d of stream %d", r, e[2], e[1])
		}
		return &object.Parser{Data: pack.data, Pos: pack.offsets[e[2]]}
	}
	o.Fatalf("object %d is %v", r, o.entries[r])
	return nil
}

func (o *opened) pack(number int) packRead {
	if pack, ok := o.packs[number]; ok {
		return pack
	}
	d, data := o.streamAt(o.entries[number][1])
	pack := packRead{data: data}
	p := object.Parser{Data: data}
	for range d["N"].(int) {
		pack.numbers = append(pack.numbers, p.Int())
		pack.offsets = append(pack.offsets, d["First"].(int)+p.Int())
	}
	o.packs[number] = pack
	return pack
}

// streamAt reads the stream that begins at an offset.
func (o *opened) streamAt(offset int) (object.Dict, []byte) {
	o.Helper()
	p := object.Parser{Data: o.file, Pos: offset}
	p.Int()
	p.Int()
	p.Keyword("obj")
	v, err := p.Value()
	d, ok := v.(object.Dict)
	if err != nil || !ok || !bytes.HasPrefix(o.file[p.Pos:], []byte("\nstream\n")) {
		o.Fatalf("no stream at %d: %v %v", offset, v, err)
	}
	start := p.Pos + len("\nstream\n")
	end := start + d["Length"].(int)
	if !bytes.HasPrefix(o.file[end:], []byte("\nendstream\nendobj\n")) {
		o.Fatalf("the stream at %d does not end at %d", offset, end)
	}
	return d, o.inflated(d, o.file[start:end])
}

func (o *opened) inflated(d object.Dict, data []byte) []byte {
	if d["Filter"] == nil {
		return data
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		o.Fatal(err)
	}
	if data, err = io.ReadAll(r); err != nil {
		o.Fatal(err)
	}
	return data
}

func (o *opened) stream(v any) (object.Dict, []byte) {
	o.Helper()
	return o.streamAt(o.entries[v.(object.Ref)][1])
}

// get is what a reference stands for.
func (o *opened) get(v any) any {
	o.Helper()
	r, ok := v.(object.Ref)
	if !ok {
		return v
	}
	value, err := o.at(r).Value()
	if err != nil {
		o.Fatalf("object %d: %v", r, err)
	}
	return value
}

func (o *opened) dict(v any) object.Dict {
	o.Helper()
	d, ok := o.get(v).(object.Dict)
	if !ok {
		o.Fatalf("%v is no dictionary: %v", v, o.get(v))
	}
	return d
}

func (o *opened) array(v any) object.Array {
	o.Helper()
	a, ok := o.get(v).(object.Array)
	if !ok {
		o.Fatalf("%v is no array: %v", v, o.get(v))
	}
	return a
}

func (o *opened) catalog() object.Dict { return o.dict(o.trailer["Root"]) }

// pages are the pages in their order.
func (o *opened) pages() object.Array { return o.array(o.dict(o.catalog()["Pages"])["Kids"]) }

// reach notes all objects that a value leads to.
func (o *opened) reach(v any) {
	switch v := v.(type) {
	case object.Ref:
		if !o.seen[v] {
			o.seen[v] = true
			o.reach(o.get(v))
		}
	case object.Array:
		for _, item := range v {
			o.reach(item)
		}
	case object.Dict:
		for _, item := range v {
			o.reach(item)
		}
	}
}
