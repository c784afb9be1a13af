package edit

import (
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
	"phuluc2b/model/tree"
)

// However a data file is written, what is corrected is read back, and nothing else changes.
func TestCorrect(t *testing.T) {
	const head = "mau = \"phu-luc-2b-2021\"\n[bao_cao]\nloai = \"báo cáo\"\nky_hieu = \"BC-UBND\"\nco_quan = \"UBND\"\nky = \"nam\"\nnam = 2021\n"
	for _, text := range []string{
		head,
		head + "[so_lieu]",
		head + "ngay = \"2/12/2021\" # ở đây\n",
		head + "[so_lieu] # ở đây\n\"1.1.1\" = 1 # một\n",
		head + "[so_lieu]\r\n\"1.1.2\" = 1\r\n\"1.2\" = 1\r\n",
		head + "[so_lieu]\n\"1.2.1\".so_lieu = 5\n\"1.2.1\".ghi_chu = \"a\"\n",
		head + "[so_lieu.\"1.2.1\"]\nso_lieu = 5\nghi_chu = \"a\"\n",
		head + "[so_lieu]\n\"1.2.1\" = { so_lieu = [ 5 ], ghi_chu = \"\"\"\na]}\"\"\" } # }\n\"7.1.2\" = [ # ]\n 1,\n 2 ] # ]\n",
		"\ufeff" + head + "[so_lieu]\n\"1.2.1\" = \"\"\n[chap_nhan]\n",
	} {
		annex := modeltest.ReadText(t, "a.toml", text)
		corrections := []model.Correction{{Row: "1.2.1", Values: []string{"07"}, Note: "xã\n\"B\" \\"}, {Row: "7.1.2", Values: []string{"2", "0"}}, {Key: "so", Value: "5"}, {Key: "ngay", Value: "2021-12-31"}, {Key: "co_quan", Value: "UBND xã B"}}
		file, err := Correct(fileOf(annex), annex.Form, corrections)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		corrected := file.Source.Raw
		forms, _ := check.Reader(modeltest.AnyRune).ReadForms()
		again, findings := check.Reader(modeltest.AnyRune).ReadAnnex(diag.NewSource("a.toml", corrected), forms)
		if again == nil {
			t.Errorf("%s: %s", corrected, findings[0].Message)
			continue
		}
		figure := again.Figures["1.2.1"]
		if figure.Written() != "07" || figure.Note != "xã\n\"B\" \\" || again.Figures["7.1.2"].Written() != "2; 0" ||
			again.Reference() != "(Kèm theo báo cáo số 05/BC-UBND ngày 31/12/2021 của UBND xã B)" {
			t.Errorf("%s: %+v, %s", corrected, figure, again.Reference())
		}
		for _, comment := range []string{"# ở đây", "# một", "# }", "# ]"} {
			if strings.Contains(text, comment) && !strings.Contains(string(corrected), comment) {
				t.Errorf("lost %s of %s", comment, text)
			}
		}
	}
}

// fileOf is the data file of an annex, taken apart.
func fileOf(a *model.Annex) *tree.File {
	var faults diag.List
	return tree.Decode(a.Source, &faults)
}
