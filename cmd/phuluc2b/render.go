package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/pool"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/render"
)

// renderSettings is what a render command line says.
type renderSettings struct {
	files, forms         []string
	folder, fontDir      string
	formats              []render.Format
	workers              int
	options              render.Options
	strict, force, watch bool
	blank                bool   // the files are forms, of which nothing is filled in
	since                string // name of the older version; "" for none
	previous             string // likewise, of the period before
	mark                 bool
}

func renderCommand() *subcommand {
	s := &subcommand{
		name: "render", summary: "làm tệp DOCX và PDF từ tệp số liệu",
		about: "làm tệp DOCX (để sửa trong Word) và PDF (để in) từ mỗi tệp số liệu;\ncó --format xlsx thì làm bảng Excel để điền.",
		usage: "render [TÙY CHỌN] TỆP.toml|THƯ_MỤC…",
		intro: "Thư mục thì làm mọi tệp số liệu ở trong (với --blank: mọi biểu mẫu), kể cả thư mục con.",
		notes: `Tệp đã có được thay bằng tệp mới. Tệp số liệu có lỗi thì không tệp nào của nó bị thay đổi; số liệu trái quy
tắc thì vẫn được in, trừ khi có --strict.
Ngày ghi trong thuộc tính tệp là ngày của báo cáo, hoặc SOURCE_DATE_EPOCH nếu biến ấy được đặt.

Mã kết thúc: 0 xong; 1 tệp có lỗi, hoặc trái quy tắc khi có --strict, hoặc tệp đang có đã được sửa nên
chưa thay, hoặc bản sau --since theo biểu mẫu khác; 2 dòng lệnh viết sai; 3 không đọc hoặc không ghi
được tệp; 4 bị dừng giữa chừng (Ctrl-C). Với --watch thì bấm Ctrl-C là xong: 0.`,
	}
	folder := s.text("o", "THƯ_MỤC", "", "ghi vào thư mục này (tự tạo nếu chưa có); không có -o thì ghi cạnh tệp số liệu", "viết tên thư mục sau -o")
	format := s.text("format", "DANH", names(render.Usual(), ","), "làm các loại tệp này trong "+names(render.Formats(), ", ")+" (mặc định "+names(render.Usual(), ",")+");\nxlsx là bảng Excel để điền", formatHint())
	forms := s.forms()
	workers := s.number("j", "SỐ", runtime.NumCPU(), fmt.Sprintf("làm cùng lúc bấy nhiêu tệp (mặc định bằng số nhân của máy, nhiều nhất %d)", pool.Most), "viết một số từ 1 trở lên sau -j")
	strict := s.on("strict", "số liệu trái quy tắc thì không làm (cảnh báo thì vẫn làm)")
	draft := s.on("draft", "đánh dấu DỰ THẢO trên mọi trang, không xê dịch gì khác")
	noSource := s.on("no-source", "không kèm tệp số liệu và biểu mẫu riêng vào trong tệp DOCX, PDF, XLSX (có kèm thì người\nnhận đọc được cả ghi chú sau dấu # và lý do chấp nhận; không kèm thì extract không lấy lại được gì)")
	fontDir := s.text("font-dir", "TM", "", "nhúng phông Times New Roman trong thư mục này vào PDF, ví dụ C:\\Windows\\Fonts;\nkhông có thì phông gần giống nó nhất, nêu tên khi làm", "viết tên thư mục phông chữ sau --font-dir")
	since := s.text("since", "BẢN_CŨ", "", "làm thêm TÊN-dinh-chinh.docx, .pdf: bảng đính chính những gì đã thay đổi so với\nbản này; chỗ chỉ khác cách viết (\"07\" và 7) thì không tính", "viết tên tệp số liệu cũ sau --since")
	mark := s.on("mark", "cùng với --since: ghi số liệu cũ của chỗ đã thay đổi vào cột ghi chú của phụ lục")
	previous := s.text("previous", "TỆP", "", "số liệu kỳ trước (tệp số liệu, DOCX hoặc XLSX): điền cột ky_truoc của biểu mẫu, và\nxét các quy tắc với kỳ trước như check --previous", "viết tên tệp số liệu của kỳ trước sau --previous")
	blank := s.on("blank", "làm phụ lục trống từ tệp biểu mẫu: không có số liệu, chỗ của kỳ và báo cáo để trống")
	force := s.on("force", "thay cả tệp DOCX, XLSX đã được sửa trong Word, Excel mà chưa lấy lại bằng phuluc2b import")
	watch := s.on("watch", "làm lại mỗi khi tệp số liệu hoặc biểu mẫu được lưu, làm cả tệp mới trong thư mục,\ncho đến khi bấm Ctrl-C")
	s.run = func(c *Command, ctx context.Context, names []string) int {
		settings := renderSettings{
			files: names, forms: *forms, folder: *folder, fontDir: *fontDir, workers: *workers,
			strict: *strict, force: *force, watch: *watch, blank: *blank, since: *since, mark: *mark, previous: *previous,
			options: render.Options{Draft: *draft, NoSource: *noSource},
		}
		jobs, err := c.plan(&settings, *format)
		if err != nil {
			return c.usage(err, s)
		}
		return c.render(ctx, &settings, jobs)
	}
	return s
}

// plan completes the settings and names the files that will be made.
func (c *Command) plan(s *renderSettings, formats string) (jobs []renderJob, err error) {
	switch {
	case s.workers < 1:
		return nil, noWorkers(s.workers)
	case len(s.files) == 0 && s.blank:
		return nil, usageError{"thiếu tên tệp biểu mẫu", "ví dụ: phuluc2b render --blank examples/bieu-mau-xa.toml"}
	case len(s.files) == 0:
		return nil, usageError{"thiếu tên tệp số liệu", "ví dụ: phuluc2b render -o out seeds/huong-khe-2021.toml"}
	case s.blank && len(s.forms) > 0:
		return nil, usageError{"--blank không dùng cùng --form", "viết tên tệp biểu mẫu sau --blank: phuluc2b render --blank " + s.forms[0]}
	case s.blank && s.since+s.previous != "":
		return nil, usageError{"--blank không dùng cùng --since, --previous", "bỏ một trong hai: phụ lục trống không có số liệu"}
	case s.mark && s.since == "":
		return nil, usageError{"--mark cần biết bản cũ", "thêm --since BẢN_CŨ.toml"}
	}
	if s.formats, err = parseFormats(formats); err != nil {
		return nil, err
	}
	if s.options.Date, err = c.sourceDate(); err != nil {
		return nil, err
	}
	return s.plan()
}

func (c *Command) render(ctx context.Context, settings *renderSettings, jobs []renderJob) int {
	c.recoverFolders(targetFolders(jobs)...)
	if settings.watch {
		return c.watch(ctx, settings, jobs)
	}
	run, code := c.prepare(settings)
	if code != exitOK {
		return code
	}
	return c.renderAll(ctx, run, jobs)
}

// prepare reads what is the same for all data files. Its exit code is not exitOK when that
// cannot be used; what is wrong has been printed then.
func (c *Command) prepare(settings *renderSettings) (*renderRun, int) {
	work, code := c.open(settings.forms, settings.fontDir)
	if code != exitOK {
		return nil, code
	}
	old, code := c.readOptional(work, settings.since)
	if code != exitOK {
		return nil, code
	}
	previous, code := c.readOptional(work, settings.previous)
	if code != exitOK {
		return nil, code
	}
	own := *settings
	own.options.Previous = previous
	return &renderRun{renderSettings: &own, work: work, comparison: workflow.Comparison{Old: old, Mark: settings.mark}}, exitOK
}

// renderAll renders data files, shows what became of each, and sums up several of them.
func (c *Command) renderAll(ctx context.Context, run *renderRun, jobs []renderJob) int {
	summary := summary{what: "tệp số liệu", passed: "đã làm", flawed: "có cảnh báo hoặc trái quy tắc", failed: "không làm được"}
	if run.blank {
		summary.what = "biểu mẫu"
	}
	run.shelf = workflow.NewShelf(run.work, files.ReadForms)
	bar := c.Stderr.Progress(len(jobs))
	done := pool.Run(ctx, jobs, run.workers, run.file, func(i int, r renderResult) {
		bar.Around(func() { c.show(r) })
		summary.add(jobs[i].input, r.code, r.findings, r.err)
	})
	bar.Clear()
	if len(jobs) > 1 {
		fmt.Fprint(c.Stdout, summary.text(len(jobs)))
	}
	if done < len(jobs) {
		fmt.Fprintf(c.Stderr, "phuluc2b: đã dừng, còn %d tệp chưa làm\n", len(jobs)-done)
		return exitStopped
	}
	return summary.code
}

// names lists formats.
func names(formats []render.Format, separator string) string {
	var all []string
	for _, f := range formats {
		all = append(all, string(f))
	}
	return strings.Join(all, separator)
}

func formatHint() string {
	return "viết một hoặc nhiều loại trong " + names(render.Formats(), ", ") + ", ví dụ --format " + names(render.Formats(), ",")
}

func parseFormats(list string) ([]render.Format, error) {
	asked := strings.Split(list, ",")
	for _, name := range asked {
		if !slices.Contains(render.Formats(), render.Format(name)) {
			return nil, usageError{fmt.Sprintf("không có loại tệp %q", name), formatHint()}
		}
	}
	return slices.DeleteFunc(render.Formats(), func(f render.Format) bool { return !slices.Contains(asked, string(f)) }), nil
}

// sourceDate is the date that builders ask for, as reproducible-builds.org says; the zero
// time when they do not.
func (c *Command) sourceDate() (time.Time, error) {
	epoch := c.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 || seconds > 253402300799 {
		return time.Time{}, usageError{fmt.Sprintf("SOURCE_DATE_EPOCH không nhận %q", epoch), "đặt số giây từ 1970-01-01, hoặc bỏ biến này"}
	}
	return time.Unix(seconds, 0).UTC(), nil
}
