package docx

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"

	"phuluc2b/render/layout"
)

const (
	itemLink       = officeLink + "customXml"
	propertiesLink = officeLink + "customXmlProps"
	propertiesKind = openXML + "officedocument.customXmlProperties+xml"
)

// sourceItem is an attachment as a custom XML part, the only kind of part that Word and
// LibreOffice keep when they save the file. The bytes are base64, for XML changes line ends.
type sourceItem struct {
	XMLName     xml.Name `xml:"urn:phuluc2b:source source"`
	Name        string   `xml:"name,attr"`
	Type        string   `xml:"type,attr"`
	Description string   `xml:"description,attr,omitempty"`
	Data        []byte   `xml:",chardata"`
}

// itemProperties is the properties part of a custom XML part, without which LibreOffice drops
// it.
type itemProperties struct {
	XMLName xml.Name    `xml:"ds:datastoreItem"`
	Space   string      `xml:"xmlns:ds,attr"`
	ID      string      `xml:"ds:itemID,attr"`
	Schemas []schemaRef `xml:"ds:schemaRefs>ds:schemaRef"`
}

type schemaRef struct {
	URI string `xml:"ds:uri,attr"`
}

// digestItem is what shows that a document was changed: a digest of its words,
// and one of the parts that make its pages, which are all written before it.
type digestItem struct {
	XMLName xml.Name `xml:"urn:phuluc2b:source digest"`
	Words   string   `xml:"words,attr"`
	Pages   string   `xml:"pages,attr"`
}

func (i digestItem) write(w io.Writer, d *encoders) error {
	i.Pages = layout.PagesDigest(d.sums)
	return d.marshal(w, i)
}

// customItem is a custom XML part: its content, and the bytes that its number is made of.
type customItem struct {
	content any
	name    string
	data    []byte
}

// customItems are what a document holds beside its pages.
func customItems(doc *layout.Document) []customItem {
	var items []customItem
	for _, a := range doc.Attachments {
		content := sourceItem{Name: a.Name, Type: a.Type, Description: a.Description, Data: base64.StdEncoding.AppendEncode(nil, a.Data)}
		items = append(items, customItem{content, a.Name, a.Data})
	}
	if doc.Digest != "" {
		items = append(items, customItem{digestItem{Words: doc.Digest}, "", []byte(doc.Digest)})
	}
	return items
}

// itemParts are the parts of items; word/document.xml refers to them.
func itemParts(items []customItem) []part {
	var parts []part
	for i, item := range items {
		parts = append(parts, part{name: itemName(i), id: fmt.Sprintf("rId%d", firstItemID+i), link: itemLink, content: item.content})
	}
	return parts
}

// propertiesParts has one part for each item, to which it refers.
func propertiesParts(items []customItem) []part {
	var parts []part
	for i, item := range items {
		parts = append(parts, part{"customXml/itemProps" + strconv.Itoa(i+1) + ".xml", propertiesKind, "rId1", propertiesLink, itemProperties{
			Space:   "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
			ID:      item.id(i),
			Schemas: []schemaRef{{layout.SourceSpace}},
		}})
	}
	return parts
}

func itemName(i int) string { return "customXml/item" + strconv.Itoa(i+1) + ".xml" }

// id is a GUID that depends on the item alone: version 8 of RFC 9562.
func (item customItem) id(i int) string {
	h := sha256.New()
	fmt.Fprintf(h, "%d %q ", i, item.name)
	h.Write(item.data)
	id := h.Sum(nil)
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("{%X-%X-%X-%X-%X}", id[:4], id[4:6], id[6:8], id[8:10], id[10:16])
}
