package docx

import (
	"bytes"
	"reflect"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// More looks than are kept, twice over: each file is that of a Writer which has seen no other,
// digested or not, and what is kept stays bounded.
func TestManyLooks(t *testing.T) {
	t.Parallel()
	d := newEncoders()
	for round := range 2 {
		for n := range 2 * mostLooks {
			doc := rendertest.Small()
			doc.Styles[1].Size += layout.Length(n) * layout.Point
			if n%2 == 1 {
				doc.Digest = "words"
			}
			var file bytes.Buffer
			if err := d.writeDocument(&file, doc); err != nil || !bytes.Equal(file.Bytes(), write(t, doc)) {
				t.Fatalf("look %d in round %d differs: %v", n, round, err)
			}
			if len(d.kept) > mostLooks {
				t.Fatalf("%d looks are kept", len(d.kept))
			}
		}
	}
}

// Whatever changes in a document, one thing at a time, its file is that of a Writer which has
// seen no other: nothing that a shared part is made of is missing in its look.
func TestLookIsComplete(t *testing.T) {
	t.Parallel()
	d, doc, changes := newEncoders(), rendertest.SmallDraft(), 0
	check := func(path string) {
		changes++
		var file bytes.Buffer
		if err := d.writeDocument(&file, doc); err != nil || !bytes.Equal(file.Bytes(), write(t, doc)) {
			t.Errorf("%s does not show: %v", path, err)
		}
	}
	eachValue(reflect.ValueOf(doc).Elem(), map[any]bool{}, check)
	for len(doc.Attachments)+len(doc.Blocks) > 0 {
		doc.Attachments = doc.Attachments[:max(len(doc.Attachments)-1, 0)]
		check("attachments")
		doc.Blocks = doc.Blocks[:max(len(doc.Blocks)-1, 0)]
		check("blocks")
	}
	if changes < 100 {
		t.Errorf("only %d changes", changes)
	}
}

// Numbers that lie side by side in the looks of two documents are told apart.
func TestLooksOfGrids(t *testing.T) {
	t.Parallel()
	with := func(measures ...[2]layout.Length) *layout.Document {
		doc := rendertest.Small()
		for _, m := range measures {
			doc.Blocks = append(doc.Blocks, &layout.Grid{Border: m[0], Padding: m[1]})
		}
		return doc
	}
	if look(with([2]layout.Length{1, 2}, [2]layout.Length{34, 5})) == look(with([2]layout.Length{1, 23}, [2]layout.Length{4, 5})) {
		t.Error("two looks are one")
	}
}

// eachValue changes one value below v after the other, calls do, and changes it back.
func eachValue(v reflect.Value, seen map[any]bool, do func(path string)) {
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Interface()] {
				seen[v.Interface()] = true
				walk(path, v.Elem())
			}
		case reflect.Interface: // what it holds cannot be changed in place
			held := reflect.New(v.Elem().Type()).Elem()
			held.Set(v.Elem())
			if held.Kind() == reflect.Pointer {
				walk(path, held)
				return
			}
			eachValue(held, seen, func(inner string) {
				before := v.Elem()
				v.Set(held)
				do(path + inner)
				v.Set(before)
			})
		case reflect.Struct:
			for i := range v.NumField() {
				if field := v.Type().Field(i); field.IsExported() && field.Type != reflect.TypeFor[[]layout.Row]() { // which no shared part shows
					walk(path+"."+field.Name, v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(path+"[]", v.Index(i))
			}
		case reflect.Int:
			v.SetInt(v.Int() + 20) // a line is an eighth of a point thick
			do(path)
			v.SetInt(v.Int() - 20)
		case reflect.Bool:
			v.SetBool(!v.Bool())
			do(path)
			v.SetBool(!v.Bool())
		case reflect.String:
			before := v.String()
			v.SetString(before + "x")
			do(path)
			v.SetString(before)
		}
	}
	walk("", v)
}
