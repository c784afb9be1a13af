package main

import (
	"context"
	"path/filepath"
	"strings"
)

const schemaHelp = `phuluc2b schema in JSON Schema của tệp số liệu theo một biểu mẫu. Trình soạn thảo có hỗ trợ TOML
(ví dụ VS Code với Even Better TOML) dùng nó để gợi ý mã dòng, hiện tên chỉ tiêu và đánh dấu chỗ
viết sai. Tệp số liệu chỉ đến nó ở dòng đầu: #:schema ./TÊN.schema.json

Cách dùng: phuluc2b schema [--form TỆP] [MẪU]

  -o TỆP.json     ghi vào tệp này; không có -o thì in ra màn hình
  MẪU             tên biểu mẫu, ví dụ phu-luc-2b-2021; bỏ được khi có --form
  --form TỆP      biểu mẫu riêng trong tệp này

Mã kết thúc: 0 xong; 1 biểu mẫu có lỗi; 2 dòng lệnh viết sai; 3 không đọc được tệp.
`

func (c *Command) schema(_ context.Context, args []string) int {
	flags := newFlags("schema")
	var forms texts
	flags.Var(&forms, "form", "viết tên tệp biểu mẫu sau --form")
	target := flags.String("o", "", "viết tên tệp sau -o, ví dụ phu-luc-2b-2021.schema.json")
	ids, err := parse(flags, args)
	if err == nil && len(ids) > 1 {
		err = usageError{"chỉ viết một tên biểu mẫu", "ví dụ: phuluc2b schema phu-luc-2b-2021"}
	}
	if err == nil && *target != "" && !strings.EqualFold(filepath.Ext(*target), ".json") {
		err = usageError{"tên tệp sau -o phải có đuôi .json", "ví dụ: -o phu-luc-2b-2021.schema.json"}
	}
	if err == nil && len(ids)+len(forms) == 0 {
		err = usageError{"thiếu tên biểu mẫu", "ví dụ: phuluc2b schema phu-luc-2b-2021"}
	}
	if err != nil {
		return c.usage(err, "schema", schemaHelp)
	}
	work, code := c.open(forms, "")
	if code != exitOK {
		return code
	}
	form := work.own
	if len(ids) > 0 {
		if form = work.forms[ids[0]]; form == nil {
			return c.misuse("không có biểu mẫu "+ids[0], "đang có: "+strings.Join(work.forms.IDs(), ", "), "schema")
		}
	}
	text, err := form.Schema()
	switch {
	case err != nil:
	case *target == "":
		_, err = c.Stdout.Write(text)
	default:
		err = write([]output{{name: *target, data: text, again: true}})
	}
	if err != nil {
		return c.fail(err)
	}
	return exitOK
}
