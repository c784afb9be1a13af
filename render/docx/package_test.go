package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"

	"phuluc2b/render/internal/rendertest"
)

func TestSameBytes(t *testing.T) {
	t.Parallel()
	first := write(t, rendertest.Small())
	if !bytes.Equal(first, write(t, rendertest.Small())) {
		t.Error("two runs differ")
	}
}

func TestArchive(t *testing.T) {
	t.Parallel()
	entries, contents := rendertest.Unzip(t, write(t, rendertest.Small()))
	if entries[0].Name != "[Content_Types].xml" {
		t.Errorf("the first entry is %s", entries[0].Name)
	}
	for _, entry := range entries {
		if want := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); !entry.Modified.Equal(want) || entry.ModifiedDate != 1<<5|1 {
			t.Errorf("%s is stamped %v", entry.Name, entry.Modified)
		}
	}
	foreign := regexp.MustCompile(`(?i)unioffice|unidoc|gooxml|baliance|\b20(2[2-9]|[3-9]\d)-`)
	for name, content := range contents {
		if found := foreign.FindString(content); found != "" {
			t.Errorf("%s says %q", name, found)
		}
	}
}

// Every part has a type of content, and a relationship leads to it.
func TestPartsAreLinked(t *testing.T) {
	t.Parallel()
	entries, contents := rendertest.Unzip(t, write(t, rendertest.Small()))
	types := contents["[Content_Types].xml"]
	linked := map[string]bool{}
	for _, entry := range entries {
		if folder, isLinks := strings.CutSuffix(path.Dir(entry.Name), "_rels"); isLinks {
			for _, link := range readPart(t, rendertest.Small(), entry.Name).all("Relationship") {
				linked[path.Join(folder, link.val("", "Target"))] = true
			}
		}
	}
	parts := 0
	for _, entry := range entries[1:] { // after the list of types
		if strings.HasSuffix(entry.Name, ".rels") {
			continue
		}
		parts++
		if !linked[entry.Name] {
			t.Errorf("no relationship leads to %s", entry.Name)
		}
		plain := strings.HasPrefix(entry.Name, "customXml/item") && !strings.Contains(entry.Name, "Props")
		if typed := strings.Contains(types, `"/`+entry.Name+`"`); typed == plain {
			t.Errorf("%s has a type of its own: %v", entry.Name, typed)
		}
	}
	if len(linked) != parts {
		t.Errorf("%d parts, but relationships to %v", parts, linked)
	}
}

func TestProperties(t *testing.T) {
	t.Parallel()
	doc := rendertest.SmallDraft()
	core := readPart(t, doc, "docProps/core.xml")
	for name, want := range map[string]string{
		"lastModifiedBy": "UBND huyện Hương Khê",
		"revision":       "1",
		"contentStatus":  "DỰ THẢO",

		"title":    doc.Meta.Title,
		"subject":  rendertest.Citation,
		"creator":  "UBND huyện Hương Khê",
		"language": "vi-VN",
		"created":  "2021-12-02T00:00:00Z",
		"modified": "2021-12-02T00:00:00Z",
	} {
		t.Run(name, func(t *testing.T) {
			if got := core.at(name); got == nil || got.Text != want {
				t.Errorf("%s: %v, want %q", name, got, want)
			}
		})
	}
	if got := readPart(t, doc, "docProps/app.xml").at("Application").Text; got != "phuluc2b" {
		t.Errorf("application %q", got)
	}
}

func TestUnknownDateIsLeftOut(t *testing.T) {
	t.Parallel()
	doc := rendertest.Small()
	doc.Meta.Date = time.Time{}
	core := readPart(t, doc, "docProps/core.xml")
	if core.at("created") != nil || core.at("modified") != nil {
		t.Error("a date was made up")
	}
}

func TestPartsAreWellFormed(t *testing.T) {
	t.Parallel()
	doc := rendertest.Small()
	doc.Meta.Title = `Phụ lục <2B> & "phụ"`
	_, contents := rendertest.Unzip(t, write(t, doc))
	for name, content := range contents {
		t.Run(name, func(t *testing.T) {
			if err := xml.Unmarshal([]byte(content), &node{}); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

var errDiskFull = errors.New("disk full")

// fullDisk takes so many bytes and no more.
type fullDisk int

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > int(*d) {
		return 0, errDiskFull
	}
	*d -= fullDisk(len(p))
	return len(p), nil
}

func TestWriteError(t *testing.T) {
	t.Parallel()
	whole := len(write(t, rendertest.Small()))
	for room := 0; room < whole; room += 500 {
		t.Run(fmt.Sprint(room, " bytes"), func(t *testing.T) {
			t.Parallel()
			disk := fullDisk(room)
			if err := Write(&disk, rendertest.Small()); !errors.Is(err, errDiskFull) {
				t.Errorf("room for %d of %d bytes: %v", room, whole, err)
			}
		})
	}
}
