package subset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"phuluc2b/fonts"
	"phuluc2b/render/internal/rendertest"
)

// all has letters of one outline, of several, of none, and two that share one in the face.
var all = []rune(" ()-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\u00a0ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư" +
	"ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ–“”…₫≤≥")

// Every letter has the outline and the width that it has in its face.
func TestOutlines(t *testing.T) {
	t.Parallel()
	family := rendertest.Serif(t)
	for _, face := range []*fonts.Face{family.Regular, family.Bold, family.Italic, family.BoldItalic} {
		t.Run(face.Name, func(t *testing.T) {
			t.Parallel()
			wantOutlines(t, face, all)
		})
	}
}

// A face with short offsets and letters in a table of another format, such as a subset that
// an office was given, is cut like any other.
func TestOtherTables(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	family := rendertest.Serif(t)
	for _, face := range []*fonts.Face{family.Regular, family.Bold, family.Italic, family.BoldItalic} {
		if err := os.WriteFile(filepath.Join(folder, face.Name+".ttf"), small(t, face), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	loaded, errs := fonts.Load(folder)
	if errs != nil {
		t.Fatal(errs)
	}
	if binary.BigEndian.Uint16(loaded.Bold.Table("head")[50:]) != 0 {
		t.Error("the offsets are long")
	}
	wantOutlines(t, loaded.Bold, []rune("0Ếộư"))
}

func wantOutlines(t *testing.T, face *fonts.Face, letters []rune) {
	t.Helper()
	program, err := Program(face, letters)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	whole, cut := parse(t, face.Data), parse(t, assemble(readable(face, program, nil)))
	for i, r := range append([]rune{'\uFFFF'}, letters...) {
		old, err := whole.GlyphIndex(&buf, r)
		if err != nil {
			t.Fatal(err)
		}
		want, wantAdvance := outline(t, whole, old)
		got, advance := outline(t, cut, sfnt.GlyphIndex(i))
		if !reflect.DeepEqual(got, want) || advance != wantAdvance {
			t.Errorf("%q: another outline: %d segments, %d wide, want %d, %d", r, len(got), advance, len(want), wantAdvance)
		}
	}
}

func parse(t *testing.T, data []byte) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func outline(t *testing.T, f *sfnt.Font, glyph sfnt.GlyphIndex) (sfnt.Segments, fixed.Int26_6) {
	t.Helper()
	const size = 1000
	segments, err := f.LoadGlyph(nil, glyph, fixed.I(size), nil)
	if err != nil {
		t.Fatal(err)
	}
	advance, err := f.GlyphAdvance(nil, glyph, fixed.I(size), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return segments, advance
}

// readable is the tables of a program, with those that a reader of font files asks for.
func readable(face *fonts.Face, program, cmap []byte) []part {
	if cmap == nil {
		cmap = face.Table("cmap")
	}
	post := append([]byte{0, 3, 0, 0}, face.Table("post")[4:32]...) // without the names of glyphs
	parts := []part{{"OS/2", face.Table("OS/2")}, {"cmap", cmap}}
	for _, name := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		parts = append(parts, part{name, (&fonts.Face{Data: program}).Table(name)})
	}
	return append(parts, part{"name", face.Table("name")}, part{"post", post})
}

// small is a font file of the letters, with short offsets and a cmap of format 12.
func small(t *testing.T, face *fonts.Face) []byte {
	t.Helper()
	program, err := Program(face, append([]rune(nil), all...))
	if err != nil {
		t.Fatal(err)
	}
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	for _, n := range []int{16 + 12*len(all), 0, len(all)} {
		cmap = binary.BigEndian.AppendUint32(cmap, uint32(n))
	}
	for i, r := range all {
		for _, n := range []rune{r, r, rune(i + 1)} {
			cmap = binary.BigEndian.AppendUint32(cmap, uint32(n))
		}
	}
	parts := readable(face, program, cmap)
	for i, p := range parts {
		switch p.name {
		case "head":
			binary.BigEndian.PutUint16(p.table[50:], 0)
		case "loca":
			parts[i].table = nil
			for ; len(p.table) > 0; p.table = p.table[4:] {
				parts[i].table = binary.BigEndian.AppendUint16(parts[i].table, uint16(binary.BigEndian.Uint32(p.table)/2))
			}
		}
	}
	return assemble(parts)
}

// The sums of the tables and of the file are what the file says.
func TestSums(t *testing.T) {
	t.Parallel()
	program, err := Program(rendertest.Serif(t).Italic, all)
	if err != nil {
		t.Fatal(err)
	}
	if sum(program) != 0xB1B0AFBA {
		t.Errorf("the whole adds up to %X", sum(program))
	}
}

// A damaged face is an error or a program that is no larger; it never stops the program.
func TestDamaged(t *testing.T) {
	t.Parallel()
	face := rendertest.Serif(t).Bold
	random := rand.New(rand.NewPCG(2021, 476))
	refused := 0
	for range 300 {
		damaged := *face
		damaged.Data = bytes.Clone(face.Data)
		for _, name := range []string{"head", "hhea", "maxp", "loca", "glyf", "hmtx"} {
			table := damaged.Table(name)
			for range random.IntN(1 + len(table)/20) {
				table[random.IntN(len(table))] = byte(random.IntN(256))
			}
		}
		program, err := Program(&damaged, all)
		if err != nil {
			refused++
		}
		if err != nil && !errors.Is(err, errDamaged) || len(program) > 2*len(face.Data) {
			t.Fatalf("%d bytes, %v", len(program), err)
		}
	}
	if refused == 0 {
		t.Error("none is refused")
	}
}

// Offsets that lead to the whole table for each letter, and glyphs made of each other, take
// no more than the face.
func TestHostile(t *testing.T) {
	t.Parallel()
	face := rendertest.Serif(t).Regular
	for what, damage := range map[string]func(*fonts.Face){
		"large glyphs": func(f *fonts.Face) {
			loca, size := f.Table("loca"), uint32(len(f.Table("glyf")))
			for i := 0; i < len(loca); i += 8 {
				binary.BigEndian.PutUint32(loca[i:], 0)
				binary.BigEndian.PutUint32(loca[min(i+4, len(loca)-4):], size)
			}
		},
		"offsets beyond the end": func(f *fonts.Face) {
			copy(f.Table("loca")[4*f.Glyph('A'):], "\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF")
		},
		"a component that is not there": func(f *fonts.Face) {
			glyph := f.Table("glyf")[binary.BigEndian.Uint32(f.Table("loca")[4*f.Glyph('Ộ'):]):]
			copy(glyph, "\xFF\xFF")
			copy(glyph[10:], "\x00\x00\xFF\xFF")
		},
		"components without an end": func(f *fonts.Face) {
			loca := f.Table("loca")[4*f.Glyph('Ộ'):]
			glyph := f.Table("glyf")[binary.BigEndian.Uint32(loca):binary.BigEndian.Uint32(loca[4:])]
			copy(glyph, "\xFF\xFF")
			for i := 10; i < len(glyph); i++ {
				glyph[i] = 0x20
			}
		},
		"no widths": func(f *fonts.Face) { clear(f.Table("hhea")[34:]) },
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			damaged := *face
			damaged.Data = bytes.Clone(face.Data)
			damage(&damaged)
			if program, err := Program(&damaged, all); !errors.Is(err, errDamaged) {
				t.Errorf("%d bytes, error %v", len(program), err)
			}
		})
	}
}
