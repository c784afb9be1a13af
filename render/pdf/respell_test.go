package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"phuluc2b/render/pdf/object"
)

// respelt is the file as another program might save it: a table for its objects, all at
// the top, dictionaries in another order, strings in hexadecimal digits, streams that say
// elsewhere how long they are, and nothing compressed.
func (o *opened) respelt() []byte {
	b := []byte("junk before the file\r\n%PDF-1.4\r\n")
	count := len(o.entries)
	offsets := make([]int, 2*count)
	for number := range object.Ref(count) {
		if number == 0 || !o.seen[number] {
			continue
		}
		offsets[number] = len(b)
		p := o.at(number)
		v, _ := p.Value()
		if !p.Keyword("stream") || o.entries[number][0] == 2 {
			b = fmt.Appendf(b, "%d 0 obj %% %s\r\n%s\r\nendobj\r\n", number, "1 0 obj", respell(v))
			continue
		}
		d, data := o.stream(number)
		delete(d, "Filter")
		d["Length"] = object.Ref(count) + number
		b = fmt.Appendf(b, "%d 0 obj%s stream\r\n%s\nendstream\rendobj ", number, respell(d), data)
		offsets[object.Ref(count)+number] = len(b)
		b = fmt.Appendf(b, "%d 0 obj %d endobj\n", object.Ref(count)+number, len(data))
	}
	start := len(b)
	b = fmt.Appendf(b, "xref\r\n0 %d\r\n", len(offsets))
	for _, offset := range offsets {
		if offset == 0 {
			b = append(b, "0000000000 65535 f\r\n"...)
		} else {
			b = fmt.Appendf(b, "%010d 00000 n\r\n", offset)
		}
	}
	return fmt.Appendf(b, "trailer<</Size %d/Root %v/Info %v>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets), o.trailer["Root"], o.trailer["Info"], start)
}

func respell(v any) string {
	var b bytes.Buffer
	switch v := v.(type) {
	case string:
		fmt.Fprintf(&b, "<% x>", v)
	case object.Array:
		for _, item := range v {
			b.WriteString(" " + respell(item))
		}
		return "[" + b.String() + " ]"
	case object.Dict:
		for _, key := range slices.Backward(slices.Sorted(maps.Keys(v))) {
			b.WriteString(key.String() + " " + respell(v[key]) + "\n")
		}
		return "<<\n" + b.String() + ">>"
	case nil:
		return "null"
	default:
		fmt.Fprint(&b, v)
	}
	return b.String()
}

// changed is the file after a program has added to it what it changed: new objects, and a
// table for them.
func (o *opened) changed(objects map[object.Ref]string) []byte {
	b := bytes.Clone(o.file)
	table := "xref\n0 1\n0000000000 65535 f \n"
	for _, number := range slices.Sorted(maps.Keys(objects)) {
		table += fmt.Sprintf("%d 1\n%010d 00000 n \n", number, len(b))
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", number, objects[number])
	}
	return fmt.Appendf(b, "%strailer\n<</Size %d/Root %v/Prev 1>>\nstartxref\n%d\n%%%%EOF\n", table, len(o.entries)+9, o.trailer["Root"], len(b))
}
