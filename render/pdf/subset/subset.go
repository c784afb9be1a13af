// Package subset reduces a TrueType face to the letters that a document draws: a [fonts.Face]
// and letters go in, what a PDF embeds comes out. fpdf makes the subset; it is taken out of a
// file by fpdf. It imports fonts and render/pdf/object.
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

// alphabet is added to the letters of a face of which much is drawn, so that the documents of
// one form, which differ in names and numbers, share a subset. It is not added to a face of a
// line or two: the file would be larger by a tenth. A subset depends on the document alone.
const alphabet = " !\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz" +
	"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

// maxKept is the most subsets that are kept; then all are dropped.
const maxKept = 64

// Subsetter makes subsets of faces and keeps them. It is safe for concurrent use.
type Subsetter struct {
	mu   sync.Mutex
	kept map[fontKey]Font
}

type fontKey struct {
	face    *fonts.Face
	letters Letters
}

// Result is the subsets of the faces of a document, in their order.
type Result struct {
	Fonts []Font
	Err   error
}

// Subset makes a subset of each face, concurrently where none is kept.
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

// wholeAlphabetFrom is the number of drawn letters from which the alphabet is added.
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

// makeFont has fpdf write a file with the letters, and takes the font from it.
func makeFont(key fontKey) (Font, error) {
	var file bytes.Buffer
	if err := specimen(key).Output(&file); err != nil {
		return Font{}, err
	}
	return takeFont(file.Bytes())
}

// takeFont is the only font of a file by fpdf, which must have one page.
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

// pressed is the font with its program compressed for size: fpdf compresses for speed.
func (d Font) pressed() (Font, error) {
	in, err := zlib.NewReader(bytes.NewReader(d.Program))
	if err != nil {
		return d, fmt.Errorf("%w: %w", errNotUnderstood, err)
	}
	var out bytes.Buffer
	press, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // fails for unknown levels only
	if _, err := io.CopyN(press, in, int64(d.Length)); err != nil {
		return d, fmt.Errorf("%w: %w", errNotUnderstood, err)
	}
	press.Close()
	d.Program = out.Bytes()
	return d, nil
}

// specimen is a document of one page with each letter of a face on it.
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

// specimenFont is the name of its font.
const specimenFont = "specimen"

// Use is a face that a document is set in, and the letters drawn in it.
type Use struct {
	Bold, Italic bool
	Face         *fonts.Face
	Letters      *Letters
}
