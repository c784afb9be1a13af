package fonts

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// loaded is the name of the family that is taken from a folder.
func loaded(t *testing.T, folder string) string {
	t.Helper()
	f, errs := Load(folder)
	if errs != nil {
		t.Fatal(errs)
	}
	return f.Name
}

// Of the families in a folder the nearest to Times New Roman is taken.
func TestNearestFamily(t *testing.T) {
	t.Parallel()
	none := func([]byte) []byte { return nil }
	short := func(data []byte) []byte { return data[:5000] }
	type families map[string]func([]byte) []byte
	for want, all := range map[string]families{
		"Times New Roman": {"Times New Roman": same, "Liberation Serif": same, "Arial": sans, "Aa": same},
		// Made to the same widths, under its own name or the one with spaces in it.
		"Tinos":         {"Tinos": same, "TeX Gyre Termes": same, "Aa": same, "Aa Mono": monospaced},
		"TeXGyreTermes": {"TeXGyreTermes": same, "Nimbus Roman": same, "Aa": same},
		// Others by serifs, then by widths, then by name.
		"Zz Serif": {"Zz Serif": same, "Aa Sans": sans, "Bb": wider},
		"Georgia":  {"Georgia": same, "Georgia 2": same},
		// A monospaced one last, whatever its name.
		"Zz Sans": {"Zz Sans": sans, "Liberation Mono": monospaced, "Aa": monospaced},
		// What cannot be used is passed over.
		"Zz": {"Zz": same, "Aa": none, "Bb": western, "Times New Roman": short},
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			for name, edit := range all {
				family(t, dir, name, edit)
			}
			if got := loaded(t, dir); got != want {
				t.Errorf("%s", got)
			}
		})
	}
}

func TestMonospacedAlone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	family(t, dir, "Liberation Mono", monospaced)
	put(t, filepath.Join(dir, "r.ttf"), named(embedded(regular), english(nameFamily, "Times New Roman"), english(nameSubfamily, "Regular")))
	if got := loaded(t, dir); got != "Liberation Mono" {
		t.Errorf("%s", got)
	}
}

// Styles are told by the words of any foundry, else by the bits of the font.
func TestStyleNames(t *testing.T) {
	t.Parallel()
	for what, styleNames := range map[string][styles]string{
		"usual":   {"Regular", "Bold", "Italic", "Bold Italic"},
		"oblique": {"Book", "Bold", "Oblique", "Bold Oblique"},
		"roman":   {"Roman", "Bold", "Italic", "BoldItalic"},
		"normal":  {"normal", "BOLD", "Italic", "Italic-Bold"},
		"bits":    {"Thường", "Đậm", "Nghiêng", "Đậm nghiêng"},
		"no name": {"", "", "", ""},
	} {
		for typographic := range 2 {
			t.Run(fmt.Sprint(what, typographic), func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				for s, name := range styleNames {
					records := []nameRecord{english(nameFamily, "Ofis"), english(nameSubfamily, name)}
					if typographic == 1 {
						records = []nameRecord{english(nameFamily, "Ofis"), english(nameSubfamily, "?"), english(nameTypographicSubfamily, name)}
					}
					put(t, filepath.Join(dir, fmt.Sprint(s, ".ttf")), named(embedded(style(s)), records...))
				}
				wantEmbedded(t, dir)
			})
		}
	}
}

// wantEmbedded asserts that the faces of a folder are the embedded ones, each in its style.
func wantEmbedded(t *testing.T, dir string) {
	t.Helper()
	got, errs := Load(dir)
	if errs != nil {
		t.Fatal(errs)
	}
	want, err := Serif()
	if err != nil {
		t.Fatal(err)
	}
	for i, face := range got.faces() {
		if face.Glyph('Ộ') != want.faces()[i].Glyph('Ộ') || face.Width(vietnamese) != want.faces()[i].Width(vietnamese) {
			t.Errorf("%s is another face", style([]style{regular, bold, italic, boldItalic}[i]))
		}
	}
}

// A family of more than four styles, each of which Word shows as a family of its own, and a
// style that only looks like one of the four.
func TestTypographicFamily(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for s := range style(styles) {
		put(t, filepath.Join(dir, fmt.Sprint("b", int(s), ".ttf")), named(embedded(s), english(nameFamily, "Ofis "+s.String()), english(nameSubfamily, "Regular"),
			english(nameTypographicFamily, "Ofis"), english(nameTypographicSubfamily, s.String())))
		put(t, filepath.Join(dir, fmt.Sprint("a", int(s), ".ttf")), named(embedded(boldItalic), english(nameFamily, "Ofis Light"), english(nameSubfamily, "Light "+s.String()),
			english(nameTypographicFamily, "Ofis"), english(nameTypographicSubfamily, "Light "+s.String())))
	}
	wantEmbedded(t, dir)
}

// Windows lists the Catalan names of its fonts first, others have no names for Windows.
func TestNamesInOtherLanguages(t *testing.T) {
	t.Parallel()
	for what, records := range map[string][]nameRecord{
		"Catalan":  {{3, 1, 0x403, nameFamily, "Temps"}, english(nameFamily, "Times New Roman"), {3, 1, 0x403, nameSubfamily, "Light"}, english(nameSubfamily, "Bold")},
		"Unicode":  {{0, 3, 0, nameFamily, "Times New Roman"}, {0, 3, 0, nameSubfamily, "Bold"}},
		"UCS-4":    {{3, 10, 0x409, nameFamily, "Times New Roman"}, {3, 10, 0x409, nameSubfamily, "Bold"}},
		"controls": {english(nameFamily, "Times\x1b New\n Roman"), english(nameSubfamily, "Bold\u202e")},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			family(t, dir, "Times New Roman", same)
			put(t, filepath.Join(dir, "Times New Roman Bold.ttf"), named(embedded(bold), records...))
			if got := loaded(t, dir); got != "Times New Roman" {
				t.Errorf("%q", got)
			}
		})
	}
}

// No style is taken from another family, nor from another version of it.
func TestOwnStyles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for s := range style(styles) {
		put(t, filepath.Join(dir, "ofis", fmt.Sprint(int(s), ".ttf")), named(embedded(s), english(nameFamily, fmt.Sprint("Ofis", int(s)/2)), english(nameSubfamily, s.String())))
		put(t, filepath.Join(dir, fmt.Sprint("v", int(s)/3), "serif.ttf"), named(embedded(s), english(nameFamily, "Serif"), english(nameSubfamily, s.String())))
	}
	_, errs := Load(dir)
	for _, err := range errs {
		if !errors.Is(err, ErrStyleMissing) {
			t.Error(err)
		}
	}
	if len(errs) == 0 {
		t.Error("a family is made up of two")
	}
}

// Folders in it are looked through, to some depth. A version that lacks Vietnamese letters is
// passed over, as Debian has one beside one that has them.
func TestFoldersBelow(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	family(t, filepath.Join(dir, "truetype", "a"), "Liberation Serif", western)
	family(t, filepath.Join(dir, "truetype", "b"), "Liberation Serif", same)
	family(t, filepath.Join(dir, "1", "2", "3", "4"), "Times New Roman", same)
	f, errs := Load(dir)
	if errs != nil {
		t.Fatal(errs)
	}
	if want := filepath.Join(dir, "truetype", "b"); f.Folder != want || f.Name != "Liberation Serif" {
		t.Errorf("%s in %s, want %s", f.Name, f.Folder, want)
	}
}

// Only regular files are opened, and links to them, with names that can be printed.
func TestOnlyRegularFiles(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege")
	}
	dir, elsewhere := t.TempDir(), t.TempDir()
	family(t, elsewhere, "Tinos", same)
	for s := range style(styles) {
		name := "Tinos " + s.String() + ".ttf"
		if err := os.Symlink(filepath.Join(elsewhere, name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{"a.ttf": "/dev/zero", "b.ttf": "b.ttf", "c.ttf": "nowhere", "d": dir} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "e.ttf"), 0o755); err != nil {
		t.Fatal(err)
	}
	family(t, filepath.Join(dir, "\x1b[31m"), "Times New Roman", same)
	if got := loaded(t, dir); got != "Tinos" {
		t.Errorf("%s", got)
	}
}
