package layout

import (
	"path/filepath"
	"strings"
	"time"

	"phuluc2b/fonts"
	"phuluc2b/model"
)

// New lays out an annex. The family measures its head cells.
func New(a *model.Annex, family *fonts.Family, options Options) *Document {
	s := newStyles()
	doc := newDocument(a, s, options, a.TitleLines())
	if !options.NoSource {
		doc.Attachments = sources(a)
	}
	doc.Blocks = append(titleBlock(a, s, a.TitleLines(), a.Reference()), newGrid(a, s, doc.Page.TextWidth(), family))
	doc.noteChanges(options.Changed)
	return doc
}

// newDocument is a document of that title which goes with the annex's report, still blank.
func newDocument(a *model.Annex, s styles, options Options, title []string) *Document {
	doc := &Document{Page: a4(s.number, s.mark), Styles: s.all()}
	doc.Meta = Meta{
		Title:    strings.Join(append([]string{a.Form.Label}, title...), " "),
		Author:   a.Report.Issuer,
		Subject:  strings.Trim(a.Reference(), "()"),
		Language: "vi-VN",
		Date:     a.Report.Day(),
	}
	if !options.Date.IsZero() {
		doc.Meta.Date = options.Date.UTC()
	}
	if options.Draft {
		doc.Page.Mark = draftMark
	}
	return doc
}

// titleBlock is the label, the title, and the lines that say where it belongs, the one that
// cites the report first, with a short rule under them (NĐ 30/2020, Phụ lục I, III.1; Phụ lục
// III, mẫu 2.1).
func titleBlock(a *model.Annex, s styles, title []string, references ...string) []Block {
	blocks := []Block{Paragraph{s.label, a.Form.Label}}
	for _, line := range title {
		blocks = append(blocks, Paragraph{s.title, line})
	}
	for _, line := range references {
		if line != "" {
			blocks = append(blocks, Paragraph{s.reference, line})
		}
	}
	return append(blocks, Rule{Width: Millimetres(45), Weight: 3 * Point / 4, Before: 5 * Point, After: 12 * Point})
}

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

// noteChanges says in the notes of an annex what its changed figures were before, each on a
// line of its own below the note that the annex has. An annex without a column of notes stays
// as it is.
func (d *Document) noteChanges(changes []model.Change) {
	before := map[string]string{}
	d.Meta.Marked = len(changes) > 0
	for _, c := range changes {
		if c.Part == model.PartFigure && !c.Removed {
			before[c.Key+"/"+string(model.RoleNote)] = c.Mark()
		}
	}
	for _, block := range d.Blocks {
		if grid, ok := block.(*Grid); ok {
			grid.addLines(before)
		}
	}
}

// addLines adds a paragraph to the cells that show a datum, by its Source.
func (g *Grid) addLines(lines map[string]string) {
	for i, row := range g.Rows {
		for j, c := range row.Cells {
			line, ok := lines[c.Source]
			if !ok || !c.Owns(i, j) {
				continue
			}
			style := c.Paragraphs[0].Style
			if strings.TrimSpace(c.Text()) == "" {
				c.Paragraphs = nil
			}
			c.Paragraphs = append(c.Paragraphs, Paragraph{style, line})
		}
	}
}
