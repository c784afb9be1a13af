package workflow

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// Shelf is a workspace that finds the forms which lie beside data files, so that nobody has to
// name them. A form that the program carries or that was given to [Open] comes first. Each
// folder is looked at once. Goroutines may share it.
type Shelf struct {
	work *Workspace
	read ReadFolder

	lock    sync.Mutex
	folders map[string]folder
	found   map[[2]string]found         // by folder and form
	others  map[[2]string]*diag.Finding // likewise
}

// ReadFolder reads the files of a folder that may be forms. The errors are of those that cannot
// be read, for the user.
type ReadFolder func(name string) (forms []*diag.Source, unread []error)

type folder struct {
	files  []*diag.Source
	unread []error
}

// found is a workspace that has the form of a data file, or why there is none.
type found struct {
	work  *Workspace
	fault func(model.Outline) diag.Finding
}

// NewShelf makes a shelf over a workspace. Nothing lies beside files without a folder: nil.
func NewShelf(work *Workspace, read ReadFolder) *Shelf {
	return &Shelf{work: work, read: read, folders: map[string]folder{}, found: map[[2]string]found{}, others: map[[2]string]*diag.Finding{}}
}

// Read is [Workspace.Read] by the form that the data file names.
func (s *Shelf) Read(src *diag.Source) (*model.Annex, diag.List) {
	work, findings := s.workspace(model.ReadOutline(src), src)
	if work == nil {
		return nil, findings
	}
	return work.Read(src)
}

// Check is [Workspace.Check] by the form that the data file names.
func (s *Shelf) Check(src *diag.Source, previous *model.Annex) (*model.Annex, diag.List) {
	wanted := model.ReadOutline(src)
	work, findings := s.workspace(wanted, src)
	if work == nil {
		return nil, findings
	}
	annex, findings := work.check(wanted, previous)
	return annex, append(findings, s.passedOver(wanted, src)...)
}

// workspace is one that has the form of a data file, if there is such a form. It is nil, with
// findings, when the form cannot be used.
func (s *Shelf) workspace(wanted model.Outline, src *diag.Source) (*Workspace, diag.List) {
	if wanted.Form == "" || wanted.IsForm() || s.work.Forms[wanted.Form] != nil {
		return s.work, nil
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	name := filepath.Dir(src.Name)
	key := [2]string{name, wanted.Form}
	if _, looked := s.found[key]; !looked {
		s.found[key] = s.work.withFormNamed(wanted.Form, s.look(name))
	}
	if f := s.found[key]; f.work == nil {
		return nil, diag.List{f.fault(wanted)}
	}
	return s.found[key].work, nil
}

// look reads a folder, once. Data files that have the looks of a form are not kept: there may be
// thousands.
func (s *Shelf) look(name string) folder {
	f, looked := s.folders[name]
	if !looked && s.read != nil {
		f.files, f.unread = s.read(name)
		f.files = slices.DeleteFunc(f.files, func(file *diag.Source) bool { return model.ReadOutline(file).IsData() })
		s.folders[name] = f
	}
	return f
}

// otherBeside tells of a form beside a data file that has the name of the one which it is read by,
// and other rows, or faults: it may have been filled in by that. It is nil when there is none, or
// the user has named the form.
func (s *Shelf) otherBeside(form *model.Form, src *diag.Source) *diag.Finding {
	if named := s.work.Forms[form.ID]; named != nil && !named.Embedded {
		return nil
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	name := filepath.Dir(src.Name)
	key := [2]string{name, form.ID}
	told, looked := s.others[key]
	if looked {
		return told
	}
	for _, file := range s.look(name).files {
		if told != nil || !isForm(form.ID, file) || bytes.Equal(file.Text, form.Source.Text) {
			continue
		}
		beside, faults := s.work.reader.ReadForm(file)
		if beside == nil {
			first := faults.Sorted()[0]
			told = &diag.Finding{Rule: "mau-hong", Place: first.Place, Hint: "sửa biểu mẫu ấy, hoặc chuyển nó đi chỗ khác",
				Message: fmt.Sprintf("biểu mẫu %s cũng tên %s mà có lỗi (%s), nên không lấy các tệp ở cạnh nó", file.Name, form.ID, first.Message)}
		} else if said := differing(beside, form); said != "" {
			told = &diag.Finding{Rule: "khac-mau", Place: model.ReadOutline(file).Place, Remedy: diag.Remedy{Do: diag.UseForm, Args: []string{file.Name}},
				Message: fmt.Sprintf("biểu mẫu %s cũng tên %s mà các dòng khác biểu mẫu đang dùng (%s), nên không lấy các tệp ở cạnh nó", file.Name, form.ID, said)}
		}
	}
	s.others[key] = told
	return told
}

// passedOver warns of a form beside a data file that is not used, for the program carries one of
// that name.
func (s *Shelf) passedOver(wanted model.Outline, src *diag.Source) diag.List {
	carried := s.work.Forms[wanted.Form]
	if carried == nil || !carried.Embedded || wanted.IsForm() {
		return nil
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	for _, file := range s.look(filepath.Dir(src.Name)).files {
		if bytes.Equal(file.Text, carried.Source.Text) || !isForm(wanted.Form, file) {
			continue
		}
		return diag.List{{Severity: diag.Warning, Rule: "mau-trung", Place: wanted.Place, Message: fmt.Sprintf("không dùng biểu mẫu %s ở cạnh, vì chương trình có sẵn biểu mẫu %s", file.Name, wanted.Form),
			Remedy: diag.Remedy{Do: diag.UseForm, Args: []string{file.Name}}}}
	}
	return nil
}
