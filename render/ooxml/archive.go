package docxread

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"
)

// archive is the package that a file is: parts by name.
type archive struct {
	parts  map[string]*zip.File // nil for a name that more than one has
	left   int64                // bytes that may still be inflated
	limits limits
}

func openArchive(file io.ReaderAt, size int64) (*archive, error) {
	if size > maxFile {
		return nil, tooLarge("a file of more than 128 MiB")
	}
	zipped, err := recognise(file)
	if err != nil {
		return nil, err
	}
	directory := &directoryReader{file: file, left: maxDirectory}
	z, err := zip.NewReader(directory, size)
	switch {
	case errors.Is(err, ErrTooLarge):
		return nil, err
	case err != nil && !errors.Is(err, zip.ErrInsecurePath): // names are only compared
		if zipped {
			return nil, damagedBy(err)
		}
		return nil, ErrNotDOCX
	case len(z.File) > maxEntries:
		return nil, tooLarge("an archive of more than 4096 files")
	}
	directory.left = -1
	a := &archive{parts: map[string]*zip.File{}, left: maxInflated}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, twice := a.parts[name]; twice {
			f = nil
		}
		a.parts[name] = f
	}
	return a, nil
}

// partName is the one spelling of a name. Small and capital letters are the same to Word; a
// name that takes a detour is spelt out, so that it cannot stand for a part twice.
func partName(name string) string {
	return strings.ToLower(path.Clean("/" + strings.ReplaceAll(name, `\`, "/")))[1:]
}

func (a *archive) has(name string) bool {
	_, ok := a.parts[partName(name)]
	return ok
}

// open starts to read a part of at most that many bytes.
func (a *archive) open(name string, limit int64) (io.ReadCloser, error) {
	f, ok := a.parts[partName(name)]
	switch {
	case !ok:
		return nil, damaged("the part is missing")
	case f == nil:
		return nil, damaged("two parts have this name")
	}
	r, err := f.Open()
	if err != nil {
		return nil, damagedBy(err)
	}
	return &partReader{ReadCloser: r, archive: a, left: limit}, nil
}

// partReader counts what a part really inflates to: its headers may say anything.
type partReader struct {
	io.ReadCloser
	archive *archive
	left    int64
}

func (p *partReader) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	p.left -= int64(n)
	p.archive.left -= int64(n)
	if p.left < 0 || p.archive.left < 0 {
		return 0, tooLarge("the part is longer than any that an annex needs")
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
			return 0, tooLarge("a list of files of more than 2 MiB")
		}
	}
	return d.file.ReadAt(b, at)
}

// What a file may hold. The largest annex needs a small part of it; a hostile file that
// inflates to more is refused before it fills the memory.
const (
	maxFile      = 128 << 20 // bytes of the archive
	maxDirectory = 2 << 20   // bytes read to list its entries
	maxEntries   = 4096

	maxInflated    = 64 << 20 // bytes of all parts that are read
	maxMain        = 40 << 20 // bytes of the main part
	maxItem        = 12 << 20 // bytes of an attachment in base64
	maxAttachments = 16
	maxStyles      = 4096    // and lists
	maxLooks       = 16      // of one cell or paragraph
	maxLinks       = 4 << 20 // bytes of a list of relationships

	maxTag   = 1100 << 10 // bytes of one tag, comment or text without a tag in it
	maxDepth = 256        // elements within one another

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

func annexLimits() limits { return limits{maxMain, maxPieces} }
