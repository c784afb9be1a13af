package pdf

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

// maxCuts bounds what a cutter keeps: a face for each form, and some more.
const maxCuts = 64

// cutter cuts faces down to letters, and keeps what it has cut.
type cutter struct {
	mu   sync.Mutex
	kept map[cutKey]drawnFont
}

type cutKey struct {
	face    *fonts.Face
	letters letters
}

// cutResult is the faces of a document, cut.
type cutResult struct {
	fonts []drawnFont
	err   error
}

// cutAll cuts each face down to its letters, those that are not kept at the same time.
func (c *cutter) cutAll(used []usedFace) cutResult {
	cuts := make([]drawnFont, len(used))
	errs := make([]error, len(used))
	var all sync.WaitGroup
	for i, u := range used {
		key := keyOf(u.face, u.letters)
		kept, ok := c.get(key)
		if cuts[i] = kept; ok {
			continue
		}
		all.Go(func() {
			defer func() {
				if fault := recover(); fault != nil {
					errs[i] = fmt.Errorf("pdf: cannot draw with %s: %v", u.face.Name, fault)
				}
			}()
			if cuts[i], errs[i] = cut(key); errs[i] == nil {
				c.keep(key, cuts[i])
			}
		})
	}
	all.Wait()
	return cutResult{cuts, errors.Join(errs...)}
}

// much is how many letters a face draws at least that is cut with the whole alphabet.
const much = 70

func keyOf(face *fonts.Face, drawn *letters) cutKey {
	key := cutKey{face, *drawn}
	if drawn.count() < much {
		return key
	}
	for _, r := range alphabet {
		if face.Has(r) {
			key.letters.add(string(r))
		}
	}
	return key
}

func (c *cutter) get(key cutKey) (drawnFont, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	kept, ok := c.kept[key]
	return kept, ok
}

func (c *cutter) keep(key cutKey, font drawnFont) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept == nil || len(c.kept) >= maxCuts {
		c.kept = map[cutKey]drawnFont{}
	}
	c.kept[key] = font
}

// cut makes a file of fpdf's with the letters in it, and takes the font out of that.
func cut(key cutKey) (drawnFont, error) {
	var file bytes.Buffer
	if err := specimen(key).Output(&file); err != nil {
		return drawnFont{}, err
	}
	return takeFont(file.Bytes())
}

// takeFont is the only font of a file of fpdf's that has one page.
func takeFont(file []byte) (drawnFont, error) {
	drawn, err := harvest(file)
	switch {
	case err != nil:
		return drawnFont{}, err
	case len(drawn.contents) != 1 || len(drawn.fonts) != 1:
		return drawnFont{}, fmt.Errorf("%w: %d pages with %d fonts", errNotUnderstood, len(drawn.contents), len(drawn.fonts))
	}
	return drawn.fonts[0].pressed()
}

// pressed is the font with its program compressed as far as it goes: fpdf is in a hurry.
func (d drawnFont) pressed() (drawnFont, error) {
	in, err := zlib.NewReader(bytes.NewReader(d.program))
	if err != nil {
		return d, fmt.Errorf("%w: %w", errNotUnderstood, err)
	}
	var out bytes.Buffer
	press, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // a level that there is
	if _, err := io.CopyN(press, in, int64(d.length)); err != nil {
		return d, fmt.Errorf("%w: %w", errNotUnderstood, err)
	}
	press.Close()
	d.program = out.Bytes()
	return d, nil
}

// specimen is a page with each letter of a face on it.
func specimen(key cutKey) *fpdf.Fpdf {
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
