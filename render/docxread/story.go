package docxread

import (
	"encoding/xml"
	"strings"
)

// story reads the main part.
type story struct {
	*markup
	content   *Content
	pieces    int // rows, cells and paragraphs so far
	archive   *archive
	name      string
	fallbacks []bool // see hasFallback
}

func (a *archive) readStory(name string) (*Content, error) {
	content := &Content{}
	err := a.readPart(name, a.limits.main, func(m *markup, root xml.StartElement) error {
		if kind(root) != "document" {
			return ErrNotDOCX
		}
		s := &story{markup: m, content: content, archive: a, name: name}
		return s.contents(func(e xml.StartElement) error {
			if kind(e) == "body" {
				return s.body()
			}
			return nil
		})
	})
	return content, err
}

// body reads what stands on the pages: paragraphs and tables.
func (s *story) body() error {
	var f flow
	err := s.contents(func(e xml.StartElement) error {
		switch kind(e) {
		case "p":
			if err := s.paragraph(&f); err != nil || f.goesOn {
				return err
			}
		case "tbl":
			if err := s.table(); err != nil {
				return err
			}
		default:
			return nil
		}
		s.keep(&f)
		return nil
	})
	s.keep(&f)
	return err
}

// keep takes the text outside of tables that was read so far.
func (s *story) keep(f *flow) {
	for _, line := range f.end() {
		if strings.TrimSpace(line) != "" {
			s.content.Paragraphs = append(s.content.Paragraphs, line)
		}
	}
	*f = flow{}
}

// take counts what is kept.
func (s *story) take(n int) error {
	if s.pieces += n; s.pieces > s.archive.limits.pieces {
		return tooLarge("more than 1 500 000 rows, cells and paragraphs")
	}
	return nil
}

// contents visits what stands in the open element, as if elements that only wrap others were
// not there: content controls, links, insertions that were tracked.
func (s *story) contents(visit func(xml.StartElement) error) error {
	return s.children(func(e xml.StartElement) error {
		switch kind(e) {
		case "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "ins", "moveTo":
			return s.contents(visit)
		case alternateContent:
			return s.alternate(visit)
		}
		return visit(e)
	})
}

// alternate visits one of several forms of the same content: the fallback, which is the
// oldest and plainest, or the first if there is none.
func (s *story) alternate(visit func(xml.StartElement) error) error {
	number := s.alternates - 1
	has, err := s.hasFallback(number)
	if err != nil {
		return err
	}
	wanted := choice
	if has {
		wanted = fallback
	}
	taken := false
	return s.children(func(e xml.StartElement) error {
		if kind(e) != wanted || taken {
			return nil
		}
		taken = true
		return s.contents(visit)
	})
}

// hasFallback reports whether the part's n-th AlternateContent has a fallback. That stands
// behind the other forms, so the part is read through once, for all of them.
func (s *story) hasFallback(n int) (bool, error) {
	if s.fallbacks == nil {
		err := s.archive.readPart(s.name, s.archive.limits.main, func(m *markup, _ xml.StartElement) error {
			return m.findFallbacks(&s.fallbacks, -1)
		})
		if err != nil {
			return false, err
		}
	}
	return s.fallbacks[n], nil
}

// findFallbacks lists the AlternateContent elements in the open element, which is the n-th of
// them itself, or none with -1.
func (m *markup) findFallbacks(found *[]bool, n int) error {
	return m.children(func(e xml.StartElement) error {
		switch kind(e) {
		case alternateContent:
			*found = append(*found, false)
			return m.findFallbacks(found, len(*found)-1)
		case fallback:
			if n >= 0 {
				(*found)[n] = true
			}
		}
		return m.findFallbacks(found, -1)
	})
}
