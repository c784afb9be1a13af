package workflow

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// withFormNamed is the workspace with the form of an ID out of the files beside a data file; the
// same workspace when it is none of them. There is none when two different forms have that ID,
// the form has faults, or a file that cannot be read may be it.
func (w *Workspace) withFormNamed(id string, beside folder) found {
	var is *diag.Source
	var broken []*diag.Source
	for _, file := range beside.files {
		switch {
		case !isForm(id, file):
			if mayBeForm(id, file) {
				broken = append(broken, file)
			}
		case is == nil:
			is = file
		case !bytes.Equal(is.Text, file.Text):
			return found{fault: twoForms(id, is, file)}
		}
	}
	switch {
	case is == nil && len(broken)+len(beside.unread) > 0:
		return found{fault: w.noForm(id, broken, beside.unread)}
	case is == nil:
		return found{work: w}
	}
	form, faults := w.reader.ReadForm(is)
	if form == nil {
		return found{fault: brokenForm(is, faults.Sorted())}
	}
	return found{work: w.with(form)}
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

// mayBeForm reports whether a file may have been meant for the form of that ID, though it cannot
// be read as one.
func mayBeForm(id string, file *diag.Source) bool {
	o := model.ReadOutline(file)
	if o.Sound {
		return o.IsPart() && (o.Form == "" || o.Form == id)
	}
	return !bytes.Contains(file.Text, []byte("[bao_cao]"))
}

// TwoForms tells of two different forms with one name among those that are named together.
func TwoForms(forms []*diag.Source) diag.List {
	first := map[string]*diag.Source{}
	for _, file := range forms {
		o := model.ReadOutline(file)
		switch is := first[o.Form]; {
		case o.Form == "" || !o.IsForm():
		case is == nil:
			first[o.Form] = file
		case !bytes.Equal(is.Text, file.Text):
			return diag.List{twoForms(o.Form, is, file)(o)}
		}
	}
	return nil
}

func twoForms(id string, one, other *diag.Source) func(model.Outline) diag.Finding {
	return func(wanted model.Outline) diag.Finding {
		return diag.Finding{Rule: "mau-trung", Place: wanted.Place, Message: fmt.Sprintf("hai biểu mẫu khác nhau cùng có tên %s: %s và %s", id, one.Name, other.Name),
			Remedy: diag.Remedy{Do: diag.ChooseOf, Args: []string{one.Name}}}
	}
}

// brokenForm tells the first fault of a form, once for each data file: it may be that of many.
func brokenForm(form *diag.Source, faults diag.List) func(model.Outline) diag.Finding {
	return func(wanted model.Outline) diag.Finding {
		return diag.Finding{Rule: "mau-hong", Place: wanted.Place, Message: fmt.Sprintf("tệp biểu mẫu %s có %d lỗi", form.Name, len(faults)),
			Remedy:  diag.Remedy{Do: diag.CheckForm, Args: []string{form.Name, wanted.Place.Source.Name}},
			Related: []diag.Related{{Place: faults[0].Place, Message: faults[0].Message}}}
	}
}

const (
	mostBeside = 3  // files that one finding names
	mostShown  = 60 // columns of an ID
)

// noForm tells which files beside a data file could not be read as its form.
func (w *Workspace) noForm(id string, broken []*diag.Source, unread []error) func(model.Outline) diag.Finding {
	var names []string
	var related []diag.Related
	for _, file := range broken[:min(len(broken), mostBeside)] {
		names = append(names, file.Name)
		if _, faults := w.reader.ReadForm(file); len(faults) > 0 {
			first := faults.Sorted()[0]
			related = append(related, diag.Related{Place: first.Place, Message: first.Message})
		}
	}
	for _, err := range unread[:min(len(unread), mostBeside)] {
		names = append(names, err.Error())
	}
	remedy := diag.Remedy{Do: diag.MendBeside, Args: []string{strings.Join(names, ", "), strings.Join(w.Forms.IDs(), ", ")}}
	return func(wanted model.Outline) diag.Finding {
		f := diag.Finding{Rule: "mau-la", Place: wanted.Place, Message: fmt.Sprintf("không có biểu mẫu \"%s\"", diag.Shorten(id, mostShown)), Remedy: remedy, Related: related}
		if len(broken) > 0 {
			f.Remedy = diag.Remedy{Do: diag.CheckBeside, Args: append(remedy.Args[:2:2], broken[0].Name, wanted.Place.Source.Name)}
		}
		return f
	}
}
