package tree

import (
	"github.com/BurntSushi/toml"

	"phuluc2b/model/diag"
)

// File is a TOML file taken apart: its values, and the places of them.
type File struct {
	Source *diag.Source
	Values map[string]any
	Root   *Node
}

// Decode takes a TOML file apart. On faults of the encoding, of bounds or of TOML itself it adds
// them to the findings and returns nil.
func Decode(src *diag.Source, findings *diag.List) *File {
	if !readable(src, findings) || !bounded(src, findings) {
		return nil
	}
	root, values := places(src)
	if values == nil {
		if err := toml.Unmarshal(src.Text, &values); err != nil {
			addSyntaxFaults(src, findings, err)
			return nil
		}
	}
	if len(values) == 0 {
		findings.Advisef("tep-rong", src.At(0, 0), diag.Advice{File: "chép một tệp mẫu trong thư mục examples rồi sửa số liệu", Cell: "chọn đúng tệp, hoặc bắt đầu từ phụ lục trống"}, "tệp không có nội dung nào")
		return nil
	}
	return &File{src, values, root}
}

// Table is the outermost table of the file, which findings call by that name.
func (f *File) Table(draws func(rune) bool, name string, findings *diag.List) *Table {
	return &Table{reader: &reader{src: f.Source, findings: findings, draws: draws}, Values: f.Values, Node: f.Root, name: name}
}
