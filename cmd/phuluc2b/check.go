package main

import (
	"context"
	"fmt"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/words"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
)

func checkCommand() *subcommand {
	s := &subcommand{
		name: "check", summary: "kiểm tra tệp số liệu",
		about: "kiểm tra các tệp số liệu: cách viết, và các số liệu có trái nhau không.",
		usage: "check [TÙY CHỌN] TỆP.toml|THƯ_MỤC…",
		intro: "Thư mục thì kiểm tra mọi tệp số liệu ở trong, kể cả thư mục con.",
		notes: `Ba loại: lỗi (không đọc được, không làm được tệp), trái quy tắc (số liệu trái nhau, tệp vẫn làm được)
và cảnh báo (thường là sai). Chỗ trái quy tắc hay cảnh báo đã xem và thấy đúng thì viết lý do vào tệp
số liệu; một lý do viết được cho nhiều dòng:

  [chap_nhan]
  "3.2.1" = { W02 = "gồm cả thủ tục của cơ quan ngành dọc" }
  "3.4.1, 4.1.1" = { W17 = "cấp xã không có" }

Mã kết thúc: 0 không có gì, hoặc chỉ có cảnh báo; 1 có lỗi hoặc trái quy tắc, hoặc không so được với
kỳ trước; 2 dòng lệnh viết sai; 3 không đọc được tệp; 4 bị dừng giữa chừng (Ctrl-C).`,
	}
	previous := s.text("previous", "TỆP", "", "so với số liệu kỳ trước của cùng năm: số cộng dồn không giảm, và không phải mọi số\nliệu đều y như cũ", "viết tên tệp số liệu của kỳ trước sau --previous")
	format := s.text("format", "json", "text", "in cho chương trình khác đọc (mặc định text)", "viết text hoặc json")
	forms := s.forms()
	s.run = func(c *Command, ctx context.Context, names []string) int {
		switch {
		case len(names) == 0:
			return c.usage(usageError{"thiếu tên tệp số liệu", "ví dụ: phuluc2b check seeds/huong-khe-2021.toml"}, s)
		case *format != "text" && *format != "json":
			return c.usage(usageError{fmt.Sprintf("tùy chọn --format không nhận %q", *format), "viết text hoặc json"}, s)
		}
		found := walk(names, false)
		if len(found) == 0 {
			return c.usage(usageError{"thư mục không có tệp số liệu nào", "tệp số liệu có đuôi .toml"}, s)
		}
		return c.check(ctx, found, *forms, *previous, *format == "json")
	}
	return s
}

func (c *Command) check(ctx context.Context, names []dataFile, forms []string, previousName string, asJSON bool) int {
	work, code := c.open(forms, "")
	if code != exitOK {
		return code
	}
	previous, code := c.readOptional(work, previousName)
	if code != exitOK {
		return code
	}
	shelf := workflow.NewShelf(work, files.ReadForms)
	summary := summary{what: "tệp số liệu", passed: "đạt", flawed: "có cảnh báo", failed: "không đạt"}
	var all diag.List
	for _, file := range names {
		if ctx.Err() != nil {
			summary.code = exitStopped
			break
		}
		findings, fileCode, err := checkFile(shelf, file, previous)
		if !asJSON && fileCode != exitIO {
			c.Stdout.Print(findings)
			fmt.Fprintf(c.Stdout, "%s: %s\n", file.name, tally(findings))
		}
		if err != nil {
			fmt.Fprintf(c.Stderr, "phuluc2b: %s\n", err)
		}
		summary.add(file.name, fileCode, findings, err)
		all = append(all, findings...)
	}
	switch {
	case asJSON:
		if err := diag.WriteJSON(c.Stdout.Writer, all.Worded(words.Of)); err != nil {
			return c.fail(err)
		}
	case len(names) > 1:
		fmt.Fprint(c.Stdout, summary.text(len(names)))
	}
	return summary.code
}

// checkFile checks one data file. The error says that it cannot be read, or cannot be compared
// with the period before.
func checkFile(shelf *workflow.Shelf, file dataFile, previous *model.Annex) (diag.List, int, error) {
	if file.err != nil {
		return nil, exitIO, file.err
	}
	src, err := files.ReadSource(file.name)
	if err != nil {
		return nil, exitIO, err
	}
	annex, findings := shelf.Check(src, previous)
	if annex != nil && previous != nil {
		if why := check.Incomparable(previous, annex); why != "" {
			return findings, exitFinding, fmt.Errorf("không so được %s với %s: %s", file.name, previous.Source.Name, why)
		}
	}
	if findings.Count(diag.Fault, diag.Error) > 0 {
		return findings, exitFinding, nil
	}
	return findings, exitOK, nil
}
