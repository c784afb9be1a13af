package main

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"strings"

	"phuluc2b/cmd/internal/console"
	"phuluc2b/model/collect"
)

func collectCommand() *subcommand {
	s := &subcommand{
		name: "collect", summary: "xem đơn vị nào đã nộp, chưa nộp, số liệu có gì phải xem lại",
		about: `xem trong các đơn vị phải nộp thì đơn vị nào đã nộp tệp số liệu, đơn vị nào chưa, tệp
nào trái quy tắc, số nào nhảy vọt so với kỳ trước.`,
		usage: "collect [TÙY CHỌN] TỔNG_HỢP.toml THƯ_MỤC|TỆP.toml…",
		intro: `Tệp tổng hợp nêu biểu mẫu, báo cáo của cấp tổng hợp và các đơn vị phải nộp; tên đơn vị viết như co_quan
trong tệp số liệu của nó. Xem examples/tong-hop-huong-khe.toml.`,
		notes: `Số nhảy vọt: gấp mười lần trở lên hoặc còn không đến một phần mười; tỷ lệ lệch từ 50 điểm phần trăm.

Mã kết thúc: 0 mọi đơn vị đã nộp, không tệp nào có lỗi hay trái quy tắc; 1 còn đơn vị chưa nộp, hoặc có chỗ
phải xem lại; 2 dòng lệnh viết sai; 3 không đọc được tệp; 4 bị dừng giữa chừng (Ctrl-C).`,
	}
	previous := s.text("previous", "THƯ_MỤC", "", "so với tệp số liệu kỳ trước của từng đơn vị, ở thư mục này", "viết tên thư mục số liệu kỳ trước sau --previous")
	workers := s.workers("đọc")
	forms := s.forms()
	s.run = func(c *Command, ctx context.Context, names []string) int {
		g, err := newGathering(names, *forms, *workers)
		if err != nil {
			return c.usage(err, s)
		}
		g.previous = *previous
		return c.collect(ctx, g)
	}
	return s
}

// workers adds the flag that says how many files are worked on at a time.
func (s *subcommand) workers(verb string) *int {
	return s.number("j", "SỐ", runtime.NumCPU(), fmt.Sprintf("%s cùng lúc bấy nhiêu tệp (mặc định bằng số nhân của máy)", verb), "viết một số từ 1 trở lên sau -j")
}

func noWorkers(workers int) error {
	return usageError{fmt.Sprintf("tùy chọn -j không nhận \"%d\"", workers), "viết một số từ 1 trở lên"}
}

func (c *Command) collect(ctx context.Context, g *gathering) int {
	roll, code := c.gather(ctx, g)
	if roll == nil {
		return code
	}
	c.Stderr.Print(roll.Findings)
	table := console.Table{Rows: [][]string{{"Đơn vị", "Tệp", "Tình trạng"}}}
	for i := range roll.Entries {
		e := &roll.Entries[i]
		table.Rows = append(table.Rows, []string{e.Unit.Name, fileNames(e.Files), e.State()})
	}
	for _, f := range roll.Strays {
		table.Rows = append(table.Rows, []string{cmp.Or(f.Issuer, "(không rõ)"), f.File, f.State()})
	}
	if err := c.Stdout.Table(table); err != nil {
		return c.fail(err)
	}
	fmt.Fprintln(c.Stdout.Writer)
	fmt.Fprintln(c.Stdout, roll.Summary())
	switch {
	case roll.code != exitOK:
		return roll.code
	case !roll.Sound():
		return exitFinding
	}
	return exitOK
}

func fileNames(filings []*collect.Filing) string {
	var names []string
	for _, f := range filings {
		names = append(names, f.File)
	}
	return strings.Join(names, ", ")
}
