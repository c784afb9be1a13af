package model_test

import (
	"fmt"
	"testing"

	"phuluc2b/model/check"
	"phuluc2b/model/internal/modeltest"
)

func BenchmarkCheck(b *testing.B) {
	for _, rows := range []int{1000, 10_000} {
		src, forms := modeltest.Large(b, rows)
		annex, findings := check.Reader(modeltest.AnyRune).ReadAnnex(src, forms)
		if annex == nil {
			b.Fatal(findings[0].Message)
		}
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if findings := check.Annex(annex, nil); len(findings) != 0 {
					b.Fatal(findings[0].Message)
				}
			}
		})
	}
}

func BenchmarkReadAnnex(b *testing.B) {
	for _, rows := range []int{143, 2000, 20_000} {
		src, forms := modeltest.Large(b, rows)
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if annex, findings := check.Reader(modeltest.AnyRune).ReadAnnex(src, forms); annex == nil {
					b.Fatal(findings[0].Message)
				}
			}
		})
	}
}
