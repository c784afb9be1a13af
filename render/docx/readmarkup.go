package docx

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// markup reads the elements of a part, one after the other. It keeps none of them.
type markup struct {
	decoder    *xml.Decoder
	source     *tagReader
	depth      int // elements that are open
	alternates int // AlternateContent elements so far
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
		if kind(token) == alternateContent {
			m.alternates++
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
