package check_test

import (
	"slices"
	"strings"
	"testing"

	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// filed are the contradictions of the annex as it was filed.
var filed = []string{"W02", "W08", "W10", "W17"}

func TestFiledAnnex(t *testing.T) {
	findings := check.Annex(modeltest.ReadText(t, "seed", modeltest.WithChanges(t)), nil).Sorted()
	if got := modeltest.Names(findings); !slices.Equal(got, filed) {
		t.Fatal(got)
	}
	for _, want := range []struct{ rule, message, place, related string }{
		{"W02", "3.2.1 = 370 lớn hơn 3.1.3 = 290: số thủ tục công khai thường không nhiều hơn số đang có hiệu lực", "370", "3.1.3 = 290"},
		{"W08", "6.1 + 6.2 + 6.3 + 6.4 = 0 + 0 + 0 + 142 = 142 khác 4.1.2.b = 80: số đơn vị sự nghiệp ở phần 6 và phần 4 thường bằng nhau", "0", "6.2 = 0; 6.3 = 0; 6.4 = 142; 4.1.2.b = 80"},
		{"W10", "7.1.6.2.a + 7.1.6.2.b = 100% + 50% = 150 lớn hơn 100: hai tỷ lệ loại trừ nhau, cộng lại không quá 100", `"100%"`, "7.1.6.2.b = 50%"},
		{"W17", "13 dòng chưa có số liệu: 3.1.3.a, 3.4.1, 4.1.1, 4.1.2, 4.1.2.a, 4.2.5, 4.3.4, 5.3.2, 5.3.3, 7.1.6.1.a, 7.1.6.2, 7.1.7.1, 7.2.1", `""`,
			"3.1.3.a; 3.4.1; 4.1.1; 4.1.2; 4.1.2.a; 4.2.5; 4.3.4; 5.3.2; 5.3.3; 7.1.6.1.a; 7.1.6.2; 7.1.7.1; 7.2.1"},
	} {
		i := slices.IndexFunc(findings, func(f diag.Finding) bool { return f.Rule == want.rule })
		f := findings[i]
		var related []string
		for _, r := range f.Related {
			related = append(related, r.Message)
			row, _, _ := strings.Cut(r.Message, " ")
			if line := string(r.Place.Source.Line(r.Place.Position().Line)); !strings.HasPrefix(line, `"`+row+`"`) {
				t.Errorf("%s: place of %s is %s", want.rule, row, line)
			}
		}
		if f.Message != want.message || f.Place.Text() != want.place || strings.Join(related, "; ") != want.related {
			t.Errorf("%s: %q at %s, related %s", f.Rule, f.Message, f.Place.Text(), strings.Join(related, "; "))
		}
	}
}

// Each change of the filed annex breaks exactly one rule, mends one, or leaves all as they
// are; "-W02" is a rule that is no longer broken.
func TestRules(t *testing.T) {
	for _, test := range []struct {
		changes []string
		want    string
	}{
		{[]string{`"4.2.3" = "3,5"`}, "E03"},
		{[]string{`"4.2.3" = -1`}, "E03"},
		{[]string{`"4.2.3" = "4 %"`}, "E03"},
		{[]string{`"4.2.3" = ""`}, ""},
		{[]string{`"3.3.3" = "100,5"`}, "E04"},
		{[]string{`"3.3.3" = -1`}, "E04"},
		{[]string{`"7.2.4.2" = 120`}, ""},
		{[]string{`"7.2.4.2" = -1`}, "E04"},
		{[]string{`"4.1.2.c" = "-2,5 %"`}, ""},
		{[]string{`"4.2.5" = -1`}, ""},
		{[]string{`"4.3.4" = "101"`}, "E04"},
		{[]string{`"1.4.2" = 2`}, ""},
		{[]string{`"1.4.2" = 3`}, "E05"},
		{[]string{`"1.5" = 2`}, "E05"},
		{[]string{`"5.3.1" = "1"`}, ""},
		{[]string{`"5.3.1" = -1`}, "E05"},
		{[]string{`"7.1.2" = [1, 2]`}, ""},
		{[]string{`"7.1.2" = [1, 3]`}, "E05"},
		{[]string{`"7.1.2" = [3, 4]`}, "E05 E05"},
		{[]string{`"7.1.3" = "0,5"`}, "E05"},
		{[]string{`"1.1.2" = 59`}, ""},
		{[]string{`"1.1.2" = 60`}, "E06"},
		{[]string{`"1.1.2" = 60`, `"1.1.1" = ""`}, ""},
		{[]string{`"1.2.1" = "08"`}, "E07"},
		{[]string{`"1.2.1" = ""`}, ""},
		{[]string{`"1.2" = "0"`}, "E07"},
		{[]string{`"1.2.4" = 6`}, "E08"},
		{[]string{`"1.3.3" = 4`}, "E09"},
		{[]string{`"1.3.3" = 3`}, ""},
		{[]string{`"2.4" = 9`}, "E10"},
		{[]string{`"2.5" = 1`}, "E10"},
		{[]string{`"2.4" = 8`, `"2.5" = 8`}, ""},
		{[]string{`"3.1.3.b" = 291`}, "E11"},
		{[]string{`"3.1.3.a" = 300`}, "E11 W01"},
		{[]string{`"3.1.3.a" = 0`}, "W01"},
		{[]string{`"3.1.3.a" = 0`, `"3.1.3.b" = 131`}, ""},
		{[]string{`"3.2.2" = 371`}, "E12"},
		{[]string{`"3.3" = "06"`}, "E13"},
		{[]string{`"4.1.2" = 79`}, "E14"},
		{[]string{`"4.1.2" = 80`}, ""},
		{[]string{`"4.1.2" = 80`, `"4.1.2.a" = 81`}, "E14"},
		{[]string{`"4.2.2" = 85`}, "E15"},
		{[]string{`"4.3.2" = 1800`}, "E15"},
		{[]string{`"4.2.4" = 85`}, "E16"},
		{[]string{`"4.3.3" = "1.800"`}, "E16"},
		{[]string{`ky_hieu = "BC UBND"`}, "E19"},
		{[]string{`ky_hieu = "UBND"`}, "E19"},
		{[]string{`so = "abc"`}, "E19"},
		{[]string{`so = "12A"`}, ""},
		{[]string{`ky_hieu = "QĐ-TTg"`}, ""},
		{[]string{`ky_hieu = "BC-HĐND&UBND"`}, ""},
		{[]string{`ngay = 2022-01-05`}, ""},
		{[]string{`ngay = 2023-01-05`}, "E19"},
		{[]string{`ngay = 2020-12-31`}, "E19"},
		{[]string{`"1.4.1" = "1,050"`}, "E20"},
		{[]string{`"1.4.1" = "1.050"`}, ""},
		{[]string{`"3.3.3" = "95.5"`}, "E20"},
		{[]string{`"1.1.1" = "5,900"`}, "E20"},
		{[]string{`"3.2.1" = 290`}, "-W02"},
		{[]string{`"3.2.3" = 123`}, "W03"},
		{[]string{`"7.1.8.1" = 171`}, "W05"},
		{[]string{`"7.1.8.1" = 170`}, ""},
		{[]string{`"6.4" = 80`}, "-W08"},
		{[]string{`"5.1.2" = 81`}, "W09"},
		{[]string{`"7.1.6.2.b" = "0 %"`}, "-W10"},
		{[]string{`"7.1.6.2.a" = "33,3"`, `"7.1.6.2.b" = "66,7"`}, "-W10"},
		{[]string{`"7.1.6.2.a" = "33,3"`, `"7.1.6.2.b" = "66,8"`}, ""},
		{[]string{`"7.2.3.5" = 291`}, "W12"},
		{[]string{`"7.2.2.2" = 22`}, "W12"},
		{[]string{`"3.3.3" = "0,95"`}, "W21"},
		{[]string{`"3.3.3" = 0`}, ""},
		{[]string{`"3.3.3" = 1`}, ""},
	} {
		want := slices.Clone(filed)
		for _, name := range strings.Fields(test.want) {
			if gone, ok := strings.CutPrefix(name, "-"); ok {
				want = slices.DeleteFunc(want, func(s string) bool { return s == gone })
			} else {
				want = append(want, name)
			}
		}
		slices.Sort(want)
		findings := check.Annex(modeltest.ReadText(t, "seed", modeltest.WithChanges(t, test.changes...)), nil)
		if got := modeltest.Names(findings); !slices.Equal(got, want) {
			t.Errorf("%v: %v, want %v", test.changes, got, want)
		}
	}
}

func TestBlankRowsAreListedOnce(t *testing.T) {
	text := modeltest.WithChanges(t)
	empty := text[:strings.Index(text, "[so_lieu]")]
	findings := check.Annex(modeltest.ReadText(t, "seed", empty), nil)
	if got := modeltest.Names(findings); !slices.Equal(got, []string{"W17"}) || !strings.HasPrefix(findings[0].Message, "112 dòng") {
		t.Error(got, findings[0].Message)
	}
}

func TestPeriods(t *testing.T) {
	quarter := []string{`ky = "quy-1"`, `ngay = 2021-03-20`}
	half := []string{`ky = "6-thang"`, `ngay = 2021-06-20`}
	for _, test := range []struct {
		name              string
		previous, current []string
		want              int
	}{
		{"rises", append(quarter, `"1.1.2" = 20`), half, 0},
		{"falls", append(quarter, `"1.1.2" = 58`), half, 1},
		{"two fall", append(half, `"1.1.2" = 58`, `"1.2.1" = 9`), nil, 2},
		{"a stock may fall", append(quarter, `"4.2.1" = 500`), half, 0},
		{"blank", append(quarter, `"1.1.2" = ""`), half, 0},
		{"Quý III", append(half, `"1.1.2" = 58`), []string{`ky = "quy-3"`}, 0},
		{"from Quý III", []string{`ky = "quy-3"`, `"1.1.2" = 58`}, nil, 0},
		{"another year", append(quarter, `nam = 2020`, `"1.1.2" = 58`), half, 0},
		{"backwards", []string{`"1.1.2" = 58`}, half, 0},
	} {
		previous := modeltest.ReadText(t, "quy-1.toml", modeltest.WithChanges(t, test.previous...))
		findings := check.Annex(modeltest.ReadText(t, "6-thang.toml", modeltest.WithChanges(t, test.current...)), previous)
		got := 0
		for _, f := range findings {
			if f.Rule == "W22" {
				got++
				if f.Related[0].Place.Source.Name != "quy-1.toml" {
					t.Errorf("%s: related place in %s", test.name, f.Related[0].Place.Source.Name)
				}
			}
		}
		if got != test.want {
			t.Errorf("%s: %d times W22, want %d", test.name, got, test.want)
		}
	}
}

func TestAcceptances(t *testing.T) {
	for _, test := range []struct{ lines, want string }{
		{`"3.2.1" = { W02 = "gồm cả thủ tục ngành dọc" }`, "W08 W10 W17"},
		{`"3.1.3" = { W02 = "gồm cả thủ tục ngành dọc" }`, "W08 W10 W17"},
		{`"6.4" = { W08 = "a" }` + "\n" + `"7.1.6.2.a" = { W10 = "b" }`, "W02 W17"},
		{`"3.4.1" = { W17 = "cấp huyện không có" }`, "W02 W08 W10 W17"},
		{`"1.1.2" = { E06 = "không còn đúng" }`, "W02 W08 W10 W17 chap-nhan"},
		{`"1.1.2" = { W22 = "chưa so sánh" }`, "W02 W08 W10 W17"},
		{`bao_cao = { E19 = "ký hiệu đúng" }`, "W02 W08 W10 W17 chap-nhan"},
	} {
		findings := check.Annex(modeltest.ReadText(t, "seed", modeltest.WithChanges(t)+"\n[chap_nhan]\n"+test.lines+"\n"), nil)
		if got := strings.Join(modeltest.Names(findings), " "); got != test.want {
			t.Errorf("%s: %s", test.lines, got)
		}
	}
	findings := check.Annex(modeltest.ReadText(t, "seed", modeltest.WithChanges(t)+"\n[chap_nhan]\n"+`"3.4.1" = { W17 = "không có" }`), nil)
	for _, f := range findings {
		if f.Rule == "W17" && f.Accepted == "" && (strings.Contains(f.Message, "3.4.1") || !strings.HasPrefix(f.Message, "12 dòng")) {
			t.Error(f.Message)
		}
	}
}
