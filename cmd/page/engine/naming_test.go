package engine

import (
	"bytes"
	"testing"

	"phuluc2b/cmd/internal/workflow"
)

// Files are called as what they hold, unless a file that was opened has a name of its own.
func TestNames(t *testing.T) {
	named := func(t *testing.T, e *Engine, key, text, want string) {
		t.Helper()
		var v view
		must(t, e, "header", request{Key: key, Text: text}, nil, &v)
		if v.Name != want {
			t.Errorf("%s = %s: %s", key, text, v.Name)
		}
	}
	t.Run("begun here, the name follows period, year and office", func(t *testing.T) {
		e, _ := New()
		must(t, e, "blank", request{Year: 2026}, nil, &view{})
		named(t, e, "co_quan", "UBND xã Hương Khê", "phu-luc-2b-quy-1-2026-ubnd-xa-huong-khe.toml")
		named(t, e, "ky", "nam", "phu-luc-2b-nam-2026-ubnd-xa-huong-khe.toml")
		named(t, e, "co_quan", "Ban quản lý các khu công nghiệp và khu kinh tế cửa khẩu thuộc UBND tỉnh", "phu-luc-2b-nam-2026-ban-quan-ly-cac-khu-cong-nghiep-va-khu-kinh-te-cua-khau.toml")
		named(t, e, "co_quan", "UBND xã Hương Khê", "phu-luc-2b-nam-2026-ubnd-xa-huong-khe.toml")
		var m made
		docx := must(t, e, "render", request{Format: "docx"}, nil, &m)
		d, err := workflow.ReadDocument("a.docx", docx)
		if err != nil || m.Name != "phu-luc-2b-nam-2026-ubnd-xa-huong-khe.docx" || d.Source.Name != "phu-luc-2b-nam-2026-ubnd-xa-huong-khe.toml" {
			t.Errorf("%s carries %s (%v)", m.Name, d.Source.Name, err)
		}
		text := bytes.Clone(e.desk.text())
		other, _ := New()
		must(t, other, "restore", request{Name: "phu-luc-2b-nam-2026-ubnd-xa-huong-khe.toml"}, text, &view{})
		named(t, other, "nam", "2027", "phu-luc-2b-nam-2027-ubnd-xa-huong-khe.toml")
		named(t, other, "co_quan", "UBND xã Phúc Đồng", "phu-luc-2b-nam-2027-ubnd-xa-phuc-dong.toml")
	})
	t.Run("a file that was opened keeps its name as long as it is of its period", func(t *testing.T) {
		e := open(t, seed)
		named(t, e, "so", "512", "huong-khe-2021.toml")
		named(t, e, "nam", "2022", "phu-luc-2b-nam-2022-ubnd-huyen-huong-khe.toml")
		named(t, e, "nam", "2021", "huong-khe-2021.toml")
	})
	t.Run("the period after", func(t *testing.T) {
		e := open(t, seed)
		var v view
		must(t, e, "next", request{}, nil, &v)
		if v.Name != "phu-luc-2b-quy-1-2022-ubnd-huyen-huong-khe.toml" || v.Before.Name != "huong-khe-2021.toml" {
			t.Error(v.Name, v.Before.Name)
		}
	})
}
