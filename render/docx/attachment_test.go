package docx

import (
	"encoding/base64"
	"encoding/xml"
	"regexp"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
)

// Each attachment is a part with its properties, which name the schema and an ID.
func TestAttachments(t *testing.T) {
	t.Parallel()
	doc := rendertest.Small()
	guid := regexp.MustCompile(`^\{[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}\}$`)
	ids := map[string]bool{}
	for i, name := range []string{"1", "2"} {
		item, want := readPart(t, doc, "customXml/item"+name+".xml"), doc.Attachments[i]
		if item.XMLName != (xml.Name{Space: "urn:phuluc2b:source", Local: "source"}) {
			t.Errorf("root %v", item.XMLName)
		}
		if item.val("", "name") != want.Name || item.val("", "type") != want.Type || item.val("", "description") != want.Description {
			t.Errorf("attributes %v", item.Attrs)
		}
		data, err := base64.StdEncoding.DecodeString(item.Text)
		if err != nil || string(data) != string(want.Data) {
			t.Errorf("%q, %v", data, err)
		}
		link := readPart(t, doc, "customXml/_rels/item"+name+".xml.rels").at("Relationship")
		if got := link.val("", "Target"); got != "itemProps"+name+".xml" {
			t.Errorf("item %s leads to %s", name, got)
		}
		properties := readPart(t, doc, "customXml/itemProps"+name+".xml")
		if got := properties.val("schemaRefs/schemaRef", "uri"); got != "urn:phuluc2b:source" {
			t.Errorf("schema %q", got)
		}
		id := properties.val("", "itemID")
		if !guid.MatchString(id) || ids[id] {
			t.Errorf("ID %s", id)
		}
		ids[id] = true
	}
}

// An ID depends on the name and on the bytes.
func TestItemID(t *testing.T) {
	t.Parallel()
	a := rendertest.Small().Attachments[0]
	renamed, changed := a, a
	renamed.Name = "b"
	changed.Data = []byte("b")
	id := func(i int, a layout.Attachment) string { return customItem{name: a.Name, data: a.Data}.id(i) }
	if first := id(0, a); first != id(0, a) || first == id(0, renamed) || first == id(0, changed) || first == id(1, a) {
		t.Error("the ID is not one of the attachment")
	}
}

func TestNoAttachments(t *testing.T) {
	t.Parallel()
	doc := rendertest.Small()
	doc.Attachments = nil
	entries, _ := rendertest.Unzip(t, write(t, doc))
	for _, entry := range entries {
		if regexp.MustCompile("^customXml").MatchString(entry.Name) {
			t.Errorf("%s without an attachment", entry.Name)
		}
	}
}
