package docx

import (
	"path"
	"slices"
	"strings"

	"github.com/unidoc/unioffice/schema/soo/pkg/content_types"
	"github.com/unidoc/unioffice/schema/soo/pkg/relationships"

	"phuluc2b/render/layout"
)

// Relationships that the section of the document uses by name.
const (
	firstHeaderID = "rId3"
	headerID      = "rId4"
	firstItemID   = 5 // of the custom XML parts: "rId5" and so on
)

// Prefixes of content types and relationship types.
const (
	openXML    = "application/vnd.openxmlformats-"
	wordXML    = openXML + "officedocument.wordprocessingml."
	officeLink = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	coreLink   = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)

// part is one file of the package and the relationship that leads to it.
type part struct {
	name    string // in the archive: "word/styles.xml"
	kind    string // the type of its content; empty for plain XML
	id      string // of the relationship; unique among those from one source
	link    string // the type of the relationship
	content any    // a content, or a value to be marshalled
}

// packageParts is every file of the package. The list of content types is first, as in Word's
// own files: some programs recognise a DOCX by that.
func packageParts(doc *layout.Document) []part {
	top, word := topParts(doc), wordParts(doc)
	properties := propertiesParts(customItems(doc))
	parts := []part{
		{name: "[Content_Types].xml", content: shared(func() any { return contentTypes(top, word, properties) })},
		linksOf("", top...),
		linksOf("word/document.xml", word...),
	}
	for i, p := range properties {
		parts = append(parts, linksOf(itemName(i), p))
	}
	return slices.Concat(parts, top, word, properties)
}

// topParts are the parts that the package itself refers to.
func topParts(doc *layout.Document) []part {
	return []part{
		{"word/document.xml", wordXML + "document.main+xml", "rId1", officeLink + "officeDocument", mainPart{doc}},
		{"docProps/core.xml", openXML + "package.core-properties+xml", "rId2", coreLink, coreProperties(doc)},
		{"docProps/app.xml", openXML + "officedocument.extended-properties+xml", "rId3", officeLink + "extended-properties", shared(func() any { return appProperties() })},
	}
}

// wordParts are the parts that word/document.xml refers to.
func wordParts(doc *layout.Document) []part {
	parts := []part{
		{"word/styles.xml", wordXML + "styles+xml", "rId1", officeLink + "styles", shared(func() any { return styles(doc) })},
		{"word/settings.xml", wordXML + "settings+xml", "rId2", officeLink + "settings", shared(func() any { return settings(doc.Meta) })},
		{"word/header1.xml", wordXML + "header+xml", firstHeaderID, officeLink + "header", shared(func() any { return firstHeader(doc.Page) })},
		{"word/header2.xml", wordXML + "header+xml", headerID, officeLink + "header", shared(func() any { return numberHeader(doc.Page) })},
	}
	return append(parts, itemParts(customItems(doc))...)
}

// contentTypes is the list of the content types of parts.
func contentTypes(groups ...[]part) *content_types.Types {
	types := content_types.NewTypes()
	types.Default = []*content_types.Default{
		defaultType("rels", openXML+"package.relationships+xml"),
		defaultType("xml", "application/xml"),
	}
	for _, parts := range groups {
		for _, p := range parts {
			if p.kind == "" {
				continue
			}
			override := content_types.NewOverride()
			override.PartNameAttr, override.ContentTypeAttr = "/"+p.name, p.kind
			types.Override = append(types.Override, override)
		}
	}
	return types
}

func defaultType(extension, kind string) *content_types.Default {
	d := content_types.NewDefault()
	d.ExtensionAttr, d.ContentTypeAttr = extension, kind
	return d
}

// linksOf is the part with the relationships from a source to parts; a source "" is the package
// itself.
func linksOf(source string, parts ...part) part {
	folder := source[:strings.LastIndex(source, "/")+1]
	return part{name: linksName(source), content: shared(func() any {
		links := relationships.NewRelationships()
		for _, p := range parts {
			link := relationships.NewRelationship()
			link.IdAttr, link.TypeAttr = p.id, p.link
			link.TargetAttr = target(folder, p.name)
			links.Relationship = append(links.Relationship, link)
		}
		return links
	})}
}

// linksName is the part that holds the relationships from a source.
func linksName(source string) string {
	folder, file := path.Split(source)
	return folder + "_rels/" + file + ".rels"
}

// target is a part's name as seen from a folder.
func target(folder, name string) string {
	if inside, ok := strings.CutPrefix(name, folder); ok {
		return inside
	}
	return strings.Repeat("../", strings.Count(folder, "/")) + name
}
