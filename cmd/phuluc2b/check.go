package main

import (
	"context"
	"fmt"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

const checkHelp = `phuluc2b check kiểm tra các tệp số liệu: cách viết, và các số liệu có trái nhau không.

Cách dùng: phuluc2b check [TÙY CHỌN] TỆP.toml…

  --previous TỆP  so với số liệu kỳ trước của cùng năm (quý I, 6 tháng): số cộng dồn không giảm
  --format json   in cho chương trình khác đọc (mặc định text)
  --form TỆP      dùng thêm biểu mẫu riêng trong tệp này; viết được nhiều lần

Một cảnh báo hay lỗi đã xem và thấy đúng thì viết lý do vào tệp số liệu, ví dụ:

  [chap_nhan]
  "3.2.1" = { W02 = "gồm cả thủ tục của cơ quan ngành dọc" }

Mã kết thúc: 0 không có lỗi; 1 có lỗi; 2 dòng lệnh viết sai; 3 không đọc được tệp.
`

func (c *Command) check(ctx context.Context, args []string) int {
	flags := newFlags("check")
	format := flags.String("format", "text", "viết text hoặc json")
	previousName := flags.String("previous", "", "viết tên tệp số liệu của kỳ trước sau --previous")
	var forms texts
	flags.Var(&forms, "form", "viết tên tệp biểu mẫu sau --form")
	files, err := parse(flags, args)
	switch {
	case err != nil:
	case len(files) == 0:
		err = usageError{"thiếu tên tệp số liệu", "ví dụ: phuluc2b check seeds/huong-khe-2021.toml"}
	case *format != "text" && *format != "json":
		err = usageError{fmt.Sprintf("tùy chọn --format không nhận %q", *format), "viết text hoặc json"}
	}
	if err != nil {
		return c.usage(err, "check", checkHelp)
	}
	work, code := c.open(forms, "")
	if code != exitOK {
		return code
	}
	previous, code := c.readOptional(work, *previousName)
	if code != exitOK {
		return code
	}
	var all diag.List
	for _, name := range files {
		if ctx.Err() != nil {
			code = exitStopped
			break
		}
		findings, fileCode := c.checkFile(work, name, previous, *format == "text")
		all, code = append(all, findings...), max(code, fileCode)
	}
	if *format == "json" {
		if err := diag.WriteJSON(c.Stdout, all); err != nil {
			return c.fail(err)
		}
	}
	return code
}

// checkFile checks one data file, and shows its findings if they are for a person.
func (c *Command) checkFile(work *workspace, name string, previous *model.Annex, show bool) (diag.List, int) {
	src, err := readSource(name)
	if err != nil {
		return nil, c.fail(err)
	}
	annex, findings := work.read(src, previous)
	if show {
		c.Stdout.print(findings)
		fmt.Fprintf(c.Stdout, "%s: %s\n", name, tally(findings))
	}
	if annex != nil && previous != nil && !model.Comparable(previous, annex) {
		fmt.Fprintf(c.Stderr, "phuluc2b: không so %s với %s: chỉ so các kỳ quý I, 6 tháng, năm của cùng một năm và biểu mẫu, kỳ trước với kỳ sau\n", name, previous.Source.Name)
	}
	if findings.Count(diag.Fault)+findings.Count(diag.Error) > 0 {
		return findings, exitFinding
	}
	return findings, exitOK
}
