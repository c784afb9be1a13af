package layout

import (
	"path/filepath"
	"strings"
	"time"

	"phuluc2b/model"
)

// Options are what a person may choose of a document.
type Options struct {
	Draft    bool      // every page is marked "DỰ THẢO", without moving anything
	NoSource bool      // the data does not travel with the document
	Date     time.Time // of the file, instead of the report's; zero for none

	Changed []model.Change // the notes say what these figures were before
}

// draftMark stands on every page of a draft.
const draftMark = "DỰ THẢO"

// What the attachments of an annex are called, to people.
const (
	sourceDescription = "Số liệu của phụ lục"
	formDescription   = "Biểu mẫu của phụ lục"
)

// AttachmentKind says what an attachment is to the annex.
type AttachmentKind int

const (
	AttachmentOther  AttachmentKind = iota // of another program
	AttachmentSource                       // the data
	AttachmentForm                         // the form, if the program does not carry it
)

// Kind tells the attachments of an annex apart. Files carry no other sign of it than the
// description, which is therefore the same for ever.
func (a Attachment) Kind() AttachmentKind {
	switch a.Description {
	case sourceDescription:
		return AttachmentSource
	case formDescription:
		return AttachmentForm
	}
	return AttachmentOther
}

// sources are the files that the annex is made of: its data, and its form if that is not one
// which the program carries.
func sources(a *model.Annex) []Attachment {
	attachments := []Attachment{attachment(a.Source.Name, a.Source.Raw, sourceDescription)}
	if !a.Form.Embedded {
		attachments = append(attachments, attachment(a.Form.Source.Name, a.Form.Source.Raw, formDescription))
	}
	return attachments
}

// attachment is a TOML file without its folder: where it lay is nobody's business.
func attachment(path string, data []byte, description string) Attachment {
	name := filepath.Base(strings.ReplaceAll(path, `\`, "/"))
	return Attachment{Name: name, Type: "application/toml", Description: description, Data: data}
}
