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

func (c *Command) collect(ctx context.Context, g *gathering) int {
	roll, code := c.gather(ctx, g)
	if roll == nil {
		return code
	}
	c.Stderr.Print(roll.Findings)
	table := console.Table{Rows: [][]string{{"Đơn vị", "Tệp", "Tình trạng"}}}
	for i := range roll.Entries {
		e := &roll.Entries[i]
		table.Rows = append(table.Rows, []string{e.Unit.Name, fileNames(e.Files), state(e)})
	}
	for _, f := range roll.Strays {
		table.Rows = append(table.Rows, []string{cmp.Or(f.Issuer, "(không rõ)"), f.File, strayState(f)})
	}
	if err := c.Stdout.Table(table); err != nil {
		return c.fail(err)
	}
	fmt.Fprintln(c.Stdout.Writer)
	fmt.Fprintln(c.Stdout, rollCall(roll.Roll))
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

// strayState says of a filing why it is no unit's.
func strayState(f *collect.Filing) string {
	if f.Issuer == "" && f.Refused.Rule != "" {
		return "chưa lấy được: " + strings.TrimPrefix(f.Refused.Message, f.File+" ")
	}
	return "không có trong don_vi"
}

// state says of a unit what came of its filing.
func state(e *collect.Entry) string {
	switch {
	case len(e.Files) == 0:
		return "chưa nộp"
	case e.Filing == nil && len(e.Files) > 1:
		return fmt.Sprintf("có %d tệp, chưa lấy tệp nào", len(e.Files))
	case e.Filing == nil && e.Files[0].Refused.Rule != "":
		return "chưa lấy được: " + strings.TrimPrefix(e.Files[0].Message, e.Files[0].File+" ")
	case e.Filing == nil:
		return "chưa lấy được, xem lỗi ở trên"
	}
	f := e.Filing
	text := "đạt"
	if f.Broken > 0 {
		text = fmt.Sprintf("trái quy tắc %d chỗ: %s", f.Broken, f.First)
	}
	if f.Warnings > 0 {
		text += fmt.Sprintf("; %d cảnh báo", f.Warnings)
	}
	if t := f.Total; t != nil {
		text += fmt.Sprintf("; gộp %d/%d đơn vị", len(t.Units)-len(t.Absent), len(t.Units))
	}
	return text + jumpsOf(f)
}

// mostJumps is how many jumps of a unit are told one by one.
const mostJumps = 3

func jumpsOf(f *collect.Filing) string {
	if len(f.Jumps) == 0 {
		return ""
	}
	var texts []string
	for _, j := range f.Jumps[:min(len(f.Jumps), mostJumps)] {
		texts = append(texts, j.String())
	}
	text := "; nhảy vọt: " + strings.Join(texts, ", ")
	if more := len(f.Jumps) - mostJumps; more > 0 {
		text += fmt.Sprintf(" và %d số nữa", more)
	}
	return text
}

// rollCall sums up who has filed.
func rollCall(r *collect.Roll) string {
	filed, broken, jumped := 0, 0, 0
	var missing []string
	for _, e := range r.Entries {
		switch {
		case e.Filing == nil:
			missing = append(missing, e.Unit.Name)
			continue
		case !e.Filing.Sound():
			broken++
		}
		if filed++; len(e.Filing.Jumps) > 0 {
			jumped++
		}
	}
	text := fmt.Sprintf("%d/%d đơn vị có số liệu lấy được", filed, len(r.Entries))
	if broken > 0 {
		text += fmt.Sprintf(", %d trái quy tắc", broken)
	}
	if jumped > 0 {
		text += fmt.Sprintf(", %d có số nhảy vọt", jumped)
	}
	if n := len(r.Strays); n > 0 {
		text += fmt.Sprintf(", %d tệp không của đơn vị nào", n)
	}
	if n := len(r.Ours); n > 0 {
		text += fmt.Sprintf(", không tính %d tệp của chính %s", n, r.Collection.Report.Issuer)
	}
	if len(missing) > 0 {
		text += "; chưa có: " + strings.Join(missing[:min(len(missing), mostEdits)], ", ")
	}
	if more := len(missing) - mostEdits; more > 0 {
		text += fmt.Sprintf(" và %d đơn vị nữa", more)
	}
	return text
}
