package docx

import (
	"encoding/xml"
	"strconv"
)

// The namespaces of a document; the second is that of a "strict" one.
const (
	wordSpace          = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strictWordSpace    = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	compatibilitySpace = "http://schemas.openxmlformats.org/markup-compatibility/2006"
)

const (
	alternateContent = "mc:AlternateContent"
	choice           = "mc:Choice"
	fallback         = "mc:Fallback"
)

// kind is how the readers call an element: those of other namespaces are "".
func kind(e xml.StartElement) string {
	switch e.Name.Space {
	case wordSpace, strictWordSpace:
		return e.Name.Local
	case compatibilitySpace:
		return "mc:" + e.Name.Local
	}
	return ""
}

// attribute is one of an element by its name without a namespace; "" if there is none.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// whole is a number in an attribute, from 0 to a million.
func whole(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attribute(e, name))
	if err != nil {
		return 0
	}
	return min(max(n, 0), 1_000_000)
}

// isOn reads a property that is on unless it says that it is off.
func isOn(e xml.StartElement) bool {
	switch attribute(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}
