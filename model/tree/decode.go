package tree

import (
	"github.com/BurntSushi/toml"

	"phuluc2b/model/diag"
)

// Decode reads TOML into plain values and the places of them. On faults of the encoding, of
// bounds or of TOML itself it adds them to the findings and returns nil.
func Decode(src *diag.Source, findings *diag.List) (map[string]any, *Node) {
	if !readable(src, findings) || !bounded(src, findings) {
		return nil, nil
	}
	values := map[string]any{}
	if err := toml.Unmarshal(src.Text, &values); err != nil {
		addSyntaxFaults(src, findings, err)
		return nil, nil
	}
	if len(values) == 0 {
		findings.Faultf("tep-rong", src.At(0, 0), "chép một tệp mẫu trong thư mục examples rồi sửa số liệu", "tệp không có nội dung nào")
		return nil, nil
	}
	return values, places(src)
}
