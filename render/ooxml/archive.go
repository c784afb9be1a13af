// Package ooxml is what the readers of Office files share: the package of parts in a zip archive,
// read in bounded memory; elements one after the other; and what they read into. It imports
// render/layout alone.
package ooxml

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"
)

// Archive is the package that a file is: parts by name.
type Archive struct {
	Parts map[string]*zip.File // nil for a name that more than one has
	left  int64                // bytes that may still be inflated
}

// Open lists the parts of a file.
func Open(file io.ReaderAt, size int64) (*Archive, error) {
	if size > MaxFile {
		return nil, TooLarge("a file of more than 128 MiB")
	}
	zipped, err := recognise(file)
	if err != nil {
		return nil, err
	}
	directory := &directoryReader{file: file, left: MaxDirectory}
	z, err := zip.NewReader(directory, size)
	switch {
	case errors.Is(err, ErrTooLarge):
		return nil, err
	case err != nil && !errors.Is(err, zip.ErrInsecurePath): // names are only compared
		if zipped {
			return nil, DamagedBy(err)
		}
		return nil, ErrNoOffice
	case len(z.File) > MaxEntries:
		return nil, TooLarge("an archive of more than 4096 files")
	}
	directory.left = -1
	a := &Archive{Parts: map[string]*zip.File{}, left: maxInflated}
	for _, f := range z.File {
		name := PartName(f.Name)
		if _, twice := a.Parts[name]; twice {
			f = nil
		}
		a.Parts[name] = f
	}
	return a, nil
}

// PartName is the one spelling of a name. Small and capital letters are the same to Word; a
// name that takes a detour is spelt out, so that it cannot stand for a part twice.
func PartName(name string) string {
	return strings.ToLower(path.Clean("/" + strings.ReplaceAll(name, `\`, "/")))[1:]
}

// Has reports whether there is a part of that name.
func (a *Archive) Has(name string) bool {
	_, ok := a.Parts[PartName(name)]
	return ok
}

// open starts to read a part of at most that many bytes.
func (a *Archive) open(name string, limit int64) (io.ReadCloser, error) {
	f, ok := a.Parts[PartName(name)]
	switch {
	case !ok:
		return nil, Damaged("the part is missing")
	case f == nil:
		return nil, Damaged("two parts have this name")
	}
	r, err := f.Open()
	if err != nil {
		return nil, DamagedBy(err)
	}
	return &partReader{ReadCloser: r, archive: a, left: limit}, nil
}

// partReader counts what a part really inflates to: its headers may say anything.
type partReader struct {
	io.ReadCloser
	archive *Archive
	left    int64
}

func (p *partReader) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	p.left -= int64(n)
	p.archive.left -= int64(n)
	if p.left < 0 || p.archive.left < 0 {
		return 0, TooLarge("the part is longer than any that an annex needs")
	}
	return n, err
}

// directoryReader limits what is read to list the entries, which are all kept: one of
// millions would fill the memory. With a negative limit it is open.
type directoryReader struct {
	file io.ReaderAt
	left int64
}

func (d *directoryReader) ReadAt(b []byte, at int64) (int, error) {
	if d.left >= 0 {
		if d.left -= int64(len(b)); d.left < 0 {
			return 0, TooLarge("a list of files of more than 2 MiB")
		}
	}
	return d.file.ReadAt(b, at)
}

// What a file may hold. The largest annex needs a small part of it; a hostile file that
// inflates to more is refused before it fills the memory.
const (
	MaxFile      = 128 << 20 // bytes of the archive
	MaxDirectory = 2 << 20   // bytes read to list its entries
	MaxEntries   = 4096

	maxInflated    = 64 << 20 // bytes of all parts that are read
	MaxMain        = 40 << 20 // bytes of the main part
	MaxItem        = 12 << 20 // bytes of an attachment in base64
	MaxAttachments = 16
	MaxLinks       = 4 << 20 // bytes of a list of relationships

	MaxTag   = 1100 << 10 // bytes of one tag, comment or text without a tag in it
	MaxDepth = 256        // elements within one another
)
