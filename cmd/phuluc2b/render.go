package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/render"
)

const renderHelp = `phuluc2b render làm tệp DOCX (để sửa trong Word) và PDF (để in) từ mỗi tệp số liệu.

Cách dùng: phuluc2b render [TÙY CHỌN] TỆP.toml…

  -o THƯ_MỤC      ghi vào thư mục này (tự tạo nếu chưa có); không có -o thì ghi cạnh tệp số liệu
  --format DANH   chỉ làm các loại tệp này, ví dụ --format pdf (mặc định docx,pdf)
  --form TỆP      dùng thêm biểu mẫu riêng trong tệp này; viết được nhiều lần
  --strict        số liệu trái quy tắc thì không làm (cảnh báo thì vẫn làm)

Tệp đã có được thay bằng tệp mới. Tệp số liệu có lỗi thì không tệp nào của nó bị thay đổi.

Mã kết thúc: 0 xong; 1 tệp có lỗi; 2 dòng lệnh viết sai; 3 không đọc hoặc không ghi được tệp.
`

// renderJob is one data file and the files that are made of it.
type renderJob struct {
	input   string
	targets []string // one for each format
}

func (c *Command) render(ctx context.Context, args []string) int {
	flags := newFlags("render")
	folder := flags.String("o", "", "viết tên thư mục sau -o")
	format := flags.String("format", "docx,pdf", "viết docx, pdf hoặc docx,pdf")
	var forms texts
	flags.Var(&forms, "form", "viết tên tệp biểu mẫu sau --form")
	strict := flags.Bool("strict", false, "viết --strict, không có giá trị")
	files, err := parse(flags, args)
	if err == nil && len(files) == 0 {
		err = usageError{"thiếu tên tệp số liệu", "ví dụ: phuluc2b render -o out seeds/huong-khe-2021.toml"}
	}
	var formats []render.Format
	if err == nil {
		formats, err = parseFormats(*format)
	}
	var jobs []renderJob
	if err == nil {
		jobs, err = plan(files, *folder, formats)
	}
	if err != nil {
		return c.usage(err, "render", renderHelp)
	}
	work, code := c.open(forms)
	if code != exitOK {
		return code
	}
	if *folder != "" {
		if err := os.MkdirAll(*folder, 0o755); err != nil {
			return c.fail(fmt.Errorf("%s: không tạo được thư mục: %s", *folder, explainIO(err)))
		}
	}
	for _, job := range jobs {
		if ctx.Err() != nil {
			break
		}
		code = max(code, c.renderFile(work, job, formats, *strict))
	}
	return code
}

// usage answers a command line that asks for help or cannot be understood.
func (c *Command) usage(err error, name, help string) int {
	if errors.Is(err, errHelp) {
		fmt.Fprint(c.Stdout, help)
		return exitOK
	}
	var misuse usageError
	if errors.As(err, &misuse) {
		return c.misuse(misuse.fact, misuse.hint, name)
	}
	return c.misuse(err.Error(), "", name)
}

func parseFormats(list string) ([]render.Format, error) {
	var formats []render.Format
	for _, known := range render.Formats() {
		if slices.Contains(strings.Split(list, ","), string(known)) {
			formats = append(formats, known)
		}
	}
	for _, name := range strings.Split(list, ",") {
		if !slices.Contains(render.Formats(), render.Format(name)) {
			return nil, usageError{fmt.Sprintf("không có loại tệp %q", name), "viết docx, pdf hoặc docx,pdf"}
		}
	}
	return formats, nil
}

// plan names the files that will be made, and refuses names that would meet.
func plan(files []string, folder string, formats []render.Format) ([]renderJob, error) {
	maker := map[string]string{}
	for _, file := range files {
		maker[filepath.Clean(file)] = file
	}
	var jobs []renderJob
	for _, file := range files {
		job := renderJob{input: file}
		dir := folder
		if dir == "" {
			dir = filepath.Dir(file)
		}
		base := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		for _, f := range formats {
			target := filepath.Join(dir, base+"."+string(f))
			if other, ok := maker[target]; ok {
				return nil, usageError{fmt.Sprintf("%s và %s cùng dẫn đến tệp %s", other, file, target), "đổi tên một tệp, hoặc chạy riêng từng tệp với -o khác nhau"}
			}
			maker[target] = file
			job.targets = append(job.targets, target)
		}
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// renderFile makes the files of one data file and says in a line what was done.
func (c *Command) renderFile(work *workspace, job renderJob, formats []render.Format, strict bool) int {
	src, err := readSource(job.input)
	if err != nil {
		return c.fail(err)
	}
	annex, findings := work.read(src, nil)
	c.Stderr.print(findings)
	if annex == nil || strict && findings.Count(diag.Error) > 0 {
		fmt.Fprintf(c.Stdout, "%s: không ghi tệp nào, %s\n", job.input, tally(findings))
		return exitFinding
	}
	files, err := render.Render(annex, work.family, formats)
	if err != nil {
		return c.fail(fmt.Errorf("%s: %w", job.input, err))
	}
	outputs := make([]output, len(files))
	var done []string
	for i, f := range files {
		outputs[i] = output{name: job.targets[i], data: f.Data}
		done = append(done, job.targets[i])
		if f.Pages > 0 {
			done[i] += fmt.Sprintf(" (%d trang)", f.Pages)
		}
	}
	if err := write(outputs); err != nil {
		return c.fail(err)
	}
	fmt.Fprintf(c.Stdout, "%s: đã ghi %s, %s\n", job.input, strings.Join(done, ", "), tally(findings))
	return exitOK
}

// tally counts findings for a summary line.
func tally(findings diag.List) string {
	errors, warnings := findings.Count(diag.Fault)+findings.Count(diag.Error), findings.Count(diag.Warning)
	s := fmt.Sprintf("%d lỗi, %d cảnh báo", errors, warnings)
	if accepted := len(findings.Sorted()) - errors - warnings; accepted > 0 {
		s += fmt.Sprintf(", %d đã chấp nhận", accepted)
	}
	return s
}
