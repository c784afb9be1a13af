package docx

import (
	"bytes"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// More forms than parts are kept of, twice over: each file is that of a Writer which has seen no
// other, digested or not, and what is kept stays bounded.
func TestManyForms(t *testing.T) {
	t.Parallel()
	d := newEncoders()
	for round := range 2 {
		for n := range 2 * mostKept {
			doc := rendertest.Small()
			doc.Styles[1].Size += layout.Length(n) * layout.Point
			if d.digested = n%2 == 1; d.digested {
				doc.Digest = "words"
			}
			var file bytes.Buffer
			if err := d.writeArchive(&file, packageParts(doc)); err != nil || !bytes.Equal(file.Bytes(), write(t, doc)) {
				t.Fatalf("form %d in round %d differs: %v", n, round, err)
			}
			if len(d.kept) > mostKept {
				t.Fatalf("%d parts are kept", len(d.kept))
			}
		}
	}
}
