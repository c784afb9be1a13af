package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/model"
)

func schemaCommand() *subcommand {
	s := &subcommand{
		name: "schema", summary: "in JSON Schema của tệp số liệu, cho trình soạn thảo",
		about: `in JSON Schema của tệp số liệu theo một biểu mẫu. Trình soạn thảo có hỗ trợ TOML
(ví dụ VS Code với Even Better TOML) dùng nó để gợi ý mã dòng, hiện tên chỉ tiêu và đánh dấu chỗ
viết sai. Tệp số liệu chỉ đến nó ở dòng đầu: #:schema ./TÊN.schema.json`,
		usage: "schema [--form TỆP] [MẪU]",
		notes: "Mã kết thúc: 0 xong; 1 biểu mẫu có lỗi; 2 dòng lệnh viết sai;\n3 không đọc hoặc không ghi được tệp.",
	}
	target := s.text("o", "TỆP.json", "", "ghi vào tệp này (chỉ thay tệp đã có khi là JSON Schema do chương trình làm);\nkhông có -o thì in ra màn hình", "viết tên tệp sau -o, ví dụ phu-luc-2b-2021.schema.json")
	s.argument("MẪU", "tên biểu mẫu, ví dụ phu-luc-2b-2021; bỏ được khi có --form")
	forms := s.texts("form", "TỆP", "biểu mẫu riêng trong tệp này", "viết tên tệp biểu mẫu sau --form")
	s.run = func(c *Command, _ context.Context, ids []string) int {
		switch {
		case len(ids) > 1:
			return c.usage(usageError{"chỉ viết một tên biểu mẫu", "ví dụ: phuluc2b schema phu-luc-2b-2021"}, s)
		case *target != "" && !strings.EqualFold(filepath.Ext(*target), ".json"):
			return c.usage(usageError{"tên tệp sau -o phải có đuôi .json", "ví dụ: -o phu-luc-2b-2021.schema.json"}, s)
		case len(ids)+len(*forms) == 0:
			return c.usage(usageError{"thiếu tên biểu mẫu", "ví dụ: phuluc2b schema phu-luc-2b-2021"}, s)
		}
		return c.schema(ids, *forms, *target)
	}
	return s
}

func (c *Command) schema(ids, forms []string, target string) int {
	work, code := c.open(forms, "")
	if code != exitOK {
		return code
	}
	form := work.Own
	if len(ids) > 0 {
		if form = work.Forms[ids[0]]; form == nil {
			return c.misuse("không có biểu mẫu "+ids[0], "đang có: "+strings.Join(work.Forms.IDs(), ", "), "schema")
		}
	}
	text, err := form.Schema()
	switch {
	case err != nil:
	case target == "":
		err = c.Stdout.Data(text)
	default:
		err = c.writeSchema(target, text)
	}
	if err != nil {
		return c.fail(err)
	}
	if target != "" {
		fmt.Fprintf(c.Stdout, "%s: đã ghi\n", target)
	}
	return exitOK
}

// writeSchema writes a schema, over an older one if there is one, and over nothing else.
func (c *Command) writeSchema(target string, text []byte) error {
	switch old, err := files.ReadDocument(target); {
	case err == nil && !model.IsSchema(old):
		return fmt.Errorf("%s đã có và không phải JSON Schema do chương trình làm, nên không bị thay\n  gợi ý: ghi vào tên khác, hoặc chuyển tệp ấy đi trước", target)
	case err != nil && !files.Missing(err):
		return fmt.Errorf("%s: không đọc được tệp đang có nên không thay: %s", target, files.Explain(err))
	}
	return c.write(files.Output{Name: target, Data: text, Mkdir: true})
}
