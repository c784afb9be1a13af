package workflow_test

import (
	"context"
	"fmt"
	"runtime"
	"testing"

	"phuluc2b/cmd/internal/communes"
	"phuluc2b/cmd/internal/pool"
	"phuluc2b/model"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
)

// Every commune of the country files the annex of 143 rows; all are read, checked and added up.
func BenchmarkTotal(b *testing.B) {
	form := formNamed(b, "phu-luc-2b-2021")
	for _, n := range []int{69, 690, 3321} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			all := communes.Make(form, n, 1, 10)
			c := collecting(b, communes.Collection(form.ID, "Cả nước", communes.Names(all), ""))
			for b.Loop() {
				var filings []*collect.Filing
				pool.Run(context.Background(), all, runtime.GOMAXPROCS(0), func(unit communes.Commune) *collect.Filing {
					return c.File(diag.NewSource(unit.Name+".toml", []byte(unit.Text)), func(string) *model.Annex { return nil })
				}, func(_ int, f *collect.Filing) { filings = append(filings, f) })
				made := c.Total(collect.Call(c.Collection, filings), "tinh.toml", true)
				if made.Text == nil {
					b.Fatal(printed(made.Findings))
				}
			}
		})
	}
}
