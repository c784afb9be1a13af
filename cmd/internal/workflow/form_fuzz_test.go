package workflow_test

import (
	"fmt"
	"math/rand"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// words are what documents of annexes say, and what nobody expects of them.
var words = []string{"", "", "1", "1.", "1.1", "2.3.4.5.6.7.8.9.10.11", "I", "II.", "C", "a", "đ)", "-", "+", "Trong đó", "Chia ra", "STT", "Chỉ tiêu", "Nội dung", "Đơn vị tính", "Số liệu",
	"Kết quả", "Ghi chú", "Kỳ trước", "Kế hoạch", "Số hồ sơ", "Tổng số", "Tỷ lệ", "%", "Hồ sơ", "Không = 0\nCó = 1", "Có = 1 Không = 0", "Điểm", "Người", "triệu đồng", "7", "1.050", "95,5%", "năm chín", "1,050",
	"(1)", "(2)", "A", "B", "{ky}", "\u200b", "\U0001f600", "\ufb01", "a | b", "\"", "\\", "# xem lại: x", "Phụ lục I", "PHỤ LỤC", "Biểu số 01/TH: TỔNG HỢP", "BÁO CÁO NĂM 2026", "QUÝ … NĂM 20…", "(Kèm theo báo cáo số 4/BC-UBND ngày 1/2/2026 của UBND)",
	"(Kèm theo", "kèm theo ", "(Kèm theo Báo cáo số …/… ngày … tháng … năm … của …)", "của A)", "ĐƠN VỊ TÍNH: NGƯỜI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "1. Số hồ sơ", "a) Nam", "- Nữ", "TỔNG CỘNG", "Sè nhiÖm vô", "……"}

// spelled is a document that a run of bytes spells.
type spelled []byte

func (s *spelled) next(n int) int {
	if len(*s) == 0 {
		return 0
	}
	b := (*s)[0]
	*s = (*s)[1:]
	return int(b) % n
}

func (s *spelled) paragraph() string {
	properties, run := "", ""
	switch s.next(8) {
	case 0:
		properties = fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, s.next(3))
	case 1:
		run = "<w:rPr><w:b/></w:rPr>"
	case 2:
		properties = `<w:jc w:val="right"/>`
	case 3:
		properties = `<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>`
	}
	return "<w:p><w:pPr>" + properties + "</w:pPr><w:r>" + run + "<w:t>" + esc(words[s.next(len(words))]) + "</w:t></w:r></w:p>"
}

func (s *spelled) table(depth int) string {
	table, columns := "<w:tbl>", 1+s.next(7)
	if s.next(2) == 0 { // a usual head
		columns = 5
		table += wtr(texts("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"))
	}
	for range s.next(14) {
		row := ""
		for column := 0; column < columns; column++ {
			properties := ""
			switch s.next(9) {
			case 0:
				span := 1 + s.next(3)
				properties = fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, span)
				column += span - 1
			case 1:
				properties = `<w:vMerge w:val="restart"/>`
			case 2:
				properties = `<w:vMerge/>`
			}
			content := s.paragraph()
			if depth < 2 && s.next(40) == 1 {
				content += s.table(depth+1) + "<w:p/>"
			}
			row += "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>"
		}
		head := ""
		if s.next(12) == 0 {
			head = "<w:trPr><w:tblHeader/></w:trPr>"
		}
		table += "<w:tr>" + head + row + "</w:tr>"
	}
	return table + "</w:tbl>"
}

// Whatever a document holds, a form comes out that reads and prints, or it is told why not.
func FuzzForm(f *testing.F) {
	for i := range 12 {
		seed := make([]byte, 90)
		for j := range seed {
			seed[j] = byte(i*37 + j*(i+5) + j*j%11)
		}
		f.Add(seed)
	}
	random := rand.New(rand.NewSource(433)) // labels that a head joins with other words
	seed := make([]byte, 30+random.Intn(500))
	random.Read(seed)
	f.Add(seed)
	base, _ := open()
	f.Fuzz(func(t *testing.T, data []byte) {
		s := spelled(data)
		body := ""
		for range 1 + s.next(3) {
			for range s.next(5) {
				body += s.paragraph()
			}
			body += s.table(0)
		}
		d := numberedDocument(t, body+s.paragraph())
		for table := range 3 {
			drafted, findings := base.Form(d, workflow.FormOrder{ID: "thu", Table: table, Data: true, Seen: []*workflow.Document{d}})
			faults := findings.Count(diag.Fault)
			if drafted == nil {
				if faults == 0 {
					t.Fatal("no form, and nothing said")
				}
				continue
			}
			work, wrong := workflow.Open(family(t), diag.NewSource("thu.toml", drafted.Form))
			if work == nil {
				if faults == 0 {
					t.Fatalf("%v\n%s", rulesOf(wrong), drafted.Form)
				}
				continue
			}
			if _, err := work.Render(model.Blank(work.Own), render.Formats(), render.Options{}, workflow.Comparison{}); err != nil {
				t.Fatal(err)
			}
			work.CheckForm(work.Own.Source)
			if drafted.Data == nil && faults == 0 {
				t.Fatal("no data, and nothing said")
			}
		}
	})
}
