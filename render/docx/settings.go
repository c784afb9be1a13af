package docx

import (
	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// settings make Word treat the file as one of its own time: without the mode it opens in
// "Compatibility Mode" and moves tables out into the margin. The others are those that Word
// writes beside it; unset, they mean the behaviour of 2007.
func settings(meta layout.Meta) *wml.Settings {
	s := wml.NewSettings()
	s.ThemeFontLang = &wml.CT_Language{ValAttr: &meta.Language}
	s.Compat = &wml.CT_Compat{CompatSetting: []*wml.CT_CompatSetting{
		compatSetting("compatibilityMode", "15"),
		compatSetting("overrideTableStyleFontSizeAndJustification", "1"),
		compatSetting("enableOpenTypeFeatures", "1"),
		compatSetting("doNotFlipMirrorIndents", "1"),
		compatSetting("differentiateMultirowTableHeaders", "1"),
	}}
	return s
}

func compatSetting(name, value string) *wml.CT_CompatSetting {
	return &wml.CT_CompatSetting{
		NameAttr: &name,
		UriAttr:  new("http://schemas.microsoft.com/office/word"),
		ValAttr:  &value,
	}
}
