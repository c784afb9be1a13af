package pdf

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// drawable refuses text that a font has no code for, or that PDF/A does not allow.
func drawable(meta layout.Meta, pages []paginate.Page, family *fonts.Family) error {
	for _, text := range []string{meta.Title, meta.Author, meta.Subject, meta.Language} {
		if err := check(text); err != nil {
			return err
		}
	}
	for _, page := range pages {
		for _, line := range page.Lines {
			if err := checkLine(line, family); err != nil {
				return err
			}
		}
		for _, mark := range page.Marks {
			if err := check(mark.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

// check refuses text that is not UTF-8, code points that a font or XML cannot hold (from U+FFFE
// up) and control characters: properties of a file are written as XML too.
func check(text string) error {
	if !utf8.ValidString(text) {
		return fmt.Errorf("pdf: %q is not UTF-8", text)
	}
	for _, r := range text {
		if r >= lastRune-1 || unicode.Is(unicode.Cc, r) {
			return fmt.Errorf("pdf: cannot write %q (%U) in %q", r, r, text)
		}
	}
	return nil
}

// checkLine refuses letters that the face does not have, for which a reader draws a box, and
// those of Unicode category C (format marks, private use).
func checkLine(line paginate.Line, family *fonts.Family) error {
	if err := check(line.Text); err != nil {
		return err
	}
	face := family.Face(line.Style.Bold, line.Style.Italic)
	for _, r := range line.Text {
		if !face.Has(r) || unicode.Is(unicode.C, r) {
			return fmt.Errorf("pdf: %s cannot draw %q (%U) in %q", face.Name, r, r, line.Text)
		}
	}
	return nil
}
