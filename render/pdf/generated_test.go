package pdf

import (
	"math/rand/v2"
	"strings"
	"testing"

	"phuluc2b/render/layout"
)

// Documents of any shape, from a fixed seed.
func TestGenerated(t *testing.T) {
	random := rand.New(rand.NewPCG(2021, 476))
	for range 300 {
		a := generate(random)
		if p := place(t, a); !t.Failed() {
			p.check()
		}
	}
}

func generate(random *rand.Rand) *annex {
	a := newAnnex()
	a.Page.Height = layout.Length(120+random.IntN(180)) * mm
	words := func(most int) string {
		text := strings.Repeat("Số nhiệm vụ được giao ", random.IntN(most))
		return text + strings.Repeat("Ẳ", random.IntN(12))
	}
	a.row(words(1), words(2))
	for range random.IntN(60) {
		switch random.IntN(12) {
		case 0, 1, 2:
			a.group("1.", words(3)+".")
		case 3:
			a.block("Trong đó", words(3), words(2)+".", "Xã")
		case 4:
			a.block(words(6), make([]string, 1+random.IntN(6))...)
		case 5:
			a.row("1.1.1.", words(200), words(30), "07", words(20)).MinHeight = 30 * pt
		default:
			a.row("1.1.1.", words(6), words(2), "07", words(2))
		}
	}
	return a
}
