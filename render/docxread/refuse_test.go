package docxread

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"testing"
	"unicode/utf16"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/ooxml"
)

// oldFile is a compound file whose second sector names a stream.
func oldFile(stream string) string {
	header := make([]byte, 512)
	copy(header, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	binary.LittleEndian.PutUint16(header[30:], 9)
	binary.LittleEndian.PutUint32(header[48:], 1)
	name, _ := binary.Append(nil, binary.LittleEndian, utf16.Encode([]rune(stream)))
	return string(header) + string(make([]byte, 512+128)) + string(name)
}

func TestRefused(t *testing.T) {
	whole := string(written(t, rendertest.Small()))
	xml := func(document string) string { return string(wordFile(t, document)) }
	archive := func(files ...file) string { return string(zipOf(t, files...)) }
	links, document := topLinks("word/document.xml"), file{"word/document.xml", documentOf("")}
	twoMains := file{"_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="a"/><Relationship Type="x/officeDocument" Target="b"/></Relationships>`}
	for _, test := range []struct {
		name, file string
		want       error
	}{
		{"nothing", "", ErrNotDOCX},
		{"text", "Phụ lục 2B", ErrNotDOCX},
		{"PDF", "%PDF-1.7", ErrNotDOCX},
		{"RTF", `{\rtf1 x}`, ErrNotDOCX},
		{"an archive of something else", archive(file{"mimetype", "application/vnd.oasis.opendocument.text"}), ErrNotDOCX},
		{"a package without a document", archive(file{"_rels/.rels", "<Relationships/>"}), ErrNotDOCX},
		{"a document elsewhere", archive(file{"_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="http://x/" TargetMode="External"/></Relationships>`}), ErrNotDOCX},
		{"a workbook", archive(topLinks("xl/workbook.xml"), file{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`}), ErrNotDOCX},
		{"a document of no namespace", xml(`<document/>`), ErrNotDOCX},
		{"Word 97", oldFile("WordDocument"), ooxml.ErrOldWord},
		{"Word 97, cut off", oldFile("")[:9], ooxml.ErrOldWord},
		{"a password", oldFile("EncryptedPackage"), ooxml.ErrEncrypted},
		{"an end cut off", whole[:len(whole)-30], ooxml.ErrDamaged},
		{"a beginning", whole[:100], ooxml.ErrDamaged},
		{"no main part", archive(links), ooxml.ErrDamaged},
		{"two main parts", archive(twoMains), ooxml.ErrDamaged},
		{"a main part twice", archive(links, document, document), ooxml.ErrDamaged},
		{"in capitals", archive(links, document, file{"WORD/Document.xml", ""}), ooxml.ErrDamaged},
		{"on a detour", archive(links, document, file{"x/../word/./document.xml", ""}), ooxml.ErrDamaged},
		{"from the root", archive(links, document, file{"/word/document.xml", ""}), ooxml.ErrDamaged},
		{"with backslashes", archive(links, document, file{`word\document.xml`, ""}), ooxml.ErrDamaged},
		{"links twice", archive(links, links, document), ooxml.ErrDamaged},
		{"no XML", xml(""), ooxml.ErrDamaged},
		{"half XML", xml(documentOf("")[:200]), ooxml.ErrDamaged},
		{"crossed tags", xml(documentOf("<w:p></w:r>")), ooxml.ErrDamaged},
		{"something broken behind", xml(documentOf("") + "<"), ooxml.ErrDamaged},
		{"a document type", xml(`<!DOCTYPE x>` + documentOf("")), ooxml.ErrDamaged},
		{"entities", xml(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>` + documentOf("<w:p>"+wRun("&b;")+"</w:p>")), ooxml.ErrDamaged},
		{"an unknown entity", xml(documentOf("<w:p>" + wRun("&nbsp;") + "</w:p>")), ooxml.ErrDamaged},
		{"letters that are none", xml(documentOf("<w:p>" + wRun("\xff") + "</w:p>")), ooxml.ErrDamaged},
		{"another encoding", xml(`<?xml version="1.0" encoding="windows-1258"?>` + documentOf("")), ooxml.ErrDamaged},
	} {
		content, err := readBytes([]byte(test.file))
		if !errors.Is(err, test.want) || content != nil {
			t.Errorf("%s: %v, %v, want %v", test.name, content, err, test.want)
		}
	}
}

// Names are compared, never used: one that leaves the folder does no harm.
func TestStrayNames(t *testing.T) {
	readBack(t, zipOf(t, topLinks("word/document.xml"), file{"../../etc/passwd", "x"}, file{`C:\x`, "x"}, file{"/", ""}, file{"", ""},
		file{"a", ""}, file{"a", ""}, file{"word/document.xml", documentOf("")}))
}

// Whatever is cut off or changed, reading ends with an error that says which of all it is.
func TestDamage(t *testing.T) {
	whole := written(t, rendertest.Small())
	check := func(file []byte) {
		_, err := readBytes(file)
		if err != nil && !errors.Is(err, ooxml.ErrDamaged) && !errors.Is(err, ErrNotDOCX) && !errors.Is(err, ooxml.ErrTooLarge) {
			t.Error(err)
		}
	}
	for n := 0; n < len(whole); n += 97 {
		check(whole[:n])
		changed := bytes.Clone(whole)
		changed[n] ^= 0x55
		check(changed)
	}
}

var errDisk = errors.New("no such sector")

// badDisk can be read up to there.
type badDisk struct {
	io.ReaderAt
	good int64
}

func (d badDisk) ReadAt(b []byte, at int64) (int, error) {
	if at+int64(len(b)) > d.good {
		return 0, errDisk
	}
	return d.ReaderAt.ReadAt(b, at)
}

func TestReadError(t *testing.T) {
	whole := written(t, rendertest.Small())
	for good := range len(whole) / 500 {
		if _, err := Read(badDisk{bytes.NewReader(whole), int64(good * 500)}, int64(len(whole))); !errors.Is(err, errDisk) {
			t.Errorf("%d good bytes: %v", good*500, err)
		}
	}
}
