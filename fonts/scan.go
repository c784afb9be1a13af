package fonts

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// Bounds of what is looked at. Windows keeps some thousand files in one folder of fonts,
// Debian a folder for each family below /usr/share/fonts/truetype.
const (
	maxDepth    = 4        // folders in each other
	maxEntries  = 20_000   // files and folders in all
	maxFontSize = 64 << 20 // bytes of a file; the largest faces of Chinese have 30 MiB
)

// familyFiles is the files of a family, which lie in one folder: of two versions in two
// folders, no style is taken from the other.
type familyFiles struct {
	name, folder string
	files        [styles]styleFile
}

// styleFile is the file of a style; its path is "" for none.
type styleFile struct {
	path  string
	named bool // the font names its style, rather than to set its bits
}

// complete is the number of styles that there are.
func (f *familyFiles) complete() int {
	n := 0
	for _, file := range f.files {
		if file.path != "" {
			n++
		}
	}
	return n
}

// scanner collects the families of a folder.
type scanner struct {
	families map[[2]string]*familyFiles // by folder and name
	entries  int
}

// scan finds the fonts in a folder and below it, by the family and style that they name
// themselves. What cannot be read is left out: it is some other program's.
func scan(folder string) ([]*familyFiles, error) {
	s := &scanner{families: map[[2]string]*familyFiles{}}
	if err := s.folder(folder, 1); err != nil {
		return nil, err
	}
	var all []*familyFiles
	for _, f := range s.families {
		all = append(all, f)
	}
	return all, nil
}

// folder adds the files of a folder. The errors are that it cannot be read if it is the first
// one, and too many files.
func (s *scanner) folder(path string, depth int) error {
	entries, err := os.ReadDir(path)
	if err != nil {
		if depth == 1 {
			return err
		}
		return nil
	}
	for _, entry := range entries {
		if s.entries++; s.entries > maxEntries {
			return ErrTooManyFiles
		}
		at := filepath.Join(path, entry.Name())
		switch {
		case strings.ContainsFunc(entry.Name(), invisible): // the name will be printed
		case entry.IsDir() && depth < maxDepth:
			if err := s.folder(at, depth+1); err != nil {
				return err
			}
		case strings.EqualFold(filepath.Ext(entry.Name()), ".ttf"):
			s.file(path, at)
		}
	}
	return nil
}

// invisible reports whether a terminal would not show a character, but obey it.
func invisible(r rune) bool { return unicode.Is(unicode.C, r) }

// file adds a font under each name that it has.
func (s *scanner) file(folder, path string) {
	info, err := os.Stat(path) // of what a link leads to
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxFontSize {
		return
	}
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer file.Close()
	if !whole(file, info.Size()) {
		return
	}
	if _, err := sfnt.ParseReaderAt(file); err != nil {
		return
	}
	for _, place := range placesOf(file) {
		key := [2]string{folder, place.family}
		if s.families[key] == nil {
			s.families[key] = &familyFiles{name: place.family, folder: folder}
		}
		if have := &s.families[key].files[place.style]; have.path == "" || place.named && !have.named {
			*have = styleFile{path, place.named}
		}
	}
}

// place is a style of a family.
type place struct {
	family string
	style  style
	named  bool
}

// placesOf is where a font belongs: in the family of four styles that programs such as Word
// show it under, and, if it says that it is one of these four styles there, in the
// typographic family, which may have many more (OpenType, name table, 1, 2, 16 and 17).
func placesOf(font io.ReaderAt) []place {
	names := readNames(font)
	var places []place
	if family := names[nameFamily]; family != "" {
		s, named := styleNamed(names[nameSubfamily])
		if !named {
			s, named = styleNamed(names[nameTypographicSubfamily])
		}
		if !named {
			s = styleOfBits(font)
		}
		places = append(places, place{family, s, named})
	}
	family := names[nameTypographicFamily]
	if s, named := styleNamed(names[nameTypographicSubfamily]); named && family != "" && family != names[nameFamily] {
		places = append(places, place{family, s, named})
	}
	return places
}
