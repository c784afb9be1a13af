package docxread

import (
	"encoding/xml"
	"strings"

	"phuluc2b/render/ooxml"
)

// archive is the package of a document.
type archive struct {
	*ooxml.Archive
	limits limits
}

// markup reads the elements of a part, and counts those that need it.
type markup struct {
	*ooxml.Markup
	alternates int // AlternateContent elements so far
	changes    int // elements so far that record what a property was before
}

// readPart hands the root of a part to read.
func (a *archive) readPart(name string, limit int64, read func(m *markup, root xml.StartElement) error) error {
	return a.ReadPart(name, limit, func(reader *ooxml.Markup, root xml.StartElement) error {
		m := &markup{Markup: reader}
		m.Started = m.count
		return read(m, root)
	})
}

func (m *markup) count(e xml.StartElement) {
	switch name := kind(e); {
	case name == alternateContent:
		m.alternates++
	case strings.HasSuffix(name, "PrChange"):
		m.changes++
	}
}

// What a document may hold, beside what any package may.
const (
	maxStyles  = 4096     // and lists
	maxLooks   = 16       // of one cell or paragraph
	maxText    = 1 << 20  // bytes of text in a cell or paragraph
	maxRows    = 16_000   // of a table
	maxColumns = 63       // of a table: Word's own limit
	maxBytes   = 16 << 20 // of text in tables
	maxPieces  = 200_000  // rows, cells and paragraphs
)

const tooManyPieces = "more than 200 000 rows, cells and paragraphs"

// limits are those that take long to reach; a test may set lower ones.
type limits struct {
	main   int64
	pieces int
}

func annexLimits() limits { return limits{ooxml.MaxMain, maxPieces} }

// The namespaces of a document; the second is that of a "strict" one.
const (
	wordSpace          = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strictWordSpace    = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	compatibilitySpace = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	mathSpace          = "http://schemas.openxmlformats.org/officeDocument/2006/math"
	strictMathSpace    = "http://purl.oclc.org/ooxml/officeDocument/math"
)

const (
	alternateContent = "mc:AlternateContent"
	choice           = "mc:Choice"
	fallback         = "mc:Fallback"
)

// kind is how the readers call an element: those of other namespaces are "".
func kind(e xml.StartElement) string {
	switch e.Name.Space {
	case wordSpace, strictWordSpace:
		return e.Name.Local
	case compatibilitySpace:
		return "mc:" + e.Name.Local
	case mathSpace, strictMathSpace:
		return "m:" + e.Name.Local
	}
	return ""
}
