package docx

import (
	"strings"

	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// paragraph is text in a named style; the text itself carries no formatting.
func paragraph(p layout.Paragraph) *wml.CT_P {
	written := emptyParagraph(p.Style.ID)
	if p.Text != "" {
		written.EG_PContent = textRun(p.Text)
	}
	return written
}

// emptyParagraph names its style even if it is the default one: a reader may go by a
// default of its own, such as Word's "Normal", which the file does not have.
func emptyParagraph(styleID string) *wml.CT_P {
	return &wml.CT_P{PPr: &wml.CT_PPr{PStyle: text(styleID)}}
}

// textRun is the content of a paragraph or field.
func textRun(s string) []*wml.EG_PContent {
	t := &wml.CT_Text{Content: s}
	if needsPreserving(s) {
		t.SpaceAttr = new("preserve")
	}
	run := &wml.CT_R{EG_RunInnerContent: []*wml.EG_RunInnerContent{{T: t}}}
	return []*wml.EG_PContent{{EG_ContentRunContent: []*wml.EG_ContentRunContent{{R: run}}}}
}

// needsPreserving tells whether readers may drop spaces of the text unless told not to.
func needsPreserving(s string) bool {
	return strings.TrimSpace(s) != s || strings.Contains(s, "  ")
}
