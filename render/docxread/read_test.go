package docxread

import (
	"archive/zip"
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"phuluc2b/render/docx"
	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
	"phuluc2b/render/ooxml"
)

func readBytes(file []byte) (*ooxml.Content, error) {
	return Read(bytes.NewReader(file), int64(len(file)))
}

// written is a finished file.
func written(t testing.TB, doc *layout.Document) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := docx.NewWriter().Write(&file, doc); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// readBack reads a file that is in order.
func readBack(t testing.TB, file []byte) *ooxml.Content {
	t.Helper()
	content, err := readBytes(file)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// file is the name and the content of one entry of an archive.
type file [2]string

func zipOf(t testing.TB, files ...file) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, f := range files {
		w, err := archive.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// topLinks lead to a main part of that name.
func topLinks(main string) file {
	return file{"_rels/.rels", `<Relationships><Relationship Type="http://x/officeDocument" Target="` + main + `"/></Relationships>`}
}

// wordFile is the smallest DOCX with that document.
func wordFile(t testing.TB, document string) []byte {
	return zipOf(t, topLinks("word/document.xml"), file{"word/document.xml", document})
}

// documentOf is a document with that body, in the namespaces w, m, mc and v.
func documentOf(body string) string {
	return `<w:document xmlns:w="` + wordSpace + `" xmlns:mc="` + compatibilitySpace + `" xmlns:v="urn:v" xmlns:m="` + mathSpace + `"><w:body>` +
		body + `</w:body></w:document>`
}

// What Write wrote comes back: texts, places, spans, bookmarks, attachments.
func TestRoundTrip(t *testing.T) {
	doc := rendertest.Small()
	content := readBack(t, written(t, doc))
	if want := []string{"Phụ lục 2B", "CẢI CÁCH HÀNH CHÍNH NĂM 2021", rendertest.Citation}; !slices.Equal(content.Paragraphs, want) {
		t.Errorf("%q, want %q", content.Paragraphs, want)
	}
	if len(content.Tables) != 1 {
		t.Fatalf("%d tables", len(content.Tables))
	}
	got, want := content.Tables[0], doc.Blocks[4].(*layout.Grid)
	if got.Head != rendertest.HeadRows || got.Title != want.Title || !slices.Equal(got.Columns, want.Columns) || len(got.Rows) != len(want.Rows) {
		t.Errorf("head %d, title %q, columns %v, %d rows", got.Head, got.Title, got.Columns, len(got.Rows))
	}
	for r, row := range got.Rows {
		for column, c := range row.Cells {
			w := want.Rows[r].Cells[column]
			if c.Text() != w.Text() || c.Row != w.Row || c.Column != w.Column || c.RowSpan != w.RowSpan || c.ColumnSpan != w.ColumnSpan {
				t.Errorf("row %d, column %d: %+v, want %+v", r, column, c, w)
			}
			if c.Bookmark != w.Bookmark {
				t.Errorf("%s comes back as %q", w.Bookmark, c.Bookmark)
			}
		}
	}
	if !slices.EqualFunc(content.Attachments, doc.Attachments, sameAttachment) {
		t.Errorf("%q", content.Attachments)
	}
}

func sameAttachment(a, b layout.Attachment) bool {
	return a.Name == b.Name && a.Type == b.Type && a.Description == b.Description && bytes.Equal(a.Data, b.Data)
}

// A strict document has other namespaces and other types of relationship, and a package may
// name its parts as it likes.
func TestOtherSpellings(t *testing.T) {
	want := readBack(t, written(t, rendertest.Small()))
	_, contents := rendertest.Unzip(t, written(t, rendertest.Small()))
	strict := strings.NewReplacer(
		wordSpace, strictWordSpace,
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships/", "http://purl.oclc.org/ooxml/officeDocument/relationships/",
	)
	moved := strings.NewReplacer(`Target="word/document.xml"`, `Target="/Text/Main.XML"`, `Target="styles.xml"`, `Target="/word/styles.xml"`)
	var files []file
	for name, content := range contents {
		name = strings.NewReplacer("word/_rels/document.xml.rels", "text/_rels/main.xml.rels", "word/document.xml", "text/main.xml").Replace(name)
		content = "\ufeff" + moved.Replace(strict.Replace(content))
		files = append(files, file{name, content})
	}
	got := readBack(t, zipOf(t, files...))
	if len(got.Tables[0].Notes) != len(want.Tables[0].Notes) {
		t.Error(got.Tables[0].Notes)
	}
	got.Tables[0].Notes, want.Tables[0].Notes = nil, nil // by cells
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Another program's custom XML, however broken, is no business of ours; an attachment that
// several relationships lead to is one.
func TestForeignItems(t *testing.T) {
	links := `<Relationships>`
	for _, target := range []string{"../customXml/item1.xml", "/customXml/item2.xml", "../gone.xml", "../customXml/item3.xml", "../customXml/ITEM3.xml"} {
		links += `<Relationship Type="http://x/customXml" Target="` + target + `"/>`
	}
	links += `<Relationship Type="http://x/customXml" Target="http://x/item3.xml" TargetMode="External"/></Relationships>`
	got := readBack(t, zipOf(t, topLinks("word/document.xml"),
		file{"word/document.xml", documentOf("")},
		file{"word/_rels/document.xml.rels", links},
		file{"customXml/item1.xml", `<source xmlns="urn:other">`},
		file{"customXml/item2.xml", ` & `},
		file{"customXml/item3.xml", "<a:source xmlns:a=\"urn:phuluc2b:source\" name=\"a\">\n Y\nQ = =<!-- --> </a:source>"},
	))
	if len(got.Attachments) != 1 || got.Attachments[0].Name != "a" || string(got.Attachments[0].Data) != "a" {
		t.Errorf("%q", got.Attachments)
	}
}

func TestBrokenAttachment(t *testing.T) {
	_, err := readBytes(zipOf(t, topLinks("word/document.xml"),
		file{"word/document.xml", documentOf("")},
		file{"word/_rels/document.xml.rels", `<Relationships><Relationship Type="http://x/customXml" Target="../a.xml"/></Relationships>`},
		file{"a.xml", `<source xmlns="urn:phuluc2b:source" name="a">Y</source>`},
	))
	if !errors.Is(err, ooxml.ErrDamaged) {
		t.Error(err)
	}
}
