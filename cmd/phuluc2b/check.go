package main

import (
	"context"
	"fmt"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
)

func checkCommand() *subcommand {
	s := &subcommand{
		name: "check", summary: "kiểm tra tệp số liệu",
		about: "kiểm tra các tệp số liệu: cách viết, và các số liệu có trái nhau không.",
		usage: "check [TÙY CHỌN] TỆP.toml…",
		notes: `Một cảnh báo hay lỗi đã xem và thấy đúng thì viết lý do vào tệp số liệu, ví dụ:

  [chap_nhan]
  "3.2.1" = { W02 = "gồm cả thủ tục của cơ quan ngành dọc" }

Mã kết thúc: 0 không có lỗi; 1 có lỗi; 2 dòng lệnh viết sai; 3 không đọc được tệp.`,
	}
	previous := s.text("previous", "TỆP", "", "so với số liệu kỳ trước của cùng năm (quý I, 6 tháng): số cộng dồn không giảm", "viết tên tệp số liệu của kỳ trước sau --previous")
	format := s.text("format", "json", "text", "in cho chương trình khác đọc (mặc định text)", "viết text hoặc json")
	forms := s.forms()
	s.run = func(c *Command, ctx context.Context, names []string) int {
		switch {
		case len(names) == 0:
			return c.usage(usageError{"thiếu tên tệp số liệu", "ví dụ: phuluc2b check seeds/huong-khe-2021.toml"}, s)
		case *format != "text" && *format != "json":
			return c.usage(usageError{fmt.Sprintf("tùy chọn --format không nhận %q", *format), "viết text hoặc json"}, s)
		}
		return c.check(ctx, names, *forms, *previous, *format == "json")
	}
	return s
}

func (c *Command) check(ctx context.Context, names, forms []string, previousName string, asJSON bool) int {
	work, code := c.open(forms, "")
	if code != exitOK {
		return code
	}
	previous, code := c.readOptional(work, previousName)
	if code != exitOK {
		return code
	}
	var all diag.List
	for _, name := range names {
		if ctx.Err() != nil {
			code = exitStopped
			break
		}
		findings, fileCode := c.checkFile(work, name, previous, !asJSON)
		all, code = append(all, findings...), max(code, fileCode)
	}
	if asJSON {
		if err := diag.WriteJSON(c.Stdout.Writer, all); err != nil {
			return c.fail(err)
		}
	}
	return code
}

// checkFile checks one data file, and shows its findings if they are for a person.
func (c *Command) checkFile(work *workflow.Workspace, name string, previous *model.Annex, show bool) (diag.List, int) {
	src, err := files.ReadSource(name)
	if err != nil {
		return nil, c.fail(err)
	}
	annex, findings := work.Check(src, previous)
	if show {
		c.Stdout.print(findings)
		fmt.Fprintf(c.Stdout, "%s: %s\n", name, tally(findings))
	}
	if annex != nil && previous != nil && !check.Comparable(previous, annex) {
		fmt.Fprintf(c.Stderr, "phuluc2b: không so %s với %s: chỉ so các kỳ quý I, 6 tháng, năm của cùng một năm và biểu mẫu, kỳ trước với kỳ sau\n", name, previous.Source.Name)
	}
	if findings.Count(diag.Fault)+findings.Count(diag.Error) > 0 {
		return findings, exitFinding
	}
	return findings, exitOK
}
