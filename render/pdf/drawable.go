package pdf

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"phuluc2b/fonts"
	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
)

// drawable refuses text of a document that a font has no code for, or that PDF/A does not
// allow, and returns the letters that its pages draw, by style; nil for a style of no text.
func drawable(meta layout.Meta, pages []paginate.Page, family *fonts.Family) (drawn [len(faces{})]*letterSet, err error) {
	for _, text := range []string{meta.Title, meta.Author, meta.Subject, meta.Language} {
		if err := check(text); err != nil {
			return drawn, err
		}
	}
	for _, page := range pages {
		for _, line := range page.Lines {
			set := &drawn[styleOf(line.Style)]
			if *set == nil {
				*set = new(letterSet)
			}
			if err := (*set).line(line, family.Face(line.Style.Bold, line.Style.Italic)); err != nil {
				return drawn, err
			}
		}
		for _, mark := range page.Marks {
			if err := check(mark.Text); err != nil {
				return drawn, err
			}
		}
	}
	return drawn, nil
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
