package workflow_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"testing"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// annexes are data files of as many offices: other bodies, other numbers, other figures.
func annexes(b *testing.B, n int) []*diag.Source {
	b.Helper()
	seed, err := os.ReadFile("../../../seeds/huong-khe-2021.toml")
	if err != nil {
		b.Fatal(err)
	}
	body, figure := regexp.MustCompile(`UBND huyện Hương Khê`), regexp.MustCompile(`(?m)^("\d[^"]*" *= )\d+`)
	bodies := []string{"xã Sơn Giang", "huyện Đắk Glong", "quận Ô Môn", "thị xã Kỳ Anh", "phường Ea H'leo"}
	r := rand.New(rand.NewPCG(1, 2))
	all := make([]*diag.Source, n)
	for i := range all {
		text := body.ReplaceAll(seed, fmt.Appendf(nil, "UBND %s %d", bodies[i%len(bodies)], i))
		text = figure.ReplaceAllFunc(text, func(line []byte) []byte {
			return fmt.Appendf(figure.FindSubmatch(line)[1], "%d", r.IntN(2000))
		})
		all[i] = diag.NewSource(fmt.Sprintf("so-lieu-%d.toml", i), text)
	}
	return all
}

// What one annex takes of a folder of them: read and checked, made in both formats; and what
// guarding an older DOCX adds.
func BenchmarkFolder(b *testing.B) {
	work, findings := workflow.Open(family(b))
	if work == nil {
		b.Fatal(findings)
	}
	sources := annexes(b, 64)
	shelf := workflow.NewShelf(work, func(string) ([]*diag.Source, []error) { return nil, nil })
	var older [][]byte
	for _, src := range sources {
		annex, _ := shelf.Check(src, nil)
		made, err := work.Render(annex, []render.Format{render.DOCX}, render.Options{}, workflow.Comparison{})
		if err != nil {
			b.Fatal(err)
		}
		older = append(older, made.Files[0].Data)
	}
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if annex, findings := shelf.Check(diag.NewSource("a.toml", sources[i%64].Text), nil); annex == nil {
				b.Fatal(findings)
			}
		}
	})
	b.Run("files", func(b *testing.B) {
		annex, _ := shelf.Check(sources[0], nil)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if i%8 == 0 { // other letters in the faces
				annex, _ = shelf.Check(sources[i/8%64], nil)
			}
			if _, err := work.Render(annex, render.Usual(), render.Options{}, workflow.Comparison{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("guard", func(b *testing.B) {
		annex, _ := shelf.Check(sources[0], nil)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if loss := work.Guard("a.docx", older[i%63+1], annex, render.File{Format: render.DOCX}, render.Options{}); loss != nil {
				b.Fatal(loss)
			}
		}
	})
}
