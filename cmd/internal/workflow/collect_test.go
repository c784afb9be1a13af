package workflow_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"phuluc2b/cmd/internal/communes"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/fonts"
	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
)

// filed is a data file under its name.
type filed struct{ name, text string }

// collecting is a collection, by a form of the program's own or by communes.Form.
func collecting(t testing.TB, text string) *workflow.Collecting {
	t.Helper()
	family, err := fonts.Serif()
	if err != nil {
		t.Fatal(err)
	}
	work, findings := workflow.Open(family, diag.NewSource("thu-gop.toml", []byte(communes.Form)))
	if work == nil {
		t.Fatal(printed(findings))
	}
	c, findings := workflow.NewShelf(work, nil).Collection(diag.NewSource("tong-hop.toml", []byte(text)))
	if c == nil {
		t.Fatal(printed(findings))
	}
	return c
}

// total adds up what was filed.
func total(t testing.TB, collection string, partial bool, files ...filed) (*collect.Roll, *workflow.Totalled) {
	t.Helper()
	c := collecting(t, collection)
	var filings []*collect.Filing
	for _, f := range files {
		filings = append(filings, c.File(diag.NewSource(f.name, []byte(f.text)), func(string) *model.Annex { return nil }))
	}
	roll := collect.Call(c.Collection, filings)
	return roll, c.Total(roll, "tinh.toml", partial)
}

// annexOf reads the data file of a total.
func annexOf(t testing.TB, form *model.Form, text []byte) *model.Annex {
	t.Helper()
	annex, findings := check.Reader(func(rune) bool { return true }).ReadAnnex(diag.NewSource("tinh.toml", text), model.Forms{form.ID: form})
	if annex == nil {
		t.Fatalf("%s\n%s", printed(findings), text)
	}
	return annex
}

func filesOf(all []communes.Commune) []filed {
	var files []filed
	for i, c := range all {
		files = append(files, filed{fmt.Sprintf("%03d.toml", i), c.Text})
	}
	return files
}

// number is a figure as the test reads it, by itself.
func number(written string) *big.Rat {
	plain := strings.NewReplacer(".", "", ",", ".", "%", "", " ", "").Replace(written)
	n, ok := new(big.Rat).SetString(plain)
	if !ok {
		panic(written)
	}
	return n
}

// sumOf adds up a row of communes.
func sumOf(all []communes.Commune, id string, values int) (sums []*big.Rat, given int) {
	sums = make([]*big.Rat, values)
	for i := range sums {
		sums[i] = new(big.Rat)
	}
	for _, c := range all {
		if c.Figures[id] == nil {
			continue
		}
		given++
		for i, written := range c.Figures[id] {
			sums[i].Add(sums[i], number(written))
		}
	}
	return sums, given
}

func formNamed(t testing.TB, id string) *model.Form {
	t.Helper()
	return collecting(t, communes.Collection(id, "UBND tỉnh", []string{"a"}, "")).Form
}

// Sixty-nine of seventy-two communes: each row that adds up is what a sum written separately
// comes to, says of how many it is, and names who is missing.
func TestTotalIsTheSum(t *testing.T) {
	for _, id := range []string{"thu-gop", "phu-luc-2b-2021"} {
		t.Run(id, func(t *testing.T) {
			form := formNamed(t, id)
			all := communes.Make(form, 72, 7, 9)
			given := all[3:]
			roll, made := total(t, communes.Collection(id, "UBND tỉnh", communes.Names(all), ""), true, filesOf(given)...)
			annex := annexOf(t, form, made.Text)
			if n := roll.Findings.Count(diag.Warning); n != 3 || roll.Complete() {
				t.Errorf("%d units are told to be missing", n)
			}
			for i := range form.Rows {
				row := &form.Rows[i]
				if row.Merge.How != model.MergeSum {
					continue
				}
				want, units := sumOf(given, row.ID, row.Values)
				figure := annex.Figures[row.ID]
				if len(figure.Values) != row.Values {
					t.Fatalf("%s has %d values", row.ID, len(figure.Values))
				}
				for v, n := range want {
					if figure.Values[v].Number.Cmp(n) != 0 {
						t.Errorf("%s is %s, want %s", row.ID, figure.Values[v].Written, n.RatString())
					}
				}
				if !strings.HasPrefix(figure.Note, fmt.Sprintf("%d/72 đơn vị", units)) {
					t.Errorf("%s of %d units: note %q", row.ID, units, figure.Note)
				}
			}
			_, whole := total(t, communes.Collection(id, "UBND tỉnh", communes.Names(all), ""), false, filesOf(given)...)
			for row, figure := range annexOf(t, form, whole.Text).Figures {
				if !figure.Blank() {
					t.Errorf("%s is printed, though three communes are missing: %s", row, figure.Written())
				}
			}
		})
	}
}

// Leaving one file out changes the rows by exactly what it held, and names it.
func TestTotalWithoutOne(t *testing.T) {
	form := formNamed(t, "phu-luc-2b-2021")
	all := communes.Make(form, 69, 8, 0)
	collection := communes.Collection(form.ID, "UBND tỉnh", communes.Names(all), "")
	_, whole := total(t, collection, false, filesOf(all)...)
	const left = 41
	_, rest := total(t, collection, true, slices.Delete(filesOf(all), left, left+1)...)
	before, after := annexOf(t, form, whole.Text), annexOf(t, form, rest.Text)
	named := "; thiếu: " + strings.TrimPrefix(all[left].Name, "UBND xã ") // by the first row
	for i := range form.Rows {
		row := &form.Rows[i]
		if row.Merge.How != model.MergeSum {
			continue
		}
		difference := new(big.Rat).Sub(before.Figures[row.ID].Values[0].Number, after.Figures[row.ID].Values[0].Number)
		if difference.Cmp(number(all[left].Figures[row.ID][0])) != 0 {
			t.Errorf("%s differs by %s, want %s", row.ID, difference.RatString(), all[left].Figures[row.ID][0])
		}
		if note := before.Figures[row.ID].Note; note != "" {
			t.Errorf("%s: note %q", row.ID, note)
		}
		if note := after.Figures[row.ID].Note; note != "68/69 đơn vị"+named {
			t.Errorf("%s: note %q", row.ID, note)
		}
		named = ""
	}
}

// Two communes of unequal size: 9 of 10 and 100 of 1000 are 10,79 %, not the 50 % that the mean of
// 90 and 10 is.
func TestRatioIsNoMean(t *testing.T) {
	commune := func(name, figures string) filed {
		return filed{name + ".toml", communes.Header("thu-gop", name) + "[so_lieu]\n" + figures}
	}
	small := commune("xã A", `"1.1" = 10`+"\n"+`"1.2" = 9`+"\n"+`"1.3" = 90`+"\n"+`"1.4" = "100"`)
	large := commune("xã B", `"1.1" = "1.000"`+"\n"+`"1.2" = 100`+"\n"+`"1.3" = "10%"`+"\n"+`"1.4" = "50,5"`)
	_, made := total(t, communes.Collection("thu-gop", "huyện", []string{"xã A", "xã B"}, ""), false, large, small)
	annex := annexOf(t, formNamed(t, "thu-gop"), made.Text)
	for id, want := range map[string]string{"1.1": "1010", "1.2": "109", "1.3": "10,79", "1.4": "50,99"} {
		if got := annex.Figures[id].Written(); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	if note := annex.Figures["1.4"].Note; note != "bình quân gia quyền theo 1.1" {
		t.Errorf("note %q", note)
	}
}

// Order and grouping change nothing: communes → districts → province gives, byte for byte, what
// communes → province gives.
func TestGroupingChangesNothing(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 2))
			form := formNamed(t, []string{"thu-gop", "phu-luc-2b-2021"}[seed%2])
			all := communes.Make(form, 30, seed, []int{0, 25, 4}[seed%3])
			missing := map[int]bool{}
			for range seed % 3 {
				missing[random.IntN(len(all))] = true
			}
			partial := seed%4 < 2
			var direct, districts []filed
			var names []string
			for _, group := range groups(random, len(all)) {
				var units []string
				var files []filed
				for _, i := range group {
					if units = append(units, all[i].Name); !missing[i] {
						files = append(files, filed{fmt.Sprintf("%03d.toml", i), all[i].Text})
					}
				}
				name := fmt.Sprintf("UBND huyện %d", len(names))
				_, district := total(t, communes.Collection(form.ID, name, units, ""), partial, files...)
				names, direct = append(names, name), append(direct, files...)
				districts = append(districts, filed{name + ".toml", string(district.Text)})
			}
			_, once := total(t, communes.Collection(form.ID, "UBND tỉnh", communes.Names(all), ""), partial, direct...)
			_, twice := total(t, communes.Collection(form.ID, "UBND tỉnh", names, ""), partial, districts...)
			if string(once.Text) != string(twice.Text) {
				t.Errorf("communes → province:\n%s\ncommunes → districts → province:\n%s", difference(string(once.Text), string(twice.Text)), difference(string(twice.Text), string(once.Text)))
			}
			half := len(names) / 2
			_, one := total(t, communes.Collection(form.ID, "Vùng 1", names[:half], ""), partial, districts[:half]...)
			_, other := total(t, communes.Collection(form.ID, "Vùng 2", names[half:], ""), partial, districts[half:]...)
			_, thrice := total(t, communes.Collection(form.ID, "UBND tỉnh", []string{"Vùng 2", "Vùng 1"}, ""), partial, filed{"2.toml", string(other.Text)}, filed{"1.toml", string(one.Text)})
			if string(once.Text) != string(thrice.Text) {
				t.Error("three levels give another total:\n" + difference(string(once.Text), string(thrice.Text)))
			}
		})
	}
}

// groups cuts so many units into groups, in any order.
func groups(random *rand.Rand, n int) [][]int {
	order := random.Perm(n)
	var all [][]int
	for len(order) > 0 {
		size := min(len(order), 1+random.IntN(9))
		all, order = append(all, order[:size]), order[size:]
	}
	return all
}

// difference is the first lines of one text that another has not.
func difference(a, b string) string {
	var lines []string
	for line := range strings.Lines(a) {
		if !strings.Contains(b, line) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines[:min(len(lines), 8)], "")
}
