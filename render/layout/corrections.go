package layout

import (
	"fmt"
	"path/filepath"
	"strings"

	"phuluc2b/fonts"
	"phuluc2b/model"
)

// NewCorrections lays out what changed since an older version as a document of its own, which
// an office hands out beside the annex. It looks like the annex: the same page, styles and
// title block.
func NewCorrections(old, new *model.Annex, changes []model.Change, family *fonts.Family, options Options) *Document {
	s := newStyles()
	title := []string{"BẢNG ĐÍNH CHÍNH SỐ LIỆU " + new.Report.PeriodTitle()}
	doc := newDocument(new, s, options, title)
	doc.Blocks = append(titleBlock(new, s, title, new.Reference(), comparedWith(old, new, family)),
		newCorrectionGrid(old, new, changes, s, doc.Page.TextWidth(), family))
	return doc
}

// comparedWith says which version the figures are compared with: by its date or, where that
// does not tell the versions apart, by its file.
func comparedWith(old, new *model.Annex, family *fonts.Family) string {
	if date := old.Report.Date; !date.IsZero() && !date.Equal(new.Report.Date) {
		return "So với bản ngày " + date.Format("02/01/2006")
	}
	return fmt.Sprintf("So với bản trước (tệp %s)", drawn(filepath.Base(old.Source.Name), family))
}

// drawn is a text that no check has passed with a sign for each letter that the family lacks.
func drawn(s string, family *fonts.Family) string {
	return strings.Map(func(r rune) rune {
		if family.Has(r) {
			return r
		}
		return '_'
	}, s)
}
