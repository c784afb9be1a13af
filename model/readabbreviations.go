package model

import (
	"strings"

	"phuluc2b/model/tree"
)

// Abbreviation is a short form in the words of a form, and what it stands for.
type Abbreviation struct{ Short, Long string }

// mostAbbreviations is far more than the words of a form have.
const mostAbbreviations = 200

// readAbbreviations reads what is read out in place of short forms (viet_tat).
func readAbbreviations(t *tree.Table) []Abbreviation {
	const key = "viet_tat"
	const example = `viết ví dụ viet_tat = { TTHC = "thủ tục hành chính", "ĐVSN" = "đơn vị sự nghiệp" }`
	if !t.Has(key) {
		return nil
	}
	values, ok := t.Values[key].(map[string]any)
	if !ok {
		t.WrongType(t.At(key), key, example)
		return nil
	}
	list := t.Inner("["+key+"]", values, t.Node.Children[key])
	var all []Abbreviation
	for _, short := range list.Keys() {
		at := list.KeyAt(short)
		if len(all) == mostAbbreviations {
			t.Faultf("gioi-han", at, "bỏ những chữ viết tắt không có trong biểu mẫu", "%s có hơn %d chữ viết tắt", key, mostAbbreviations)
			break
		}
		faults := t.Faults()
		list.NotEmpty(short)
		a := Abbreviation{Long: list.Line(short)}
		a.Short, _ = list.Sound(at, short)
		switch {
		case t.Faults() > faults: // said already
		case a.Short == "" || strings.ContainsAny(a.Short, " \n") || strings.EqualFold(a.Short, a.Long):
			t.Faultf("sai-gia-tri", at, example, "%s: “%s” không phải chữ viết tắt", key, tree.Short(short))
		}
		all = append(all, a)
	}
	return all
}
