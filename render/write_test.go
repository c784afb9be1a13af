package render

import (
	"strings"
	"testing"
)

// Formats are written beside each other: a panic in one of them must not end the program, and
// files come in their order.
func TestFormatsAtOnce(t *testing.T) {
	t.Parallel()
	annex := repositoryAnnex(t, "seeds/huong-khe-2021.toml")
	family := serif(t)
	t.Run("order", func(t *testing.T) {
		t.Parallel()
		files, err := NewRenderer(family).Render(annex, []Format{PDF, DOCX}, Options{})
		if err != nil || len(files) != 2 || files[0].Format != DOCX || files[1].Format != PDF || files[1].Pages == 0 {
			t.Errorf("%d files, %v", len(files), err)
		}
	})
	t.Run("panic", func(t *testing.T) {
		t.Parallel()
		broken := NewRenderer(family)
		broken.docx = nil
		files, err := broken.Render(annex, Formats(), Options{})
		if files != nil || err == nil || !strings.HasPrefix(err.Error(), "lỗi bên trong chương trình khi làm tệp docx") {
			t.Errorf("%d files, %v", len(files), err)
		}
	})
}
