package layout

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"phuluc2b/fonts"
	"phuluc2b/model"
)

// New lays out an annex. The heights of its head rows are measured in the family.
func New(a *model.Annex, family *fonts.Family, options Options) *Document {
	s := newStyles(a.Form)
	doc := newDocument(a, s, options, a.TitleLines())
	if !options.NoSource {
		doc.Attachments = sources(a, options.Previous)
	}
	grid := newGrid(a, options, s, doc.Page.TextWidth(), family)
	doc.Blocks = append(titleBlock(a, s, family, doc.Page.TextWidth(), a.TitleLines(), a.Reference()), grid)
	doc.Styles = s.all
	if grid.HeadOnce = grid.tooTall(doc.Page, family); options.Earlier {
		grid.HeadOnce, s.moreLabel.Name = false, "Phụ lục – Nhãn, dòng sau"
	}
	doc.noteChanges(options.Changed)
	if options.NoSource || a.Source == nil || len(options.Changed) > 0 {
		doc.Digest = doc.digest()
	}
	return doc
}

// newDocument is an empty document with page, styles and properties of the annex's report.
func newDocument(a *model.Annex, s *styles, options Options, title []string) *Document {
	doc := &Document{Page: a4(a.Form.Landscape, s)}
	for _, short := range a.Form.Abbreviations {
		doc.Abbreviations = append(doc.Abbreviations, Abbreviation(short))
	}
	doc.Meta = Meta{
		Title:    words(strings.Join(slices.Concat(a.Form.Label, title), " ")),
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
		doc.Meta.Title = draftMark + " – " + doc.Meta.Title
	}
	return doc
}

// titleBlock is the label, the title and the references, first the line that cites the report,
// with a short rule under them (NĐ 30/2020, Phụ lục I, III.1; Phụ lục III, mẫu 2.1).
func titleBlock(a *model.Annex, s *styles, family *fonts.Family, width Length, title []string, references ...string) []Block {
	var blocks []Block
	for i, line := range a.Form.Label {
		style := s.label
		if i > 0 {
			style = s.moreLabel
		}
		blocks = append(blocks, Paragraph{style, line}.withoutOrphan(family, width))
	}
	for _, line := range title {
		blocks = append(blocks, Paragraph{s.title, line}.withoutOrphan(family, width))
	}
	for _, line := range references {
		if line != "" {
			blocks = append(blocks, Paragraph{s.reference, line}.withoutOrphan(family, width))
		}
	}
	return append(blocks, Rule{Width: Millimetres(45), Weight: 3 * Point / 4, Before: 5 * Point, After: 12 * Point})
}

// Options are what a person may choose of a document.
type Options struct {
	Draft    bool      // every page is marked "DỰ THẢO"; nothing else moves
	NoSource bool      // the data file is not attached
	Date     time.Time // of the file, instead of the report's; zero: the report's
	Earlier  bool      // as versions before 25 November 2026 made it, to know their documents again

	Changed  []model.Change // the notes say what these figures were before
	Previous *model.Annex   // the period before, by the same form, for its column; nil: that is blank
}

// draftMark is the mark on every page of a draft.
const draftMark = "DỰ THẢO"

// Descriptions of the attachments of an annex, shown by readers.
const (
	sourceDescription   = "Số liệu của phụ lục"
	formDescription     = "Biểu mẫu của phụ lục"
	previousDescription = "Số liệu kỳ trước của phụ lục"
)

// AttachmentKind says what an attachment is to the annex.
type AttachmentKind int

const (
	AttachmentOther    AttachmentKind = iota // of another program
	AttachmentSource                         // the data
	AttachmentForm                           // the form, if the program does not carry it
	AttachmentPrevious                       // the data of the period before, if the annex shows them
)

// Kind tells the attachments of an annex apart by their description, the only sign that files
// have: documents made years ago must be read, so it must not change.
func (a Attachment) Kind() AttachmentKind {
	switch a.Description {
	case sourceDescription:
		return AttachmentSource
	case formDescription:
		return AttachmentForm
	case previousDescription:
		return AttachmentPrevious
	}
	return AttachmentOther
}

// sources are the files that the annex is made of: its data, if it is filled in, and its form
// unless that is embedded in the program, and the data of the period before, if it shows them.
func sources(a, previous *model.Annex) []Attachment {
	var attachments []Attachment
	if a.Source != nil {
		attachments = append(attachments, attachment(a.Source.Name, a.Source.Raw, sourceDescription))
	}
	if !a.Form.Embedded {
		attachments = append(attachments, attachment(a.Form.Source.Name, a.Form.Source.Raw, formDescription))
	}
	if previous != nil && a.Form.Shows(model.RolePrevious) {
		name := previous.Source.Name // that of a document whose data it was
		name = strings.TrimSuffix(name, filepath.Ext(name)) + ".toml"
		attachments = append(attachments, attachment(name, previous.Source.Raw, previousDescription))
	}
	return attachments
}

// attachment is a TOML file under its name without the folder, which is private.
func attachment(path string, data []byte, description string) Attachment {
	name := filepath.Base(strings.ReplaceAll(path, `\`, "/"))
	return Attachment{Name: name, Type: "application/toml", Description: description, Data: data}
}

// noteChanges adds to the note of each changed figure a line with what it was before. An annex
// without a column of notes is not changed.
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

// addLines adds a paragraph to cells, by their Source.
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
