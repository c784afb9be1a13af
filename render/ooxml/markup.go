package ooxml

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Markup reads the elements of a part, one after the other. It keeps none of them.
type Markup struct {
	decoder *xml.Decoder
	source  *tagReader
	depth   int                    // elements that are open
	Started func(xml.StartElement) // told of every element below the root; may be nil
	Longest int                    // bytes that a tag or a text may have
}

// ReadPart hands the root of a part to read, and then reads on to its end: only there a
// broken archive shows.
func (a *Archive) ReadPart(name string, limit int64, read func(m *Markup, root xml.StartElement) error) error {
	part, err := a.open(name, limit)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer part.Close()
	source := &tagReader{Reader: bufio.NewReader(part)}
	m := &Markup{decoder: xml.NewDecoder(source), source: source, Longest: MaxTag}
	root, err := m.root()
	if err == nil {
		err = read(m, root)
	}
	for err == nil {
		_, err = m.Next()
	}
	if err != io.EOF {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// Next is io.EOF at the end of the part.
func (m *Markup) Next() (xml.Token, error) {
	m.source.left = m.Longest
	token, err := m.decoder.Token()
	if err != nil {
		if err != io.EOF && !errors.Is(err, ErrTooLarge) {
			err = DamagedBy(err)
		}
		return nil, err
	}
	switch token := token.(type) {
	case xml.StartElement:
		if m.depth++; m.depth > MaxDepth {
			return nil, TooLarge("elements are nested more than 256 deep")
		}
		if m.Started != nil {
			m.Started(token)
		}
	case xml.EndElement:
		m.depth--
	case xml.Directive:
		return nil, Damaged("a document type, which could define entities")
	}
	return token, nil
}

func (m *Markup) root() (xml.StartElement, error) {
	for {
		token, err := m.Next()
		if err == io.EOF {
			err = Damaged("the part is empty")
		}
		if err != nil {
			return xml.StartElement{}, err
		}
		if root, ok := token.(xml.StartElement); ok {
			return root, nil
		}
	}
}

// Children visits each element right below the open one, up to its end. What a visit leaves
// of an element is skipped.
func (m *Markup) Children(visit func(xml.StartElement) error) error {
	level := m.depth
	for {
		token, err := m.Next()
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
			_, err = m.Next()
		}
		if err != nil {
			return err
		}
	}
}

// Text is what stands right in the open element, up to its end.
func (m *Markup) Text() (string, error) {
	var text strings.Builder
	level := m.depth
	for m.depth >= level {
		token, err := m.Next()
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
		return 0, TooLarge("a tag or text without an end")
	}
	return t.Reader.ReadByte()
}

// Attribute is one of an element by its name without a namespace; "" if there is none.
func Attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Whole is a number in an attribute, from 0 to a million.
func Whole(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(Attribute(e, name))
	if err != nil {
		return 0
	}
	return min(max(n, 0), 1_000_000)
}

// IsOn reads a property that is on unless it says that it is off.
func IsOn(e xml.StartElement) bool {
	switch Attribute(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}
