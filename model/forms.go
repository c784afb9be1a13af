package model

import (
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
		form, f := r.ReadForm(diag.NewSource(name, text))
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

// IDs lists the forms by name.
func (f Forms) IDs() []string { return slices.Sorted(maps.Keys(f)) }

// list names the forms for a hint.
func (f Forms) list() string { return strings.Join(f.IDs(), ", ") }
