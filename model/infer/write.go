package infer

import (
	"fmt"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
	"phuluc2b/model/tree"
)

// writer writes a form as TOML.
type writer struct {
	strings.Builder
	draws func(rune) bool
	lost  map[rune]bool // letters that cannot be printed
}

// Text is the form as TOML. The suggested rules are comments, but for those that are on.
func (d *Draft) Text(draws func(rune) bool, on bool) (text []byte, lost []rune) {
	w := writer{draws: draws, lost: map[rune]bool{}}
	w.head(d)
	w.columns(d)
	w.rows(d)
	w.rules(d, on)
	for c := range w.lost {
		lost = append(lost, c)
	}
	slices.Sort(lost)
	return []byte(w.String()), lost
}

// quote is text as TOML, without the letters that cannot be printed.
func (w *writer) quote(s string) string {
	return tree.Quote(strings.Map(func(c rune) rune {
		if c == '\n' || tree.Printable(c) && w.draws(c) {
			return c
		}
		w.lost[c] = true
		return -1
	}, s))
}

func (w *writer) lines(lines []string) string { return w.quote(strings.Join(lines, "\n")) }

// remark is a comment that asks for a look; "" when there is no doubt.
func remark(doubts []string) string {
	if len(doubts) == 0 {
		return ""
	}
	return " # " + lookMark + " " + strings.Map(func(c rune) rune {
		if !tree.Printable(c) {
			return ' '
		}
		return c
	}, strings.Join(doubts, "; "))
}

// remark is that of a key.
func (d *Draft) remark(key string) string {
	var doubts []string
	for _, doubt := range d.doubts[key] {
		doubts = append(doubts, doubt.String())
	}
	return remark(doubts)
}

func (w *writer) key(d *Draft, key, value string) {
	fmt.Fprintf(w, "%-9s = %s%s\n", key, value, d.remark(key))
}

// head writes what stands above the columns.
func (w *writer) head(d *Draft) {
	w.WriteString("# Biểu mẫu đọc từ văn bản. Những chỗ đoán được ghi “# " + lookMark + " …” ở cuối dòng: xem, sửa nếu cần, rồi xóa\n" +
		"# lời ấy. Xem còn chỗ nào: phuluc2b form --check TỆP.toml. Ý nghĩa từng khóa: templates/README.md.\n\n")
	w.key(d, "mau", w.quote(d.ID))
	w.key(d, "nhan", w.lines(d.Label))
	fmt.Fprintf(w, "%-9s = [%s\n", "tieu_de", d.remark("tieu_de"))
	for _, line := range d.Title {
		fmt.Fprintf(w, "  %s,\n", w.quote(line))
	}
	w.WriteString("]\n")
	if d.Reference != "" || d.doubts["kem_theo"] != nil {
		w.key(d, "kem_theo", w.quote(d.Reference))
	}
	date := "ngan"
	if d.LongDate {
		date = "dai"
	}
	w.key(d, "dang_ngay", w.quote(date))
	if d.Periods != nil {
		var names []string
		for _, p := range d.Periods {
			names = append(names, w.quote(string(p)))
		}
		w.key(d, "ky", "["+strings.Join(names, ", ")+"]")
	}
	if d.Landscape {
		w.key(d, "kho_giay", w.quote("ngang"))
	}
	if size := d.TextSize; size >= model.LeastTextSize && size <= model.GreatestTextSize && size != model.UsualTextSize {
		w.key(d, "co_chu", fmt.Sprint(size))
	}
}

// pair is "key = value" behind a comma.
func (w *writer) pair(key, value string) { fmt.Fprintf(w, ", %s = %s", key, value) }

func (w *writer) columns(d *Draft) {
	w.WriteString("\n# Các cột, từ trái sang; rong tính bằng mm, cột không có rong lấy phần còn lại.\ncot = [\n")
	for _, c := range d.Columns {
		fmt.Fprintf(w, "  { khoa = %s", w.quote(string(c.Role)))
		w.pair("tieu_de", w.lines(c.Head))
		if c.Spanner != "" {
			w.pair("nhom", w.quote(c.Spanner))
		}
		if c.Width > 0 {
			w.pair("rong", fmt.Sprint(c.Width))
		}
		if align := map[tabular.Align]string{tabular.Left: "trai", tabular.Centre: "giua", tabular.Right: "phai"}[c.Align]; align != "" {
			w.pair("can", w.quote(align))
		}
		w.WriteString(" }," + remark(c.Doubts) + "\n")
	}
	w.WriteString("]\n")
}

func (w *writer) rows(d *Draft) {
	w.WriteString("\n# Các dòng, từ trên xuống. ma: theo vị trí, không theo STT in ra.\n# Số liệu cộng dồn từ đầu năm thì thêm luy_ke = true vào dòng ấy; cấp trên gộp số liệu của nhiều\n# đơn vị thế nào thì viết ở gop: văn bản không cho biết những điều ấy.\ndong = [\n")
	for i, r := range d.Rows {
		if i > 0 && model.ParentOf(r.ID) == "" && r.Kind == model.KindHeading {
			w.WriteString("\n")
		}
		fmt.Fprintf(w, "  { ma = %s", w.quote(r.ID))
		if r.Block != "" {
			w.pair("khoi", w.quote(r.Block))
		} else if r.Number != "" {
			w.pair("stt", w.quote(r.Number))
		}
		w.pair("ten", w.lines(r.Label))
		if len(r.Unit) > 0 {
			w.pair("don_vi", w.lines(r.Unit))
		}
		w.pair("loai", w.quote(string(r.Kind)))
		w.extras(r)
		w.WriteString(" }," + remark(r.Doubts) + "\n")
	}
	w.WriteString("]\n")
}

// extras writes what few rows have.
func (w *writer) extras(r Row) {
	if r.Codes != nil {
		w.pair("cac_ma", strings.ReplaceAll(fmt.Sprint(r.Codes), " ", ", "))
	}
	if r.Values > 1 {
		w.pair("so_gia_tri", fmt.Sprint(r.Values))
	}
	if r.Bold != nil {
		w.pair("dam", fmt.Sprint(*r.Bold))
	}
	last := len(r.Fixed)
	for last > 0 && r.Fixed[last-1] == "" {
		last--
	}
	if last > 0 {
		var texts []string
		for _, text := range r.Fixed[:last] {
			texts = append(texts, w.quote(text))
		}
		w.pair("them", "["+strings.Join(texts, ", ")+"]")
	}
}

func (w *writer) rules(d *Draft, on bool) {
	w.WriteString("\n# Các quy tắc. Dòng bắt đầu bằng “# {” là gợi ý: bỏ dấu # để bật, nếu quy tắc ấy đúng với biểu mẫu này.\nquy_tac = [\n")
	w.WriteString("  { ten = \"E03\", muc = \"loi\", loai = \"so_nguyen\" },\n  { ten = \"E04\", muc = \"loi\", loai = \"phan_tram\"")
	w.exceptions(d, "qua_100", d.Above100)
	w.exceptions(d, "am", d.Less)
	w.WriteString(" },")
	if len(d.Above100)+len(d.Less) > 0 {
		w.WriteString(remark([]string{"các tỷ lệ trên 100% hoặc âm trong số liệu coi là đúng"}))
	}
	w.WriteString("\n  { ten = \"E05\", muc = \"loi\", loai = \"trong_cac_ma\" },\n  { ten = \"E19\", muc = \"loi\", loai = \"bao_cao\" },\n" +
		"  { ten = \"W17\", muc = \"canh_bao\", loai = \"khong_trong\" },\n  { ten = \"W21\", muc = \"canh_bao\", loai = \"phan_so\" },\n" +
		"  # { ten = \"W22\", muc = \"canh_bao\", loai = \"luy_ke\" },\n")
	for _, s := range d.Suggestions {
		mark := "# "
		if on {
			mark = ""
		}
		severity := "canh_bao"
		if s.Error {
			severity = "loi"
		}
		fmt.Fprintf(w, "  %s{ ten = %s, muc = %s, loai = %s, dong = %s, so_voi = %s, noi_dung = %s },\n", mark,
			w.quote(s.Name), w.quote(severity), w.quote(s.Kind), w.list(s.Rows), w.list(s.Against), w.quote(s.Why))
	}
	w.WriteString("]\n")
}

// exceptions are the rows that may be beyond what percentages are.
func (w *writer) exceptions(d *Draft, key string, rows map[string]bool) {
	var ids []string
	for _, r := range d.Rows {
		if rows[r.ID] && r.Kind == model.KindPercent {
			ids = append(ids, r.ID)
		}
	}
	if ids != nil {
		w.pair(key, w.list(ids))
	}
}

func (w *writer) list(ids []string) string {
	var quoted []string
	for _, id := range ids {
		quoted = append(quoted, w.quote(id))
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
