package pdf

import (
	"fmt"
	"unicode/utf8"

	"phuluc2b/render/layout"
)

// last is the highest code point that fpdf can draw or write; it panics at those above it
// and at text that is not UTF-8.
const last = '\uFFFF'

// drawable looks for text that fpdf cannot take.
func drawable(meta layout.Meta, pages []Page) error {
	for _, text := range []string{meta.Title, meta.Author, meta.Subject} {
		if err := check(text); err != nil {
			return err
		}
	}
	for _, page := range pages {
		for _, line := range page.Lines {
			if err := check(line.Text); err != nil {
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

func check(text string) error {
	if !utf8.ValidString(text) {
		return fmt.Errorf("pdf: %q is not UTF-8", text)
	}
	for _, r := range text {
		if r > last {
			return fmt.Errorf("pdf: cannot draw %q (%U) in %q", r, r, text)
		}
	}
	return nil
}
