package collect_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"phuluc2b/model/collect"
)

// A total of three units, the second of which filed nothing and the third left row 1 blank.
const district = `"1" = 7
"2" = 3
"3" = 50
"4" = { ghi_chu = "Có 1, trống 2" }
"5" = 4
[gop]
don_vi = ["xã A", "xã B", "xã C"]
chua_nop = "2"
"1" = { thieu = "3", tong = ["7"] }
"2" = { thieu = "3", tong = ["3"] }
"5" = { tong = ["4"] }
"3" = { thieu = "3", tong = ["1", "2"] }
"4" = { gia_tri = ["1: 1"], thieu = "3" }
`

func TestTotalOfTotals(t *testing.T) {
	t.Run("its units count, not itself", func(t *testing.T) {
		c := collection(t, []string{"huyện", "xã D"}, "")
		sum := collect.Add(collect.Call(c, []*collect.Filing{filing(t, c, "h.toml", "huyện", district), filing(t, c, "d.toml", "xã D", `"1" = 5`+"\n"+`"4" = 1`)}))
		if got := strings.Join(sum.Units, ","); got != "xã A,xã B,xã C,xã D" || sum.Absent.String() != "2" {
			t.Errorf("units %s, absent %s", got, sum.Absent)
		}
		if r := &sum.Rows[0]; r.Sums[0].Cmp(big.NewRat(12, 1)) != 0 || r.Missing.String() != "2-3" {
			t.Errorf("row 1 is %v without %s", r.Sums, r.Missing)
		}
		if note := sum.Note(&sum.Rows[3], true); note != "Có 2, trống 2" {
			t.Errorf("row 4: %q", note)
		}
	})
	t.Run("a figure that was changed by hand is told, another spelling is not", func(t *testing.T) {
		c := collection(t, []string{"huyện"}, "")
		text := strings.NewReplacer(`"3" = 50`, `"3" = 51`, `"1" = 7`, `"1" = 8`, `"2" = 3`, `"2" = "03"`).Replace(district)
		sum := collect.Add(collect.Call(c, []*collect.Filing{filing(t, c, "h.toml", "huyện", text)}))
		if got := rules(sum.Findings); !slices.Equal(got, []string{"so-lech", "so-lech"}) {
			t.Error(got)
		}
		if got := sum.Rows[0].Printed(true); !slices.Equal(got, []string{"7"}) {
			t.Error(got)
		}
	})
	t.Run("its own figures are told; codes of them cannot be counted", func(t *testing.T) {
		c := collection(t, []string{"huyện"}, "")
		text := strings.NewReplacer(`"1" = { thieu = "3", tong = ["7"] }`, `"1" = { rieng = "đếm lại" }`, `"4" = { gia_tri = ["1: 1"], thieu = "3" }`, `"4" = { rieng = "huyện có" }`, `"4" = { ghi_chu = "Có 1, trống 2" }`, `"4" = 1`).Replace(district)
		sum := collect.Add(collect.Call(c, []*collect.Filing{filing(t, c, "h.toml", "huyện", text)}))
		if got := rules(sum.Findings); !slices.Equal(got, []string{"so-rieng", "so-rieng"}) {
			t.Error(got)
		}
		if r := &sum.Rows[0]; !r.Complete() || r.Sums[0].Cmp(big.NewRat(7, 1)) != 0 {
			t.Errorf("row 1 is %v without %s", r.Sums, r.Missing)
		}
		if r := &sum.Rows[3]; len(r.Given) != 0 {
			t.Errorf("row 4 is given by %s", r.Given)
		}
	})
	t.Run("a unit of two totals", func(t *testing.T) {
		c := collection(t, []string{"huyện", "huyện 2"}, "")
		roll := collect.Call(c, []*collect.Filing{filing(t, c, "h.toml", "huyện", district), filing(t, c, "h2.toml", "huyện 2", strings.ReplaceAll(district, "xã B", "xã D"))})
		if got := rules(roll.Findings); !slices.Equal(got, []string{"nop-hai-lan"}) || roll.Entries[0].Filing != nil || roll.Entries[1].Filing != nil {
			t.Error(got)
		}
		if sum := collect.Add(roll); strings.Join(sum.Units, ",") != "huyện,huyện 2" || sum.Absent.String() != "1-2" {
			t.Error(sum.Units, sum.Absent)
		}
	})
	t.Run("a unit of a total that filed a total of its own", func(t *testing.T) {
		c := collection(t, []string{"huyện", "xã A"}, "")
		own := strings.NewReplacer("xã A", "thôn 1", "xã B", "thôn 2", "xã C", "thôn 3").Replace(district)
		roll := collect.Call(c, []*collect.Filing{filing(t, c, "h.toml", "huyện", district), filing(t, c, "a.toml", "xã A", own)})
		if got := rules(roll.Findings); !slices.Equal(got, []string{"nop-hai-lan"}) || roll.Entries[0].Filing != nil || roll.Entries[1].Filing != nil {
			t.Error(got)
		}
	})
	t.Run("a figure of all units that was blanked by hand is told", func(t *testing.T) {
		c := collection(t, []string{"huyện"}, "")
		text := strings.NewReplacer(`"5" = 4`, `"5" = ""`, `chua_nop = "2"`, `chua_nop = ""`).Replace(district)
		sum := collect.Add(collect.Call(c, []*collect.Filing{filing(t, c, "h.toml", "huyện", text)}))
		if told := sum.Findings; len(told) != 1 || told[0].Message != "huyện: dòng 5 để trống, các đơn vị của nó cho 4; tính theo các đơn vị" {
			t.Errorf("%+v", told)
		}
	})
	t.Run("a unit of a total and by itself", func(t *testing.T) {
		c := collection(t, []string{"huyện", "xã A"}, "")
		roll := collect.Call(c, []*collect.Filing{filing(t, c, "h.toml", "huyện", district)})
		if got := rules(roll.Findings); !slices.Contains(got, "nop-hai-lan") || roll.Entries[0].Filing != nil {
			t.Error(got)
		}
	})
}
