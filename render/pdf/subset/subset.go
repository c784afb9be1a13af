// Package subset cuts a TrueType face down to the letters that a document draws: a face of
// fonts goes in, what a PDF embeds of it comes out. fpdf does the cutting.
package subset

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"codeberg.org/go-pdf/fpdf"
	"github.com/klauspost/compress/zlib"

	"phuluc2b/fonts"
)

// alphabet is cut with a face of which much is drawn, every letter of it: so the documents of
// a form, which differ in names and numbers, share what was cut. What is cut depends on the
// document alone. A face of a line or two is cut to what is drawn: the alphabet would make
// the file larger by a tenth.
const alphabet = " !\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz" +
	"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

// maxKept bounds what a cutter keeps: a face for each form, and some more.
const maxKept = 64

// Subsetter cuts faces down to letters, and keeps what it has cut.
type Subsetter struct {
	mu   sync.Mutex
	kept map[fontKey]Font
}

type fontKey struct {
	face    *fonts.Face
	letters Letters
}

// Result is the faces of a document, cut.
type Result struct {
	Fonts []Font
	Err   error
}

// Subset cuts each face down to its letters, those that are not kept at the same time.
func (c *Subsetter) Subset(used []Use) Result {
	cuts := make([]Font, len(used))
	errs := make([]error, len(used))
	var all sync.WaitGroup
	for i, u := range used {
		key := keyOf(u.Face, u.Letters)
		kept, ok := c.get(key)
		if cuts[i] = kept; ok {
			continue
		}
		all.Go(func() {
			defer func() {
				if fault := recover(); fault != nil {
					errs[i] = fmt.Errorf("pdf: cannot draw with %s: %v", u.Face.Name, fault)
				}
			}()
			if cuts[i], errs[i] = makeFont(key); errs[i] == nil {
				c.keep(key, cuts[i])
			}
		})
	}
	all.Wait()
	return Result{cuts, errors.Join(errs...)}
}

// wholeAlphabetFrom is how many letters a face draws at least that is cut with the whole alphabet.
const wholeAlphabetFrom = 70

func keyOf(face *fonts.Face, drawn *Letters) fontKey {
	key := fontKey{face, *drawn}
	if drawn.count() < wholeAlphabetFrom {
		return key
	}
	for _, r := range alphabet {
		if face.Has(r) {
			key.letters.Add(string(r))
		}
	}
	return key
}

func (c *Subsetter) get(key fontKey) (Font, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	kept, ok := c.kept[key]
	return kept, ok
}

func (c *Subsetter) keep(key fontKey, font Font) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept == nil || len(c.kept) >= maxKept {
		c.kept = map[fontKey]Font{}
	}
	c.kept[key] = font
}

// makeFont makes a file of fpdf's with the letters in it, and takes the font out of that.
func makeFont(key fontKey) (Font, error) {
	var file bytes.Buffer
	if err := specimen(key).Output(&file); err != nil {
		return Font{}, err
	}
	return takeFont(file.Bytes())
}

// takeFont is the only font of a file of fpdf's that has one page.
func takeFont(file []byte) (Font, error) {
	drawn, err := extractFile(file)
	switch {
	case err != nil:
		return Font{}, err
	case len(drawn.contents) != 1 || len(drawn.fonts) != 1:
		return Font{}, fmt.Errorf("%w: %d pages with %d fonts", errNotUnderstood, len(drawn.contents), len(drawn.fonts))
	}
	return drawn.fonts[0].pressed()
}

// pressed is the font with its program compressed as far as it goes: fpdf is in a hurry.
func (d Font) pressed() (Font, error) {
	in, err := zlib.NewReader(bytes.NewReader(d.Program))
	if err != nil {
		return d, fmt.Errorf("%w: %w", errNotUnderstood, err)
	}
	var out bytes.Buffer
	press, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // a level that there is
	if _, err := io.CopyN(press, in, int64(d.Length)); err != nil {
		return d, fmt.Errorf("%w: %w", errNotUnderstood, err)
	}
	press.Close()
	d.Program = out.Bytes()
	return d, nil
}

// specimen is a page with each letter of a face on it.
func specimen(key fontKey) *fpdf.Fpdf {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt"})
	f.SetCompression(false)
	f.SetCatalogSort(true)
	f.AddUTF8FontFromBytes(specimenFont, "", key.face.Data)
	f.AddPage()
	f.SetFont(specimenFont, "", 12)
	f.Text(0, 0, key.letters.text())
	return f
}

// specimenFont is what fpdf calls the font of a specimen.
const specimenFont = "specimen"

// Use is a face that a document is set in, and the letters of it.
type Use struct {
	Bold, Italic bool
	Face         *fonts.Face
	Letters      *Letters
}
