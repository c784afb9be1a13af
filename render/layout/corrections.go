package layout

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"phuluc2b/fonts"
	"phuluc2b/model"
)

// NewCorrections lays out the list of what changed since an older version, a document with
// the page, styles and title block of the annex.
func NewCorrections(old, new *model.Annex, changes []model.Change, family *fonts.Family, options Options) *Document {
	s := newStyles(new.Form)
	title := []string{"BẢNG ĐÍNH CHÍNH SỐ LIỆU " + new.Report.PeriodTitle()}
	doc := newDocument(new, s, options, title)
	grid := newCorrectionGrid(old, new, changes, s, doc.Page.TextWidth(), family)
	doc.Blocks = append(titleBlock(new, s, family, doc.Page.TextWidth(), title, new.Reference(), comparedWith(old, new, family)), grid)
	doc.Styles = s.all
	doc.Digest = doc.digest()
	return doc
}

// comparedWith names the version that the figures are compared with: by its date or, if it has
// none or that of the new version, by its file.
func comparedWith(old, new *model.Annex, family *fonts.Family) string {
	if date := old.Report.Date; !date.IsZero() && !date.Equal(new.Report.Date) {
		return "So với bản ngày " + new.Form.WriteDate(date)
	}
	return fmt.Sprintf("So với bản trước (tệp %s)", drawn(filepath.Base(old.Source.Name), family))
}

// drawn is a text with "_" for each letter that the family lacks or nobody sees, as marks of
// direction; file names are not checked before.
func drawn(s string, family *fonts.Family) string {
	return strings.Map(func(r rune) rune {
		if family.Has(r) && unicode.IsGraphic(r) {
			return r
		}
		return '_'
	}, s)
}
