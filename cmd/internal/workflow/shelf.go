package workflow

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// Shelf is a workspace that finds the forms which lie beside data files, so that nobody has to
// name them. A form that the program carries or that was given to [Open] comes first. Each
// folder is looked at once. Goroutines may share it.
type Shelf struct {
	work *Workspace
	read func(folder string) []*diag.Source

	lock    sync.Mutex
	folders map[string][]*diag.Source
	found   map[[2]string]*Workspace // by folder and form
}

// NewShelf makes a shelf over a workspace, with what reads the files of a folder that may be
// forms.
func NewShelf(work *Workspace, read func(folder string) []*diag.Source) *Shelf {
	return &Shelf{work: work, read: read, folders: map[string][]*diag.Source{}, found: map[[2]string]*Workspace{}}
}

// Read is [Workspace.Read] by the form that the data file names.
func (s *Shelf) Read(src *diag.Source) (*model.Annex, diag.List) {
	work, findings := s.workspace(src)
	if work == nil {
		return nil, findings
	}
	return work.Read(src)
}

// Check is [Workspace.Check] by the form that the data file names.
func (s *Shelf) Check(src *diag.Source, previous *model.Annex) (*model.Annex, diag.List) {
	work, findings := s.workspace(src)
	if work == nil {
		return nil, findings
	}
	return work.Check(src, previous)
}

// workspace is one that has the form of a data file, if there is such a form. It is nil, with
// findings, when the form cannot be used.
func (s *Shelf) workspace(src *diag.Source) (*Workspace, diag.List) {
	wanted := model.ReadOutline(src)
	if wanted.Form == "" || s.work.Forms[wanted.Form] != nil {
		return s.work, nil
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	folder := filepath.Dir(src.Name)
	key := [2]string{folder, wanted.Form}
	if work := s.found[key]; work != nil {
		return work, nil
	}
	if _, read := s.folders[folder]; !read {
		s.folders[folder] = s.read(folder)
	}
	work, findings := s.work.withFormNamed(wanted, s.folders[folder])
	s.found[key] = work
	return work, findings
}

// withFormNamed is the workspace with the form that a data file names, out of files; the same
// workspace when it is none of them. It is nil, with findings, when two different forms have
// that ID, or the form has faults.
func (w *Workspace) withFormNamed(wanted model.Outline, files []*diag.Source) (*Workspace, diag.List) {
	var found *diag.Source
	for _, file := range files {
		switch {
		case !isForm(wanted.Form, file):
		case found == nil:
			found = file
		case !bytes.Equal(found.Text, file.Text):
			var findings diag.List
			findings.Faultf("mau-trung", wanted.Place, "chọn một bằng --form, ví dụ --form "+found.Name+"; hoặc đổi mau của một trong hai tệp",
				"hai biểu mẫu khác nhau cùng có tên %s: %s và %s", wanted.Form, found.Name, file.Name)
			return nil, findings
		}
	}
	if found == nil {
		return w, nil
	}
	form, faults := w.reader.ReadForm(found)
	if form == nil {
		return nil, diag.List{brokenForm(wanted, found, faults.Sorted())}
	}
	return w.with(form), nil
}

// brokenForm tells the first fault of a form, once for each data file: it may be that of many.
func brokenForm(wanted model.Outline, form *diag.Source, faults diag.List) diag.Finding {
	return diag.Finding{Rule: "mau-hong", Place: wanted.Place, Message: fmt.Sprintf("tệp biểu mẫu %s có %d lỗi", form.Name, len(faults)),
		Hint:    fmt.Sprintf("sửa tệp biểu mẫu; xem mọi lỗi của nó: phuluc2b check --form %s %s", form.Name, wanted.Place.Source.Name),
		Related: []diag.Related{{Place: faults[0].Place, Message: faults[0].Message}}}
}

// isForm reports whether a file is the form of that ID, or is named like it and so broken that
// this cannot be told.
func isForm(id string, file *diag.Source) bool {
	o := model.ReadOutline(file)
	if o.Sound {
		return o.IsForm() && o.Form == id
	}
	return strings.EqualFold(filepath.Base(file.Name), id+".toml")
}
