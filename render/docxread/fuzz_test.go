package docxread

import (
	"archive/zip"
	"bytes"
	"testing"
	"unicode/utf8"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/ooxml"
)

// FuzzRead reads any bytes as a file and as the document in one.
func FuzzRead(f *testing.F) {
	whole := written(f, rendertest.SmallDraft())
	f.Add(whole)
	_, contents := rendertest.Unzip(f, whole)
	f.Add([]byte(contents["word/document.xml"]))
	f.Add([]byte(oldFile("EncryptedPackage")))
	for _, test := range textCases {
		f.Add([]byte(wordText(test.content)))
	}
	for _, test := range bodyCases {
		f.Add([]byte(documentOf(test.body)))
	}
	for _, test := range tableCases {
		f.Add([]byte(documentOf(test.body)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, file := range [][]byte{data, storedFile(t, data)} {
			content, err := readBytes(file)
			if (content == nil) == (err == nil) {
				t.Fatalf("%v, %v", content, err)
			}
			if content != nil {
				checkContent(t, content)
			}
		}
	})
}

// storedFile is a DOCX with that document; compressing it would take most of the time.
func storedFile(t *testing.T, document []byte) []byte {
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	links := topLinks("a.xml")
	for name, content := range map[string][]byte{links[0]: []byte(links[1]), "a.xml": document} {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write(content)
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

func checkContent(t *testing.T, content *ooxml.Content) {
	for _, p := range content.Paragraphs {
		if p == "" || !utf8.ValidString(p) {
			t.Errorf("paragraph %q", p)
		}
	}
	for _, g := range content.Tables {
		checkGrid(t, g.Grid)
		for _, row := range g.Rows {
			for _, c := range row.Cells {
				if !utf8.ValidString(c.Text()) || !utf8.ValidString(c.Bookmark) {
					t.Errorf("text %q, bookmark %q", c.Text(), c.Bookmark)
				}
			}
		}
	}
}
