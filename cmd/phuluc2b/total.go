package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"phuluc2b/cmd/internal/console"
	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
)

// totalOrder is what a total command line says.
type totalOrder struct {
	*gathering
	target, explain string
	partial, force  bool
}

func totalCommand() *subcommand {
	s := &subcommand{
		name: "total", summary: "gộp số liệu của các đơn vị thành tệp số liệu của cấp trên",
		about: `gộp số liệu của các đơn vị thành tệp số liệu của cấp trên, mỗi số có lời ghi nó từ đâu
mà ra. Dòng nào gộp thế nào thì theo gop của biểu mẫu; trống không phải là 0.`,
		usage: "total [TÙY CHỌN] TỔNG_HỢP.toml THƯ_MỤC|TỆP.toml… -o TỆP.toml",
		intro: `Số không của đủ mọi đơn vị thì để trống, Ghi chú cho biết được bao nhiêu đơn vị. Số mà cấp trên tự có thì viết
trong tệp tổng hợp: [so_lieu] "3.1.3" = { so_lieu = 290, ly_do = "theo quyết định công bố của tỉnh" }.`,
		notes: `Tệp -o đã có được thay nếu nó do total làm và chưa sửa. Tệp số liệu của cấp dưới mà chính nó do total làm
thì được gộp tiếp, như gộp thẳng từ các đơn vị của nó.

Mã kết thúc: 0 xong, mọi dòng đủ đơn vị; 1 xong nhưng có dòng chưa đủ hoặc có chỗ phải xem lại, hoặc không ghi
gì vì tệp -o đã sửa; 2 dòng lệnh viết sai; 3 không đọc hoặc không ghi được tệp; 4 bị dừng giữa chừng (Ctrl-C).`,
	}
	target := s.text("o", "TỆP.toml", "", "ghi vào tệp này; không có -o thì in ra màn hình", "viết tên tệp số liệu sau -o")
	partial := s.on("partial", "in cả số chưa đủ đơn vị, Ghi chú cho biết được bao nhiêu đơn vị")
	explain := s.text("explain", "MÃ", "", "không ghi gì, chỉ kể từng phần của dòng này: đơn vị, số, chỗ, cộng dồn", "viết mã dòng sau --explain, ví dụ --explain 3.1.1")
	workers := s.workers("đọc")
	forms := s.forms()
	force := s.on("force", "thay tệp -o đã có, cả khi nó đã sửa hoặc không do total làm")
	s.run = func(c *Command, ctx context.Context, names []string) int {
		g, err := newGathering(names, *forms, *workers)
		switch {
		case err != nil:
			return c.usage(err, s)
		case isDocument(*target):
			return c.usage(usageError{*target + " không phải tên một tệp số liệu", "viết một tên có đuôi .toml sau -o; rồi làm DOCX, PDF: phuluc2b render"}, s)
		case *target != "" && files.Same(*target, g.collection):
			return c.usage(usageError{"-o và tệp tổng hợp cùng là " + *target, "viết một tên khác sau -o"}, s)
		}
		g.except = *target
		return c.total(ctx, totalOrder{gathering: g, target: *target, explain: *explain, partial: *partial, force: *force}, s)
	}
	return s
}

func (c *Command) total(ctx context.Context, o totalOrder, s *subcommand) int {
	roll, code := c.gather(ctx, o.gathering)
	if roll == nil {
		return code
	}
	if o.explain != "" {
		if _, known := roll.Form.RowIndex()[o.explain]; !known {
			return c.usage(usageError{"biểu mẫu " + roll.Form.ID + " không có dòng " + o.explain, "viết mã dòng sau --explain, ví dụ " + firstFigure(roll.Form)}, s)
		}
		return c.explain(roll, o.explain)
	}
	name := o.target
	if name == "" {
		name = "tinh.toml"
	}
	total := roll.Total(roll.Roll, name, o.partial)
	findings := append(roll.Findings, total.Findings...)
	c.Stderr.Print(findings)
	if total.Text == nil {
		fmt.Fprintf(c.Stderr, "phuluc2b: không ghi gì vì tệp gộp được có chỗ không đọc lại được, xem lỗi ở trên\n")
		return exitFinding
	}
	if code := c.saveTotal(o, total); code != exitOK {
		return code
	}
	switch {
	case roll.code != exitOK:
		return roll.code
	case findings.Count(diag.Fault, diag.Error, diag.Warning) > 0:
		return exitFinding
	}
	return exitOK
}

// firstFigure is the ID of the first row that takes one.
func firstFigure(form *model.Form) string {
	for _, r := range form.Rows {
		if r.Kind != model.KindHeading {
			return r.ID
		}
	}
	return ""
}

// saveTotal writes the superior's data file, or prints it. One that a person has edited is not
// replaced.
func (c *Command) saveTotal(o totalOrder, total *workflow.Totalled) int {
	if o.target == "" {
		return c.formatted("", nil, total.Text)
	}
	c.recoverFolders(filepath.Dir(o.target))
	done, err := c.put(files.Output{Name: o.target, Data: total.Text, Sync: true}, workflow.Sealed, o.force,
		fmt.Sprintf("đã sửa, hoặc không do total làm, nên không bị thay\n  gợi ý: số riêng của cấp trên thì viết trong %s; hoặc ghi vào tên khác rồi so hai tệp, hoặc thêm --force", o.collection))
	if err != nil {
		return c.fail(err)
	}
	fmt.Fprintf(c.Stdout, "%s: %s; %s\n", o.target, done, total.Sum.Summary(o.partial))
	return exitOK
}

// explain lists the parts of a row.
func (c *Command) explain(roll *gathered, id string) int {
	sum := collect.Add(roll.Roll)
	row := &sum.Rows[sum.Form.RowIndex()[id]]
	fmt.Fprintf(c.Stdout, "%s %s: %s\n", id, strings.Join(row.Label, " "), sum.Remark(row, true))
	table := console.Table{Rows: [][]string{{"Đơn vị", "Số liệu", "Gộp đến đây", "Chỗ"}}, Right: []int{1, 2}}
	for _, step := range collect.Explain(roll.Roll, sum, id) {
		table.Rows = append(table.Rows, []string{step.Unit, stepFigure(step), step.Running, stepPlace(step)})
	}
	if err := c.Stdout.Table(table); err != nil {
		return c.fail(err)
	}
	return roll.code
}

func stepFigure(s collect.Step) string {
	switch {
	case s.File == "":
		return "chưa nộp"
	case s.Written == "" && s.Of == "":
		return "(trống)"
	case s.Of != "":
		return strings.TrimSpace(s.Written + " (" + s.Of + " đơn vị)")
	case !s.Given:
		return s.Written + " (không gộp)"
	}
	return s.Written
}

func stepPlace(s collect.Step) string {
	if s.File == "" || s.Line == 0 {
		return s.File
	}
	return fmt.Sprintf("%s:%d", s.File, s.Line)
}
