package docx

import "encoding/xml"

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

// hasFallback tells whether the part's n-th AlternateContent has a fallback. That stands
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
