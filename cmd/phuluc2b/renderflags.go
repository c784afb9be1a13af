package main

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"phuluc2b/render"
)

const renderHelp = `phuluc2b render làm tệp DOCX (để sửa trong Word) và PDF (để in) từ mỗi tệp số liệu.

Cách dùng: phuluc2b render [TÙY CHỌN] TỆP.toml|THƯ_MỤC…

Thư mục thì làm mọi tệp số liệu ở trong, kể cả thư mục con.

  -o THƯ_MỤC      ghi vào thư mục này (tự tạo nếu chưa có); không có -o thì ghi cạnh tệp số liệu
  --format DANH   chỉ làm các loại tệp này, ví dụ --format pdf (mặc định docx,pdf)
  --form TỆP      dùng thêm biểu mẫu riêng trong tệp này; viết được nhiều lần
  -j SỐ           làm cùng lúc bấy nhiêu tệp (mặc định bằng số nhân của máy)
  --strict        số liệu trái quy tắc thì không làm (cảnh báo thì vẫn làm)
  --draft         đánh dấu DỰ THẢO trên mọi trang, không xê dịch gì khác
  --no-source     không kèm tệp số liệu vào trong tệp DOCX, PDF
  --font-dir TM   nhúng phông Times New Roman trong thư mục này vào PDF, ví dụ C:\Windows\Fonts
  --since BẢN_CŨ  làm thêm TÊN-dinh-chinh.docx, .pdf: bảng đính chính những gì đã thay đổi so với
                  bản này; chỗ chỉ khác cách viết ("07" và 7) thì không tính
  --mark          cùng với --since: ghi số liệu cũ của chỗ đã thay đổi vào cột ghi chú của phụ lục
  --force         thay cả tệp DOCX đã được sửa trong Word mà chưa lấy lại bằng phuluc2b import
  --watch         làm lại mỗi khi tệp số liệu được lưu, cho đến khi bấm Ctrl-C

Tệp đã có được thay bằng tệp mới. Tệp số liệu có lỗi thì không tệp nào của nó bị thay đổi.
Ngày ghi trong thuộc tính tệp là ngày của báo cáo, hoặc SOURCE_DATE_EPOCH nếu biến ấy được đặt.

Mã kết thúc: 0 xong; 1 tệp có lỗi; 2 dòng lệnh viết sai; 3 không đọc hoặc không ghi được tệp;
4 bị dừng giữa chừng (Ctrl-C).
`

// renderSettings is what a render command line says.
type renderSettings struct {
	files, forms         texts
	folder, fontDir      string
	formats              []render.Format
	workers              int
	options              render.Options
	strict, force, watch bool
	since                comparison
}

func (c *Command) parseRender(args []string) (*renderSettings, error) {
	var s renderSettings
	flags := newFlags("render")
	flags.StringVar(&s.folder, "o", "", "viết tên thư mục sau -o")
	format := flags.String("format", "docx,pdf", "viết docx, pdf hoặc docx,pdf")
	flags.Var(&s.forms, "form", "viết tên tệp biểu mẫu sau --form")
	flags.StringVar(&s.fontDir, "font-dir", "", "viết tên thư mục phông chữ sau --font-dir")
	flags.StringVar(&s.since.name, "since", "", "viết tên tệp số liệu cũ sau --since")
	for name, value := range map[string]*bool{
		"strict": &s.strict, "force": &s.force, "watch": &s.watch, "draft": &s.options.Draft, "no-source": &s.options.NoSource,
		"mark": &s.since.mark,
	} {
		flags.BoolVar(value, name, false, "viết --"+name+", không có giá trị")
	}
	flags.IntVar(&s.workers, "j", runtime.NumCPU(), "viết một số từ 1 trở lên sau -j")
	var err error
	if s.files, err = parse(flags, args); err != nil {
		return nil, err
	}
	if s.workers < 1 {
		return nil, usageError{fmt.Sprintf("tùy chọn -j không nhận \"%d\"", s.workers), "viết một số từ 1 trở lên"}
	}
	if len(s.files) == 0 {
		return nil, usageError{"thiếu tên tệp số liệu", "ví dụ: phuluc2b render -o out seeds/huong-khe-2021.toml"}
	}
	if s.since.mark && s.since.name == "" {
		return nil, usageError{"--mark cần biết bản cũ", "thêm --since BẢN_CŨ.toml"}
	}
	if s.formats, err = parseFormats(*format); err != nil {
		return nil, err
	}
	s.options.Date, err = c.sourceDate()
	return &s, err
}

func parseFormats(list string) ([]render.Format, error) {
	names := strings.Split(list, ",")
	for _, name := range names {
		if !slices.Contains(render.Formats(), render.Format(name)) {
			return nil, usageError{fmt.Sprintf("không có loại tệp %q", name), "viết docx, pdf hoặc docx,pdf"}
		}
	}
	return slices.DeleteFunc(render.Formats(), func(f render.Format) bool { return !slices.Contains(names, string(f)) }), nil
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
