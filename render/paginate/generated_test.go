package paginate

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"phuluc2b/render/internal/rendertest"
)

// Documents of any shape, from a fixed seed.
func TestGenerated(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(2021, 476))
	for i := range 300 {
		a := rendertest.Generated(random)
		t.Run(fmt.Sprint("document ", i), func(t *testing.T) {
			t.Parallel()
			place(t, a).check()
		})
	}
}
