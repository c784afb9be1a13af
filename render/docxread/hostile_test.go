package docxread

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"time"

	"phuluc2b/render/ooxml"
)

// repeated is a text many times over.
func repeated(s string, bytes int) string { return strings.Repeat(s, bytes/len(s)+1) }

// wordText is a document whose one cell holds that content of a paragraph.
func wordText(content string) string {
	return documentOf(wRow(wCell("<w:p>" + content + "</w:p>")))
}

// tooLargeDocuments go over one limit each, which the error names.
var tooLargeDocuments = []struct {
	limit    string
	document func() string
}{
	{"a tag or text without an end", func() string { return wordText(wRun(repeated("1", ooxml.MaxTag))) }},
	{"a tag or text without an end", func() string { return wordText("<v:x>" + repeated("1", ooxml.MaxTag) + "</v:x>") }},
	{"a tag or text without an end", func() string { return documentOf("<!--" + repeated("<x/>", ooxml.MaxTag) + "-->") }},
	{"a tag or text without an end", func() string { return documentOf("<w:p" + repeated(` a=""`, ooxml.MaxTag) + "/>") }},
	{"1 MiB of text", func() string { return wordText(repeated(wRun(strings.Repeat("1", 1000)), maxText*2)) }},
	{"1 MiB of text", func() string { return documentOf("<w:p>" + wRun(repeated("1", maxText)) + "</w:p>") }},
	{"1 MiB of text", func() string { // in a table in a cell
		return documentOf(wRow(wCell(wRow(wCell("<w:p>" + wRun(repeated("1", maxText)) + "</w:p>")))))
	}},
	{"256 deep", func() string { return documentOf(strings.Repeat("<w:sdt><w:sdtContent>", ooxml.MaxDepth)) }},
	{"256 deep", func() string { return documentOf(repeated("<v:x>", ooxml.MaxMain/4)) }},
	{"256 deep", func() string { return documentOf(strings.Repeat("<w:tbl><w:tr><w:tc>", ooxml.MaxDepth)) }},
	{"63 columns", func() string { return documentOf(wRow(strings.Repeat("<w:tc/>", maxColumns+1))) }},
	{"63 columns", func() string { return documentOf(wRow(wTc("", `<w:gridSpan w:val="64"/>`))) }},
	{"63 columns", func() string { return documentOf(wRow(strings.Repeat(wTc("", two), 32))) }},
	{"63 columns", func() string {
		return documentOf(wRow(strings.Repeat(wTc("", `<w:hMerge w:val="restart"/>`)+wTc("", `<w:gridSpan w:val="62"/><w:hMerge/>`), 2)))
	}},
	{"63 columns", func() string { return documentOf(wTable(wTr(`<w:gridBefore w:val="999999999"/>`, wTc("", "")))) }},
	{"63 columns", func() string { return documentOf(wTable(wTr(`<w:gridAfter w:val="63"/>`, wTc("", "")))) }},
	{"16 000 rows", func() string { return documentOf(wTable(strings.Repeat("<w:tr/>", maxRows+1))) }},
}

// share is the part of the limits, and of the memory, that suffices to see whether a file is
// held to those that take long to reach.
const share = 10

// tooLongDocuments go over a share of such a limit each.
var tooLongDocuments = []struct {
	limit    string
	document func() string
}{
	{"the part is longer", func() string { return documentOf(repeated("<!-- a comment that is nobody's -->", ooxml.MaxMain/share)) }},
	{"200 000", func() string { // short rows that one of full width makes long
		return documentOf(wTable(strings.Repeat("<w:tr/>", maxRows/share-1), wTr("", wTc("", `<w:gridSpan w:val="63"/>`))))
	}},
	{"200 000", func() string {
		return documentOf(strings.Repeat(wRow(wTc("", `<w:gridSpan w:val="63"/>`)), maxPieces/share/60))
	}},
	{"200 000", func() string { return documentOf(wRow(wCell(strings.Repeat("<w:p/>", maxPieces/share+1)))) }},
	{"200 000", func() string { // line breaks
		return documentOf(wTable(strings.Repeat(wTr("", wCell("<w:p><w:r>"+strings.Repeat("<w:br/>", 50_000)+"</w:r></w:p>")), 40/share)))
	}},
}

// maxMemory is what reading may take at most, garbage included.
const maxMemory = 64 << 20

// inflates leaves out a test that takes seconds when only quick ones are wanted.
func inflates(t *testing.T) {
	if testing.Short() {
		t.Skip("it inflates hundreds of MiB")
	}
}

func TestTooLarge(t *testing.T) {
	inflates(t)
	for _, test := range tooLargeDocuments {
		checkRefused(t, test.limit, wordFile(t, test.document()), annexLimits(), maxMemory)
	}
	for _, test := range tooLongDocuments {
		checkRefused(t, test.limit, wordFile(t, test.document()), limits{ooxml.MaxMain / share, maxPieces / share}, maxMemory/share)
	}
}

// checkRefused reads a file that goes over a limit.
func checkRefused(t *testing.T, limit string, file []byte, limits limits, most uint64) {
	t.Helper()
	start := time.Now()
	var err error
	memory := peak(func() { _, err = read(bytes.NewReader(file), int64(len(file)), limits) })
	if !errors.Is(err, ooxml.ErrTooLarge) || !strings.Contains(err.Error(), limit) || memory > most {
		t.Errorf("%s: %d MiB, %v", limit, memory>>20, err)
	}
	t.Logf("%s: a file of %d KiB takes %d MiB and %d ms", limit, len(file)>>10, memory>>20, time.Since(start).Milliseconds())
}

// What is as large as it may be is read.
func TestLargest(t *testing.T) {
	inflates(t)
	for name, document := range map[string]string{
		"rows":    documentOf(wTable(strings.Repeat("<w:tr>"+strings.Repeat("<w:tc><w:p/></w:tc>", 5)+"</w:tr>", maxRows))),
		"columns": documentOf(wRow(strings.Repeat("<w:tc/>", maxColumns))),
		"text":    wordText(wRun(strings.Repeat("1", maxText))),
		"texts":   documentOf(strings.Repeat(wRow(wCell("<w:p>"+strings.Repeat(wRun(strings.Repeat("1", 10_000)), 100)+"</w:p>")), 15)),
		"depth":   documentOf(strings.Repeat("<v:x>", ooxml.MaxDepth-2) + strings.Repeat("</v:x>", ooxml.MaxDepth-2)),
	} {
		var err error
		file := wordFile(t, document)
		memory := peak(func() { _, err = readBytes(file) })
		if err != nil || memory > maxMemory {
			t.Errorf("%s: %v, %d MiB", name, err, memory>>20)
		}
		t.Logf("%s: a file of %d KiB takes %d MiB", name, len(file)>>10, memory>>20)
	}
}

// peak is how much the heap grows while f runs, looked at every millisecond.
func peak(f func()) uint64 {
	heap := func() uint64 {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	runtime.GC()
	before, most := heap(), uint64(0)
	done := make(chan bool)
	finished := make(chan bool)
	go func() {
		defer close(finished)
		for {
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
				most = max(most, heap())
			}
		}
	}()
	f()
	close(done)
	<-finished
	return max(most, heap(), before) - before
}

func TestArchiveTooLarge(t *testing.T) {
	inflates(t)
	many, long := []file{topLinks("a.xml")}, []file{topLinks("a.xml")}
	for i := range ooxml.MaxEntries {
		name := "word/media/image" + strconv.Itoa(i)
		many = append(many, file{name})
		long = append(long, file{name + strings.Repeat("x", ooxml.MaxDirectory/ooxml.MaxEntries)})
	}
	var items []file
	links := ""
	for i := range ooxml.MaxAttachments + 1 {
		name := "item" + strconv.Itoa(i)
		items = append(items, file{name, `<source xmlns="urn:phuluc2b:source"/>`})
		links += `<Relationship Type="http://x/customXml" Target="` + name + `"/>`
	}
	items = append(items, topLinks("a.xml"), file{"a.xml", documentOf("")}, file{"_rels/a.xml.rels", "<Relationships>" + links + "</Relationships>"})
	for name, files := range map[string][]file{
		"entries":       many,
		"directory":     long[:ooxml.MaxEntries],
		"relationships": {{"_rels/.rels", repeated("<!-- a comment -->", ooxml.MaxLinks)}},
		"attachments":   items,
		"an attachment": {topLinks("a.xml"), {"a.xml", documentOf("")},
			{"_rels/a.xml.rels", `<Relationships><Relationship Type="http://x/customXml" Target="b.xml"/></Relationships>`},
			{"b.xml", `<source xmlns="urn:phuluc2b:source">` + repeated("A", ooxml.MaxItem) + `</source>`}},
	} {
		var err error
		archive := zipOf(t, files...)
		memory := peak(func() { _, err = readBytes(archive) })
		if !errors.Is(err, ooxml.ErrTooLarge) || memory > maxMemory {
			t.Errorf("%s: %v, %d MiB", name, err, memory>>20)
		}
	}
	if _, err := Read(endless{}, ooxml.MaxFile+1); !errors.Is(err, ooxml.ErrTooLarge) {
		t.Error(err)
	}
}

// endless is a file that never ends and must not be read through.
type endless struct{}

func (endless) ReadAt(b []byte, _ int64) (int, error) {
	if len(b) > 1<<20 {
		return 0, io.ErrNoProgress
	}
	return len(b), nil
}
