package engine

import (
	"strings"
	"testing"
)

func TestFormsOfUnits(t *testing.T) {
	form := string(read(t, "../../../examples/bieu-mau-xa.toml"))
	other := strings.Replace(form, `"Hồ sơ tiếp nhận"`, `"Hồ sơ chuyển đi"`, 1)
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	t.Run("two of one name are told", func(t *testing.T) {
		output, _ := e.Call("gather", encode(request{Forms: []formFile{{"a.toml", form}, {"b.toml", other}}}), nil)
		if !strings.Contains(output, "hai biểu mẫu khác nhau cùng có tên phu-luc-3-xa: a.toml và b.toml") || !strings.Contains(output, "Thả lại các tệp với một trong hai biểu mẫu ấy thôi") {
			t.Error(output)
		}
	})
	t.Run("one twice is one", func(t *testing.T) {
		must(t, e, "gather", request{Forms: []formFile{{"a.toml", form}, {"b.toml", form}}}, nil, &struct{}{})
	})
}
