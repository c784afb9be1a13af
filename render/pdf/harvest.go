package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// drawn is what we take over of fpdf's file: all that it holds but what every file holds.
type drawn struct {
	contents [][]byte // of the pages
	fonts    []drawnFont
}

// harvest takes fpdf's file apart and refuses one with anything in it that we do not know.
func harvest(file []byte) (*drawn, error) {
	objects, trailer, err := split(file)
	if err != nil {
		return nil, err
	}
	h := &harvester{objects: objects}
	h.dict(trailer["Info"], "CreationDate", "ModDate", "Producer")
	catalog := h.dict(trailer["Root"], "Names", "Pages", "Type")
	pages := h.dict(catalog["Pages"], "Count", "Kids", "MediaBox", "Type")
	var d drawn
	var resources any
	for _, kid := range h.array(pages["Kids"]) {
		page := h.dict(kid, "Contents", "Parent", "Resources", "Type")
		resources = page["Resources"]
		contents := h.stream(page["Contents"], "Length")
		d.contents = append(d.contents, contents.data)
	}
	all := h.dict(resources, "ColorSpace", "Font", "ProcSet", "XObject")
	h.empty(all["ColorSpace"])
	h.empty(all["XObject"])
	fonts, _ := all["Font"].(dict)
	for _, resource := range slices.Sorted(maps.Keys(fonts)) {
		d.fonts = append(d.fonts, h.font(fonts[resource]))
	}
	h.rest()
	return &d, h.err
}

// harvester fetches objects, each of which must be of the shape that is asked for. It
// keeps the first error.
type harvester struct {
	objects []object
	err     error
}

func (h *harvester) fail(what any) {
	if h.err == nil {
		h.err = fmt.Errorf("%w: %v", errNotUnderstood, what)
	}
}

func (h *harvester) object(r any) object {
	number, _ := r.(ref)
	if number <= 0 || int(number) >= len(h.objects) {
		h.fail(r)
		return object{}
	}
	h.objects[number].used = true
	return h.objects[number]
}

// dict is a dictionary with these keys and no others. One with a question mark may be
// missing.
func (h *harvester) dict(r any, keys ...name) dict {
	d, _ := h.object(r).value.(dict)
	for key := range d {
		if !slices.Contains(keys, key) && !slices.Contains(keys, key+"?") {
			h.fail(fmt.Sprintf("%v has %v", r, key))
		}
	}
	for _, key := range keys {
		if _, ok := d[key]; !ok && !strings.HasSuffix(string(key), "?") {
			h.fail(fmt.Sprintf("%v has no %v", r, key))
		}
	}
	return d
}

// stream is a stream whose dictionary has these keys and no others.
func (h *harvester) stream(r any, keys ...name) object {
	d, o := h.dict(r, keys...), h.object(r)
	if o.data == nil || d["Filter"] != nil && d["Filter"] != name("FlateDecode") {
		h.fail(r)
	}
	return o
}

func (h *harvester) empty(v any) {
	if d, ok := v.(dict); !ok || len(d) > 0 {
		h.fail(v)
	}
}

func (h *harvester) array(v any) array {
	a, ok := v.(array)
	if !ok {
		h.fail(v)
	}
	return a
}

func (h *harvester) int(v any) int {
	n, ok := v.(int)
	if !ok {
		h.fail(v)
	}
	return n
}

// rest makes sure that nothing is left.
func (h *harvester) rest() {
	for number, o := range h.objects {
		if !o.used {
			h.fail(fmt.Sprintf("object %d is left over", number))
		}
	}
}
