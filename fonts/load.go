package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/image/font/sfnt"
)

// What can be wrong with a folder of fonts.
var (
	ErrStyleMissing  = errors.New("no font of this style")
	ErrNotEmbeddable = errors.New("the font's licence bits forbid embedding a subset")
	ErrNotTrueType   = errors.New("not a TrueType font")
)

// StyleError is a style of a family that cannot be used, and why.
type StyleError struct {
	Style string // "Regular", "Bold", "Italic", "Bold Italic"
	File  string // "" when none was found
	Err   error
}

func (e *StyleError) Error() string { return fmt.Sprintf("%s %s: %v", e.Style, e.File, e.Err) }

func (e *StyleError) Unwrap() error { return e.Err }

// timesNewRoman is the family that official documents are set in (NĐ 30/2020, Phụ lục I,
// I.2): it is taken from a folder that has several.
const timesNewRoman = "Times New Roman"

// Load takes the four styles of a family from the TrueType files of a folder: Times New
// Roman if it is there, else the first by name that has all four. The errors are all that is
// wrong, one for each style.
func Load(folder string) (*Family, []error) {
	families, err := scan(folder)
	if err != nil {
		return nil, []error{err}
	}
	var f Family
	chosen := choose(families)
	var errs []error
	for _, style := range []struct {
		name string
		face **Face
	}{{"Regular", &f.Regular}, {"Bold", &f.Bold}, {"Italic", &f.Italic}, {"Bold Italic", &f.BoldItalic}} {
		face, err := open(families[chosen][style.name])
		if err != nil {
			errs = append(errs, &StyleError{Style: style.name, File: families[chosen][style.name], Err: err})
		}
		*style.face = face
	}
	if errs != nil {
		return nil, errs
	}
	return &f, nil
}

// scan finds the font files of a folder by the family and style that they name themselves.
func scan(folder string) (map[string]map[string]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	families := map[string]map[string]string{}
	for _, entry := range entries {
		if !strings.EqualFold(filepath.Ext(entry.Name()), ".ttf") {
			continue
		}
		file := filepath.Join(folder, entry.Name())
		family, style, err := nameOf(file)
		if err != nil {
			continue // some other program's broken font
		}
		if families[family] == nil {
			families[family] = map[string]string{}
		}
		families[family][style] = file
	}
	return families, nil
}

// nameOf reads no more of a font file than its names.
func nameOf(file string) (family, style string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return "", "", err
	}
	defer f.Close()
	font, err := sfnt.ParseReaderAt(f)
	if err != nil {
		return "", "", err
	}
	if family, err = font.Name(nil, sfnt.NameIDFamily); err != nil {
		return "", "", err
	}
	style, err = font.Name(nil, sfnt.NameIDSubfamily)
	return family, style, err
}

func choose(families map[string]map[string]string) string {
	var names []string
	for name := range families {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := families[names[i]], families[names[j]]
		switch {
		case names[i] == timesNewRoman || names[j] == timesNewRoman:
			return names[i] == timesNewRoman
		case len(a) != len(b):
			return len(a) > len(b)
		}
		return names[i] < names[j]
	})
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

func open(file string) (*Face, error) {
	if file == "" {
		return nil, ErrStyleMissing
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) && !bytes.HasPrefix(data, []byte("true")) {
		return nil, ErrNotTrueType
	}
	if !embeddable(data) {
		return nil, ErrNotEmbeddable
	}
	return parse(data)
}

// embeddable reads the licence bits of the OS/2 table (fsType): restricted, no subsetting
// and bitmaps only are the ones that forbid what a PDF needs.
func embeddable(data []byte) bool {
	const restricted, noSubset, bitmapsOnly, editable = 0x0002, 0x0100, 0x0200, 0x000c
	os2 := tableOf(data, "OS/2")
	if len(os2) < 10 {
		return true // says nothing
	}
	bits := binary.BigEndian.Uint16(os2[8:])
	return bits&(noSubset|bitmapsOnly) == 0 && (bits&restricted == 0 || bits&editable != 0)
}

// tableOf is a table of a font file; nil when it has none of that name.
func tableOf(data []byte, name string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := data[min(12+16*i, len(data)):]
		if len(record) < 16 {
			return nil
		}
		if string(record[:4]) == name {
			start, length := uint64(binary.BigEndian.Uint32(record[8:])), uint64(binary.BigEndian.Uint32(record[12:]))
			if start+length <= uint64(len(data)) {
				return data[start : start+length]
			}
		}
	}
	return nil
}
