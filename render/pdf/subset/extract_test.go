package subset

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"phuluc2b/render/internal/rendertest"
)

// specimenFile is a file of fpdf's from which a face is taken, with something more in it.
func specimenFile(t *testing.T, more func(*fpdf.Fpdf)) []byte {
	t.Helper()
	key := fontKey{face: rendertest.Serif(t).Regular}
	key.letters.Add("Ộ, Ế")
	f := specimen(key)
	more(f)
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A file of fpdf's with anything in it that we did not draw, as another version of fpdf
// might write one, is refused, whatever it is.
func TestUnknownDrawing(t *testing.T) {
	t.Parallel()
	if _, err := takeFont(specimenFile(t, func(*fpdf.Fpdf) {})); err != nil {
		t.Fatal(err)
	}
	for what, more := range map[string]func(*fpdf.Fpdf){
		"page":          func(f *fpdf.Fpdf) { f.AddPage() },
		"page size":     func(f *fpdf.Fpdf) { f.AddPageFormat("L", fpdf.SizeType{Wd: 100, Ht: 50}) },
		"page box":      func(f *fpdf.Fpdf) { f.SetPageBox("crop", 1, 1, 5, 5) },
		"core font":     func(f *fpdf.Fpdf) { f.SetFont("Helvetica", "", 12); f.Text(9, 9, "a") },
		"bookmark":      func(f *fpdf.Fpdf) { f.Bookmark("a", 0, 0) },
		"link":          func(f *fpdf.Fpdf) { f.LinkString(1, 1, 9, 9, "https://example.org") },
		"transparency":  func(f *fpdf.Fpdf) { f.SetAlpha(0.5, "Normal") },
		"gradient":      func(f *fpdf.Fpdf) { f.LinearGradient(1, 1, 9, 9, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1) },
		"layer":         func(f *fpdf.Fpdf) { f.BeginLayer(f.AddLayer("a", true)); f.EndLayer() },
		"spot colour":   func(f *fpdf.Fpdf) { f.AddSpotColor("a", 1, 2, 3, 4) },
		"attachment":    func(f *fpdf.Fpdf) { f.SetAttachments([]fpdf.Attachment{{Content: []byte("a"), Filename: "a"}}) },
		"metadata":      func(f *fpdf.Fpdf) { f.SetXmpMetadata([]byte("a")) },
		"title":         func(f *fpdf.Fpdf) { f.SetTitle("a", true) },
		"language":      func(f *fpdf.Fpdf) { f.SetLang("vi") },
		"script":        func(f *fpdf.Fpdf) { f.SetJavascript("a") },
		"protection":    func(f *fpdf.Fpdf) { f.SetProtection(fpdf.CnProtectPrint, "", "a") },
		"output intent": func(f *fpdf.Fpdf) { f.AddOutputIntent(fpdf.OutputIntentType{ICCProfile: []byte("a")}) },
		"zoom":          func(f *fpdf.Fpdf) { f.SetDisplayMode("fullpage", "single") },
		"contents":      func(f *fpdf.Fpdf) { f.SetCompression(true) },
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			if _, err := takeFont(specimenFile(t, more)); !errors.Is(err, errNotUnderstood) {
				t.Errorf("%s: error %v", what, err)
			}
		})
	}
}

// A damaged file is an error or, if only what is drawn has changed, passes; it never stops
// the program.
func TestDamagedDrawing(t *testing.T) {
	t.Parallel()
	file := specimenFile(t, func(*fpdf.Fpdf) {})
	random := rand.New(rand.NewPCG(2021, 476))
	for range 500 {
		damaged := bytes.Clone(file)
		for range 1 + random.IntN(4) {
			i := random.IntN(len(damaged))
			if random.IntN(2) == 0 { // what is not compressed
				i = max(0, bytes.IndexByte(damaged[i:], '/')+i)
			}
			damaged[i] = "0 /<>[](obj9"[random.IntN(12)]
		}
		takeFont(damaged)
		if _, err := takeFont(file[:random.IntN(len(file)-1)]); err == nil {
			t.Error("a part of a file is understood")
		}
	}
}
