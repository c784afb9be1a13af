package paginate

import (
	"math/rand/v2"
	"testing"

	"phuluc2b/render/internal/rendertest"
)

// Documents of any shape, from a fixed seed.
func TestGenerated(t *testing.T) {
	random := rand.New(rand.NewPCG(2021, 476))
	for range 300 {
		a := rendertest.Generated(random)
		if p := place(t, a); !t.Failed() {
			p.check()
		}
	}
}
