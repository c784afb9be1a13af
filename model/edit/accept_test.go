package edit

import (
	"strings"
	"testing"

	"phuluc2b/model"
	"phuluc2b/model/internal/modeltest"
)

func TestAccept(t *testing.T) {
	head := "mau = \"phu-luc-2b-2021\"\n\n[bao_cao]\nloai = \"báo cáo\"\nky_hieu = \"BC-UBND\"\nco_quan = \"UBND xã A\"\nky = \"nam\"\nnam = 2021\n\n[so_lieu]\n\"1.2\" = 7 # của tôi\n"
	for _, c := range []struct {
		name, before, rows, rule, reason, after string
	}{
		{"the first reason makes the table", "", "1.2", "E07", "đúng", "\n[chap_nhan]\n\"1.2\" = { E07 = \"đúng\" }\n"},
		{"a second goes below", "\n[chap_nhan]\n\"1.2\" = { E07 = \"a\" } # lời\n", "3.2.1", "W02", "b", "\n[chap_nhan]\n\"1.2\" = { E07 = \"a\" } # lời\n\"3.2.1\" = { W02 = \"b\" }\n"},
		{"a second rule of a row shares its line", "\n[chap_nhan]\n\"1.2\" = { E07 = \"a\" } # lời\n", "1.2", "W17", "b", "\n[chap_nhan]\n\"1.2\" = { E07 = \"a\", W17 = \"b\" } # lời\n"},
		{"another reason replaces the old one", "\n[chap_nhan]\n\"1.2\" = { E07 = \"a\" }\n", "1.2", "E07", "b", "\n[chap_nhan]\n\"1.2\" = { E07 = \"b\" }\n"},
		{"one of several rows gets a reason of its own", "\n[chap_nhan]\n\"3.4.1, 4.1.1\" = { W17 = \"a\" }\n", "4.1.1", "W17", "b", "\n[chap_nhan]\n\"3.4.1\" = { W17 = \"a\" }\n\"4.1.1\" = { W17 = \"b\" }\n"},
		{"several rows share a line", "", "3.4.1, 4.1.1", "W17", "cấp xã không có", "\n[chap_nhan]\n\"3.4.1, 4.1.1\" = { W17 = \"cấp xã không có\" }\n"},
		{"a reason is taken back", "\n[chap_nhan]\n\"1.2\" = { E07 = \"a\" }\n\"3.2.1\" = { W02 = \"b\" }\n", "1.2", "E07", "", "\n[chap_nhan]\n\"3.2.1\" = { W02 = \"b\" }\n"},
		{"of one row of several", "\n[chap_nhan]\n\"3.4.1, 4.1.1\" = { W17 = \"a\" }\n", "3.4.1", "W17", "", "\n[chap_nhan]\n\"4.1.1\" = { W17 = \"a\" }\n"},
		{"quotes in it are kept", "", "1.2", "E07", "\"x\"\n<script>", "\n[chap_nhan]\n\"1.2\" = { E07 = \"\\\"x\\\"\\n<script>\" }\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			annex := modeltest.ReadText(t, "a.toml", head+c.before)
			file, err := Accept(fileOf(annex), annex.Form, model.AcceptedRows(c.rows), c.rule, c.reason)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimPrefix(string(file.Source.Raw), head); got != c.after {
				t.Errorf("got\n%s\nwant\n%s", got, c.after)
			}
		})
	}
	for name, text := range map[string]string{
		"with a table for each row":   head + "\n[chap_nhan.\"1.2\"]\nE07 = \"a\"\n",
		"with all reasons on a line":  "chap_nhan = { \"1.2\" = { E07 = \"a\" }, \"6.1\" = { W08 = \"b\" } }\n" + head,
		"with reasons outside tables": "chap_nhan.\"1.2\" = { E07 = \"a\" }\nchap_nhan.\"6.1\" = { W08 = \"b\" }\n" + head,
	} {
		t.Run("a file "+name+" is not changed in place where another reason would go", func(t *testing.T) {
			annex := modeltest.ReadText(t, "a.toml", text)
			if file, err := Accept(fileOf(annex), annex.Form, []string{"1.2"}, "E07", "b"); err == nil && !strings.Contains(string(file.Source.Raw), `"6.1" = { W08 = "b" }`) {
				t.Errorf("%s", file.Source.Raw)
			}
			if file, err := Accept(fileOf(annex), annex.Form, []string{"1.2"}, "E07", ""); err == nil && len(annex.Accepted) > 1 {
				t.Errorf("%s", file.Source.Raw)
			}
		})
	}
}

func TestCorrectHeader(t *testing.T) {
	text := "mau = \"phu-luc-2b-2021\"\n[bao_cao]\nloai = \"báo cáo\"\nso = 476 # số\nky_hieu = \"BC-UBND\"\nngay = 2021-12-02\nco_quan = \"UBND xã A\"\nky = \"nam\"\nnam = 2021\n"
	annex := modeltest.ReadText(t, "a.toml", text)
	for name, c := range map[string]struct {
		key, value, old, new string
	}{
		"a number that is not known any more": {"so", "", "so = 476 # số", "# so = … # số"},
		"a date likewise":                     {"ngay", "", "ngay = 2021-12-02", "# ngay = …"},
		"what is no date stands in quotes":    {"ngay", "mai", "2021-12-02", `"mai"`},
		"what is no year likewise":            {"nam", "20x1", "nam = 2021", `nam = "20x1"`},
		"a year":                              {"nam", "2022", "nam = 2021", "nam = 2022"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Correct(fileOf(annex), annex.Form, []model.Correction{{Key: c.key, Value: c.value}})
			if want := strings.Replace(text, c.old, c.new, 1); err != nil || string(got.Source.Raw) != want {
				t.Errorf("%v\n%s", err, got.Source.Raw)
			}
		})
	}
}
