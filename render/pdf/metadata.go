package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/object"
)

// info is the document information dictionary (ISO 32000-1, 14.3.3). It must agree with the
// XMP packet.
func info(m layout.Meta) string {
	entry := func(key, text string) string {
		if text == "" {
			return ""
		}
		return key + object.Quote(text)
	}
	day := object.QuoteDate(date(m.Date))
	return "<<" + entry("/Title", m.Title) + entry("/Author", m.Author) + entry("/Subject", m.Subject) +
		entry("/Creator", layout.Program) + entry("/Producer", layout.Program) + "/CreationDate" + day + "/ModDate" + day + ">>"
}

// packet is the same properties as an XMP packet (ISO 16684-1), and the claims of PDF/A-3a
// and PDF/UA-1.
func packet(m layout.Meta) []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	property := func(key, before, text, after string) {
		if text != "" {
			fmt.Fprintf(&b, "<%s>%s%s%s</%s>\n", key, before, escape(text), after, key)
		}
	}
	day := date(m.Date).Format(time.RFC3339)
	property("dc:format", "", "application/pdf", "")
	property("dc:title", `<rdf:Alt><rdf:li xml:lang="x-default">`, m.Title, "</rdf:li></rdf:Alt>")
	property("dc:creator", "<rdf:Seq><rdf:li>", m.Author, "</rdf:li></rdf:Seq>")
	property("dc:description", `<rdf:Alt><rdf:li xml:lang="x-default">`, m.Subject, "</rdf:li></rdf:Alt>")
	property("dc:language", "<rdf:Bag><rdf:li>", m.Language, "</rdf:li></rdf:Bag>")
	property("xmp:CreatorTool", "", layout.Program, "")
	property("xmp:CreateDate", "", strings.Replace(day, "Z", "+00:00", 1), "")
	property("xmp:ModifyDate", "", strings.Replace(day, "Z", "+00:00", 1), "")
	property("pdf:Producer", "", layout.Program, "")
	property("pdfaid:part", "", "3", "")
	property("pdfaid:conformance", "", "A", "")
	extension := ""
	if accessible(m) {
		property("pdfuaid:part", "", "1", "")
		extension = accessibility
	}
	b.WriteString("</rdf:Description>\n" + extension + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return b.Bytes()
}

// accessible reports whether the file has what PDF/UA-1 asks for: a title and a language.
func accessible(m layout.Meta) bool { return m.Title != "" && m.Language != "" }

// accessibility is the extension schema that PDF/A asks for, as it does not define the
// property that claims PDF/UA (ISO 19005-3, 6.6.2.3). PDFBox finds it only in an
// rdf:Description of its own.
const accessibility = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

func escape(text string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(text)) // a strings.Builder returns no error
	return b.String()
}
