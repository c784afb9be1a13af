package docx

import (
	"path"
	"strings"

	"github.com/unidoc/unioffice/schema/soo/pkg/content_types"
	"github.com/unidoc/unioffice/schema/soo/pkg/relationships"
)

// contentTypes tells what each part holds.
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

// linksOf is the part with the relationships that lead from the source to the parts; from
// the package itself if the source has no name.
func linksOf(source string, parts ...part) part {
	folder := source[:strings.LastIndex(source, "/")+1]
	links := relationships.NewRelationships()
	for _, p := range parts {
		link := relationships.NewRelationship()
		link.IdAttr, link.TypeAttr = p.id, p.link
		link.TargetAttr = target(folder, p.name)
		links.Relationship = append(links.Relationship, link)
	}
	return part{name: linksName(source), content: links}
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
