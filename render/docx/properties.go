package docx

import (
	"encoding/xml"
	"time"

	"github.com/unidoc/unioffice"
	"github.com/unidoc/unioffice/schema/soo/ofc/extended_properties"
	"github.com/unidoc/unioffice/schema/soo/pkg/metadata/core_properties"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"phuluc2b/render/layout"
)

// coreProperties are the properties that Word and file managers show. A report without a date
// gets none, for two runs must not differ. The mark of the pages is the content status.
func coreProperties(doc *layout.Document) *core_properties.CoreProperties {
	meta, core := doc.Meta, core_properties.NewCoreProperties()
	core.Title = property("dc:title", meta.Title)
	core.Subject = property("dc:subject", meta.Subject)
	core.Creator = property("dc:creator", meta.Author)
	core.Language = property("dc:language", meta.Language)
	core.LastModifiedBy = &meta.Author
	core.Revision = new("1")
	if meta.Marked {
		core.Category = new(layout.MarkedCategory)
	}
	if doc.Page.Mark != "" {
		core.ContentStatus = &doc.Page.Mark
	}
	if !meta.Date.IsZero() {
		core.Created = dateProperty("dcterms:created", meta.Date)
		core.Modified = dateProperty("dcterms:modified", meta.Date)
	}
	return core
}

func property(name, value string) *unioffice.XSDAny {
	return &unioffice.XSDAny{XMLName: xml.Name{Local: name}, Data: []byte(value)}
}

// dateProperty is a date of type W3CDTF.
func dateProperty(name string, date time.Time) *unioffice.XSDAny {
	p := property(name, date.UTC().Format(time.RFC3339))
	p.Attrs = []xml.Attr{
		{Name: xml.Name{Local: "xmlns:xsi"}, Value: "http://www.w3.org/2001/XMLSchema-instance"},
		{Name: xml.Name{Local: "xsi:type"}, Value: "dcterms:W3CDTF"},
	}
	return p
}

// appProperties name the program, without numbers of pages and lines, which are not known.
func appProperties() *extended_properties.Properties {
	app := extended_properties.NewProperties()
	app.Application = new(layout.Program)
	return app
}

// settings set the mode of Word 2013: without it the file opens in "Compatibility Mode", and
// tables move out into the margin. The other settings are those that Word writes with it;
// unset, they mean the behaviour of Word 2007.
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
