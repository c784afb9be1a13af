package docxread

import (
	"encoding/xml"
	"maps"
	"slices"
	"strings"

	"phuluc2b/render/ooxml"
)

// story reads the main part.
type story struct {
	*markup
	content   *ooxml.Content
	pieces    int // rows, cells and paragraphs so far
	archive   *archive
	name      string
	fallbacks []bool // see hasFallback
	styles    styleSheet
	lists     lists
	depth     int // of the open table within others
	bytes     int // of text in tables so far
}

func (a *archive) readStory(name string, links []ooxml.Link) (*ooxml.Content, error) {
	target := func(kind string) string {
		for _, l := range links {
			if l.Kind == kind {
				return l.Target
			}
		}
		return ""
	}
	styles, err := a.readStyles(target("styles"))
	if err != nil {
		return nil, err
	}
	lists, err := a.readNumbering(target("numbering"))
	if err != nil {
		return nil, err
	}
	content := &ooxml.Content{}
	err = a.readPart(name, a.limits.main, func(m *markup, root xml.StartElement) error {
		if kind(root) != "document" {
			return ErrNotDOCX
		}
		s := &story{markup: m, content: content, archive: a, name: name, styles: styles, lists: lists}
		err := s.contents(&flow{}, func(e xml.StartElement) error {
			if kind(e) == "body" {
				return s.body()
			}
			return nil
		})
		content.Extras.Tracked += m.changes
		return err
	})
	return content, err
}

// body reads what stands on the pages: paragraphs and tables.
func (s *story) body() error {
	var f flow
	defer s.keep(&f)
	return s.blocks(&f, nil)
}

// blocks reads the paragraphs and tables in the body, a text box or a cell, which is open. Other
// elements are left to rest, which may be nil.
func (s *story) blocks(f *flow, rest func(xml.StartElement) error) error {
	inCell := f.notes != nil
	return s.contents(f, func(e xml.StartElement) error {
		switch kind(e) {
		case "p":
			if err := s.paragraph(f); err != nil || f.goesOn {
				return err
			}
		case "tbl":
			lines, err := s.table()
			if err != nil {
				return err
			}
			if inCell {
				for _, line := range lines {
					f.size += len(line)
				}
				f.lines = append(f.lines, lines...)
				if f.size > maxText {
					return ooxml.TooLarge("a cell or paragraph with more than 1 MiB of text")
				}
			}
		case "sectPr":
			return s.section()
		case "bookmarkStart":
			f.mark(e)
		case "permStart":
			s.content.Extras.Locks++
		default:
			if rest != nil {
				return rest(e)
			}
			return nil
		}
		if !inCell {
			s.keep(f)
		}
		return nil
	})
}

// keep takes the text outside of tables that was read so far.
func (s *story) keep(f *flow) {
	for _, line := range f.end() {
		if strings.TrimSpace(line) != "" {
			s.content.Paragraphs = append(s.content.Paragraphs, line)
			s.content.Looks = append(s.content.Looks, lookNames(f.looks))
		}
	}
	*f = flow{}
}

// lookNames lists how text is set apart, in order.
func lookNames(looks map[string]bool) string {
	return strings.Join(slices.Sorted(maps.Keys(looks)), "; ")
}

// take counts what is kept.
func (s *story) take(n int) error {
	if s.pieces += n; s.pieces > s.archive.limits.pieces {
		return ooxml.TooLarge(tooManyPieces)
	}
	return nil
}

// contents visits what stands in the open element, as if elements that only wrap others were
// not there: content controls, links, insertions that were tracked.
func (s *story) contents(f *flow, visit func(xml.StartElement) error) error {
	return s.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "ins", "moveTo":
			s.content.Extras.Tracked++
			return s.contents(f, visit)
		case "sdt":
			return s.control(f, visit)
		case "hyperlink":
			s.content.Extras.Links++
			return s.contents(f, visit)
		case "sdtContent", "customXml", "smartTag", "fldSimple", "dir", "bdo":
			return s.contents(f, visit)
		case alternateContent:
			return s.alternate(visit)
		}
		return visit(e)
	})
}

// control visits what stands in a content control. One that shows no more than an invitation
// to fill it in is a doubt.
func (s *story) control(f *flow, visit func(xml.StartElement) error) error {
	invites := false
	return s.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "sdtPr":
			return s.Children(func(e xml.StartElement) error {
				invites = invites || kind(e) == "showingPlcHdr" && ooxml.IsOn(e)
				return nil
			})
		case "sdtContent":
			if invites {
				f.doubt(ooxml.DoubtChoice)
				return nil
			}
			return s.contents(f, visit)
		}
		return nil
	})
}

// section notes the paper of a section.
func (s *story) section() error {
	paper := ooxml.Paper{Columns: 1}
	err := s.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "pgSz":
			paper.Width, paper.Height = ooxml.Whole(e, "w"), ooxml.Whole(e, "h")
		case "pgMar":
			paper.Left, paper.Right = ooxml.Whole(e, "left"), ooxml.Whole(e, "right")
		case "cols":
			paper.Columns = max(ooxml.Whole(e, "num"), 1)
		case "pgBorders":
			paper.Bordered = true
		}
		return nil
	})
	s.content.Extras.Pages = append(s.content.Extras.Pages, paper)
	return err
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
	return s.Children(func(e xml.StartElement) error {
		if kind(e) != wanted || taken {
			return nil
		}
		taken = true
		return s.contents(&flow{}, visit)
	})
}

// hasFallback reports whether the part's n-th AlternateContent has a fallback, which stands
// behind the other forms: the part is read through once, for all.
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
	return m.Children(func(e xml.StartElement) error {
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
