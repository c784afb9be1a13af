package workflow_test

import (
	"bytes"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/retyped"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
	"phuluc2b/render"
)

// rendered is the file of an annex in a format.
func rendered(t *testing.T, work *workflow.Workspace, annex *model.Annex, format render.Format, options render.Options) render.File {
	t.Helper()
	made, err := work.Render(annex, []render.Format{format}, options, workflow.Comparison{})
	if err != nil {
		t.Fatal(err)
	}
	return made.Files[0]
}

// edited is a DOCX in which text of its parts is replaced, as another program would save it.
func edited(t *testing.T, file []byte, pairs ...string) []byte {
	t.Helper()
	saved, err := retyped.Document(file, pairs...)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

const byWord = "<Application>Microsoft Office Word</Application>"

// What a colleague put into a document is listed, whatever it is and whichever version made it;
// what means nothing is not.
func TestGuard(t *testing.T) {
	work, src := open()
	annex, _ := work.Read(src)
	file := rendered(t, work, annex, render.DOCX, render.Options{})
	earlier := rendered(t, work, annex, render.DOCX, render.Options{Earlier: true})
	next, _ := work.Read(diag.NewSource(src.Name, bytes.Replace(src.Raw, []byte("= 59 "), []byte("= 60 "), 1)))
	target := rendered(t, work, next, render.DOCX, render.Options{})
	const run, figure = "<w:r><w:t>62</w:t></w:r>", "<w:t>62</w:t>"
	for _, test := range []struct {
		name  string
		pairs []string
		want  string // of the loss; "" for none
	}{
		{"untouched", nil, ""},
		{"saved by Word", []string{"<Application>phuluc2b</Application>", byWord}, ""},
		{"without a bookmark", []string{`<w:bookmarkStart w:name="r_1_1_3" w:id="4"></w:bookmarkStart>`, "", `<w:bookmarkEnd w:id="4"></w:bookmarkEnd>`, ""}, ""},
		{"a figure", []string{figure, "<w:t>63</w:t>"}, "1.1.3 = 63"},
		{"a figure that the new data has too", []string{"<w:t>59</w:t>", "<w:t>60</w:t>"}, ""},
		{"a comment", []string{run, run + `<w:r><w:commentReference w:id="0"/></w:r>`}, "lời bình"},
		{"a footnote", []string{run, run + `<w:r><w:footnoteReference w:id="2"/></w:r>`}, "chú thích"},
		{"a picture", []string{run, run + `<w:r><w:drawing/></w:r>`}, "hình"},
		{"a tracked insertion", []string{run, `<w:ins w:id="9">` + run + `</w:ins>`}, "Track Changes"},
		{"a tracked deletion", []string{run, run + `<w:del w:id="9"><w:r><w:delText>1</w:delText></w:r></w:del>`}, "Track Changes"},
		{"a red figure", []string{run, `<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr>` + figure + `</w:r>`}, "tô màu"},
		{"a bold figure", []string{run, `<w:r><w:rPr><w:b/></w:rPr>` + figure + `</w:r>`}, "nhấn mạnh"},
		{"a filled cell", []string{`<w:vAlign w:val="center"></w:vAlign>`, `<w:vAlign w:val="center"></w:vAlign><w:shd w:val="clear" w:fill="FFFF00"/>`}, "tô màu"},
		{"a page turned", []string{`w:w="11906" w:h="16838"`, `w:w="16838" w:h="11906"`}, "khổ giấy"},
		{"a row's height", []string{`<w:trHeight w:val="469"`, `<w:trHeight w:val="900"`}, "chiều cao"},
		{"widths", []string{`<w:gridCol w:w="2098"></w:gridCol>`, `<w:gridCol w:w="2598"></w:gridCol>`}, "bề rộng"},
		{"a paragraph", []string{"</w:tbl>", "</w:tbl>" + wp("Người lập biểu: Nguyễn Văn A")}, "Người lập biểu"},
		{"a table", []string{"</w:tbl>", "</w:tbl>" + wp("") + "<w:tbl><w:tr><w:tc>" + wp("Ký tên") + "</w:tc></w:tr></w:tbl>"}, "một bảng"},
		{"a blank row", []string{"</w:tr></w:tbl>", "</w:tr><w:tr>" + strings.Repeat("<w:tc><w:p/></w:tc>", 5) + "</w:tr></w:tbl>"}, "dòng trống"},
		{"a title", []string{"NĂM 2021<", "NĂM 2022<"}, "nam = 2022"},
		{"a cell set to the right", []string{`<w:vAlign w:val="center"></w:vAlign>`, `<w:vAlign w:val="bottom"></w:vAlign>`}, "cách trình bày"},
		{"a style", []string{`w:styleId="`, `w:styleId="x`}, "cách trình bày"},
		{"a link", []string{run, "<w:hyperlink>" + run + "</w:hyperlink>"}, "liên kết"},
		{"struck text", []string{run, `<w:r><w:rPr><w:strike/></w:rPr><w:t>61</w:t></w:r>` + run}, "gạch ngang"},
		{"hidden text", []string{run, `<w:r><w:rPr><w:vanish/></w:rPr><w:t>61</w:t></w:r>` + run}, "chữ ẩn"},
		{"protection", []string{"</w:settings>", "<w:documentProtection/></w:settings>"}, "khóa"},
		{"a picture in the header", []string{"</w:hdr>", "<w:p><w:r><w:drawing/></w:r></w:p></w:hdr>"}, "hình"},
		{"a changed property on record", []string{"<w:r><w:t>62", "<w:r><w:rPr><w:rPrChange/></w:rPr><w:t>62"}, "Track Changes"},
		{"two columns", []string{"</w:sectPr>", `<w:cols w:num="2"/></w:sectPr>`}, "số cột"},
		{"a label's capital letter", []string{">Kế hoạch", ">KẾ HOẠCH"}, "KẾ HOẠCH"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, made := range []render.File{file, earlier} {
				old := edited(t, made.Data, test.pairs...)
				loss := work.Guard("a.docx", old, next, target, render.Options{})
				switch {
				case test.want == "" && loss != nil:
					t.Errorf("%v %v", loss.Edits, loss.Err)
				case test.want != "" && (loss == nil || !strings.Contains(strings.Join(loss.Edits, "; "), test.want)):
					t.Errorf("%+v", loss)
				}
			}
		})
	}
}

// A document without data may be replaced as long as its words are as they were made.
func TestGuardBare(t *testing.T) {
	work, src := open()
	annex, _ := work.Read(src)
	file := rendered(t, work, annex, render.DOCX, render.Options{NoSource: true})
	next, _ := work.Read(diag.NewSource(src.Name, bytes.Replace(src.Raw, []byte("= 59 "), []byte("= 60 "), 1)))
	target := rendered(t, work, next, render.DOCX, render.Options{NoSource: true})
	made, err := work.Render(next, []render.Format{render.DOCX}, render.Options{}, workflow.Comparison{Old: annex})
	if err != nil {
		t.Fatal(err)
	}
	list := made.Corrections[0]
	for _, test := range []struct {
		name      string
		old, made render.File
		pairs     []string
		ok        bool
	}{
		{"untouched", file, target, nil, true},
		{"saved by Word", file, target, []string{"<Application>phuluc2b</Application>", byWord}, true},
		{"a figure", file, target, []string{"<w:t>62</w:t>", "<w:t>63</w:t>"}, false},
		{"a figure, saved by Word", file, target, []string{"<w:t>62</w:t>", "<w:t>63</w:t>", "<Application>phuluc2b</Application>", byWord}, false},
		{"a figure that the new data has too", file, target, []string{"<w:t>59</w:t>", "<w:t>60</w:t>", "<Application>phuluc2b</Application>", byWord}, true},
		{"a red figure, saved by Word", file, target, []string{"<w:r><w:t>62</w:t>", `<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>62</w:t>`, "<Application>phuluc2b</Application>", byWord}, false},
		{"a cell set to the bottom", file, target, []string{`<w:vAlign w:val="center"></w:vAlign>`, `<w:vAlign w:val="bottom"></w:vAlign>`}, false},
		{"a comment", file, target, []string{"<w:t>62</w:t>", `<w:t>62</w:t><w:commentReference w:id="0"/>`}, false},
		{"a list of corrections", list, target, nil, true},
		{"an edited list of corrections", list, target, []string{"<w:t>60</w:t>", "<w:t>61</w:t>"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			loss := work.Guard("a.docx", edited(t, test.old.Data, test.pairs...), next, test.made, render.Options{})
			if (loss == nil) != test.ok {
				t.Errorf("%+v", loss)
			}
		})
	}
}

// A PDF that another program wrote, or that was signed since, is not replaced.
func TestGuardPDF(t *testing.T) {
	work, src := open()
	annex, _ := work.Read(src)
	target := rendered(t, work, annex, render.PDF, render.Options{Draft: true})
	file := rendered(t, work, annex, render.PDF, render.Options{}).Data
	for _, test := range []struct {
		name string
		old  []byte
		kind workflow.LossKind
		ok   bool
	}{
		{"untouched", file, 0, true},
		{"signed", append(bytes.Clone(file), "9 0 obj<</Type/Sig>>endobj\nxref\n0 0\ntrailer<</Prev 1>>\nstartxref\n1\n%%EOF\n"...), workflow.LossChanged, false},
		{"a byte changed", bytes.Replace(file, []byte("vi-VN"), []byte("en-US"), 1), workflow.LossChanged, false},
		{"of others", []byte("%PDF-1.4\n%%EOF\n"), workflow.LossForeign, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			loss := work.Guard("a.pdf", test.old, annex, target, render.Options{})
			if (loss == nil) != test.ok || loss != nil && loss.Kind != test.kind {
				t.Errorf("%+v", loss)
			}
		})
	}
}

// Edited in Word, imported, rendered, edited again: three times round, nothing is in the way.
func TestCircle(t *testing.T) {
	work, src := open()
	annex, _ := work.Read(src)
	file := rendered(t, work, annex, render.DOCX, render.Options{}).Data
	figures := []string{"62", "63", "64", "65"}
	for i := range 3 {
		file = edited(t, file, "<w:t>"+figures[i]+"</w:t>", "<w:t>"+figures[i+1]+"</w:t>")
		d, err := workflow.ReadDocument("a.docx", file)
		if err != nil {
			t.Fatal(err)
		}
		text, findings := work.Import(d, nil, match.Choice{})
		if len(findings) > 0 {
			t.Fatal(rulesOf(findings))
		}
		annex, findings = work.Read(diag.NewSource(src.Name, text))
		if annex == nil || annex.Figures["1.1.3"].Written() != figures[i+1] {
			t.Fatalf("round %d: %v", i, findings)
		}
		next := rendered(t, work, annex, render.DOCX, render.Options{})
		if loss := work.Guard("a.docx", file, annex, next, render.Options{}); loss != nil {
			t.Fatalf("round %d: %v", i, loss.Edits)
		}
		file = next.Data
	}
}
