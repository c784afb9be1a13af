package docxread

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// markup reads the elements of a part, one after the other. It keeps none of them.
type markup struct {
	decoder    *xml.Decoder
	source     *tagReader
	depth      int // elements that are open
	alternates int // AlternateContent elements so far
	changes    int // elements so far that record what a property was before
	longest    int // bytes that a tag or a text may have
}

// readPart hands the root of a part to read, and then reads on to its end: only there a
// broken archive shows.
func (a *archive) readPart(name string, limit int64, read func(m *markup, root xml.StartElement) error) error {
	part, err := a.open(name, limit)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer part.Close()
	source := &tagReader{Reader: bufio.NewReader(part)}
	m := &markup{decoder: xml.NewDecoder(source), source: source, longest: maxTag}
	root, err := m.root()
	if err == nil {
		err = read(m, root)
	}
	for err == nil {
		_, err = m.next()
	}
	if err != io.EOF {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// next is io.EOF at the end of the part.
func (m *markup) next() (xml.Token, error) {
	m.source.left = m.longest
	token, err := m.decoder.Token()
	if err != nil {
		if err != io.EOF && !errors.Is(err, ErrTooLarge) {
			err = damagedBy(err)
		}
		return nil, err
	}
	switch token := token.(type) {
	case xml.StartElement:
		if m.depth++; m.depth > maxDepth {
			return nil, tooLarge("elements are nested more than 256 deep")
		}
		switch name := kind(token); {
		case name == alternateContent:
			m.alternates++
		case strings.HasSuffix(name, "PrChange"):
			m.changes++
		}
	case xml.EndElement:
		m.depth--
	case xml.Directive:
		return nil, damaged("a document type, which could define entities")
	}
	return token, nil
}

func (m *markup) root() (xml.StartElement, error) {
	for {
		token, err := m.next()
		if err == io.EOF {
			err = damaged("the part is empty")
		}
		if err != nil {
			return xml.StartElement{}, err
		}
		if root, ok := token.(xml.StartElement); ok {
			return root, nil
		}
	}
}

// children visits each element right below the open one, up to its end. What a visit leaves
// of an element is skipped.
func (m *markup) children(visit func(xml.StartElement) error) error {
	level := m.depth
	for {
		token, err := m.next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			err = visit(token)
		case xml.EndElement:
			return nil
		}
		for err == nil && m.depth > level {
			_, err = m.next()
		}
		if err != nil {
			return err
		}
	}
}

// text is what stands right in the open element, up to its end.
func (m *markup) text() (string, error) {
	var text strings.Builder
	level := m.depth
	for m.depth >= level {
		token, err := m.next()
		if err != nil {
			return "", err
		}
		if t, ok := token.(xml.CharData); ok && m.depth == level {
			text.Write(t)
		}
	}
	return text.String(), nil
}

// tagReader limits how much is read for one tag or text: the decoder keeps that whole.
type tagReader struct {
	*bufio.Reader
	left int
}

func (t *tagReader) ReadByte() (byte, error) {
	if t.left--; t.left < 0 {
		return 0, tooLarge("a tag or text without an end")
	}
	return t.Reader.ReadByte()
}

// The namespaces of a document; the second is that of a "strict" one.
const (
	wordSpace          = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strictWordSpace    = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	compatibilitySpace = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	mathSpace          = "http://schemas.openxmlformats.org/officeDocument/2006/math"
	strictMathSpace    = "http://purl.oclc.org/ooxml/officeDocument/math"
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
	case mathSpace, strictMathSpace:
		return "m:" + e.Name.Local
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
