package model

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"phuluc2b/model/diag"
	"phuluc2b/templates"
)

// Forms finds a form by its ID: a user's own, or one that the program carries.
type Forms map[string]*Form

// NewForms reads the embedded forms and adds a user's own, which come first.
func NewForms(draws func(rune) bool, own ...*Form) (Forms, error) {
	names, err := fs.Glob(templates.Files, "*.toml")
	if err != nil {
		return nil, err
	}
	forms := Forms{}
	for _, name := range names {
		text, err := templates.Files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		form, findings := ReadForm(diag.NewSource(name, text), draws)
		if form == nil {
			return nil, fmt.Errorf("embedded form %s: %s", name, findings[0].Message)
		}
		forms[form.ID] = form
	}
	for _, form := range own {
		forms[form.ID] = form
	}
	return forms, nil
}

// IDs lists the forms by name.
func (f Forms) IDs() []string {
	var ids []string
	for id := range f {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	return ids
}

// list names the forms for a hint.
func (f Forms) list() string { return strings.Join(f.IDs(), ", ") }
