package fonts

import (
	"errors"
	"fmt"
	"os"
)

// What can be wrong with a folder of fonts.
var (
	ErrStyleMissing  = errors.New("no font of this style")
	ErrNotEmbeddable = errors.New("the font's licence bits forbid embedding a subset")
	ErrNotTrueType   = errors.New("not a TrueType font")
	ErrNotVietnamese = errors.New("the font lacks Vietnamese letters")
	ErrTooManyFiles  = fmt.Errorf("a folder of more than %d files", maxEntries)
)

// StyleError is a style of a family that cannot be used, and why.
type StyleError struct {
	Family string // "" when the folder has no font at all
	Style  string // "Regular", "Bold", "Italic", "Bold Italic"
	File   string // "" when none was found
	Err    error
}

func (e *StyleError) Error() string { return fmt.Sprintf("%s %s: %v", e.Style, e.File, e.Err) }

func (e *StyleError) Unwrap() error { return e.Err }

// Load takes the four styles of a family from the TrueType files of a folder and the folders
// in it: of the families that can be used the nearest to Times New Roman. That is this one,
// else one that is made to its widths (Liberation Serif, Tinos, TeX Gyre Termes, Nimbus
// Roman), else another with serifs, else one without, each time the one whose letters are
// nearest in width; a monospaced one only if no other has four styles. If none can be used,
// the errors are all that is wrong with the nearest, one for each style.
func Load(folder string) (*Family, []error) {
	families, err := scan(folder)
	if err != nil {
		return nil, []error{err}
	}
	var wrong []error
	for _, candidate := range inOrder(families) {
		family, errs := candidate.load()
		if errs == nil {
			return family, nil
		}
		if wrong == nil {
			wrong = errs
		}
	}
	if wrong == nil {
		_, wrong = new(familyFiles).load()
	}
	return nil, wrong
}

// load reads the four faces. The errors are all that is wrong, one for each style.
func (f *familyFiles) load() (*Family, []error) {
	family := &Family{Name: f.name, Folder: f.folder}
	var errs []error
	for s, face := range []**Face{regular: &family.Regular, bold: &family.Bold, italic: &family.Italic, boldItalic: &family.BoldItalic} {
		var err error
		if *face, err = open(f.files[s].path); err != nil {
			errs = append(errs, &StyleError{Family: f.name, Style: style(s).String(), File: f.files[s].path, Err: err})
		}
	}
	if errs != nil {
		return nil, errs
	}
	return family, nil
}

// open reads a face and makes sure that a PDF in Vietnamese can be set in it.
func open(path string) (*Face, error) {
	if path == "" {
		return nil, ErrStyleMissing
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if err := embeddable(data); err != nil {
		return nil, err
	}
	face, err := parse(data)
	if err != nil {
		return nil, err
	}
	for _, r := range vietnameseLetters {
		if !face.Has(r) {
			return nil, ErrNotVietnamese
		}
	}
	return face, nil
}

// vietnameseLetters are all of the alphabet, with their tone marks.
const vietnameseLetters = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ" +
	"AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬBCDĐEÉÈẺẼẸÊẾỀỂỄỆGHIÍÌỈĨỊKLMNOÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢPQRSTUÚÙỦŨỤƯỨỪỬỮỰVXYÝỲỶỸỴ0123456789"
