package model

import (
	"hash/crc32"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/templates"
)

// Forms finds a form by its ID: a user's own, or one that the program carries.
type Forms map[string]*Form

// ReadForms reads the embedded forms and adds a user's own, which come first. There are
// findings when the fonts lack a letter of an embedded form.
func (r Reader) ReadForms(own ...*Form) (Forms, diag.List) {
	var findings diag.List
	forms := Forms{}
	names, _ := fs.Glob(templates.Files, "*.toml") // the pattern is sound
	for _, name := range names {
		text, _ := templates.Files.ReadFile(name) // it has just been listed
		form, f := r.readEmbedded(diag.NewSource(name, text))
		if findings = append(findings, f...); form != nil {
			form.Embedded = true
			forms[form.ID] = form
		}
	}
	if len(findings) > 0 {
		return nil, findings
	}
	for _, form := range own {
		forms[form.ID] = form
	}
	return forms, nil
}

// aheadForm is an embedded form as ReadForm read it, for a tenth of a run on one annex went into
// that. The file is what counts: another text is read. See formsahead.go.
type aheadForm struct {
	sum     uint32 // of the text, CRC-32
	letters string // of the text
	form    Form   // without its source and the kinds of its rules, but for their names
}

// readEmbedded reads a form of the program, ahead if that can be.
func (r Reader) readEmbedded(src *diag.Source) (*Form, diag.List) {
	missing := func(c rune) bool { return !r.Draws(c) }
	for _, ahead := range formsAhead {
		if ahead.sum == crc32.ChecksumIEEE(src.Text) && !strings.ContainsFunc(ahead.letters, missing) {
			return r.complete(ahead.form, src), nil
		}
	}
	return r.ReadForm(src)
}

// complete is a form that was read ahead, with its source and the kinds of its rules.
func (r Reader) complete(f Form, src *diag.Source) *Form {
	f.Source, f.Rows, f.Rules = src, slices.Clone(f.Rows), slices.Clone(f.Rules)
	for i := range f.Rows {
		f.Rows[i].Place.Source, f.Rows[i].Merge.Place.Source = src, src
	}
	for i := range f.Rules {
		rule := &f.Rules[i]
		rule.Place.Source = src
		for _, kind := range r.Kinds {
			if kind.Name == rule.Kind.Name {
				rule.Kind = kind
			}
		}
	}
	f.index = f.RowIndex()
	return &f
}

// IDs lists the forms by name.
func (f Forms) IDs() []string { return slices.Sorted(maps.Keys(f)) }

// list names the forms for a hint.
func (f Forms) list() string { return strings.Join(f.IDs(), ", ") }
