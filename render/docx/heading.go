package docx

import (
	"fmt"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// headingID is Word's own style for headings of that level. A style with a level in the
// outline is based on it: Word goes by the level, but other readers look for the style.
func headingID(level int) string { return fmt.Sprintf("Heading%d", level) }

// headingStyles are Word's own styles of the levels in use. They look like the body:
// whoever is based on them says all else.
func headingStyles(styles []*layout.Style) []*wml.CT_Style {
	var written []*wml.CT_Style
	made := map[int]bool{}
	for _, s := range styles {
		if s.Heading > 0 && !made[s.Heading] {
			made[s.Heading] = true
			written = append(written, headingStyle(s.Heading, styles[0]))
		}
	}
	return written
}

func headingStyle(level int, body *layout.Style) *wml.CT_Style {
	id := headingID(level)
	return &wml.CT_Style{
		TypeAttr:    wml.ST_StyleTypeParagraph,
		StyleIdAttr: &id,
		Name:        text(fmt.Sprintf("heading %d", level)),
		BasedOn:     text(body.ID),
		Next:        text(body.ID),
		UiPriority:  number(9),
		QFormat:     on(),
		PPr:         &wml.CT_PPrGeneral{OutlineLvl: number(level - 1)},
	}
}
