package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"phuluc2b/render/internal/rendertest"
	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/object"
	"phuluc2b/render/pdfread"
)

// readerWork is what reading may unpack of a file, in bytes.
const readerWork = 64 << 20

// sources are attachments of all kinds.
func sources() []layout.Attachment {
	noise := make([]byte, 3000)
	rand.NewChaCha8([32]byte{21}).Read(noise)
	return []layout.Attachment{
		{Name: "số liệu (2021) \\ 😀.toml", Type: "application/toml", Description: "Số liệu của phụ lục", Data: []byte("\uFEFF# sạch\r\n\"1.2.1\" = \"07\"\r\n9 0 obj endstream endobj trailer<</Root 1 0 R>> startxref")},
		{Name: "bieu-mau.toml", Type: "application/toml", Data: []byte(strings.Repeat("[[hang]]\n", 2000))},
		{Name: "a&b#c/../(d).bin", Description: "(", Data: noise},
		{Name: "rong", Type: "text/plain;charset=utf-8", Description: "không có gì", Data: []byte{}},
	}
}

func attachedTo(t testing.TB, attachments ...layout.Attachment) []byte {
	t.Helper()
	a := rendertest.Filled(3)
	a.Document.Attachments = attachments
	return write(t, a)
}

// wantSources asserts that all attachments come back out of a file.
func wantSources(t testing.TB, file []byte) {
	t.Helper()
	got, err := pdfread.Attachments(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range sources() {
		want.Name = want.Name[strings.LastIndexAny(want.Name, `/\`)+1:]
		if want.Type == "" {
			want.Type = "application/octet-stream"
		}
		if i >= len(got) || fmt.Sprint(got[i]) != fmt.Sprint(want) {
			t.Fatalf("attachment %d of %d is %.200v, want %.200v", i, len(got), got[i:], want)
		}
	}
}

func TestAttachments(t *testing.T) {
	t.Parallel()
	file := attachedTo(t, sources()...)
	wantSources(t, file)
	o := open(t, file)
	if list := o.catalog()["AF"].(object.Array); len(list) != 4 {
		t.Errorf("%v", list)
	}
	var names []string
	for i, v := range o.dict(o.catalog()["Names"].(object.Dict)["EmbeddedFiles"])["Names"].(object.Array) {
		if s, ok := v.(string); ok && i%2 == 0 {
			names = append(names, s)
		}
	}
	if len(names) != 4 || !slices.IsSorted(names) {
		t.Errorf("%q", names)
	}
}

// Each attachment has its names, type, size, date and checksum.
func TestFileSpecification(t *testing.T) {
	t.Parallel()
	source := sources()[0]
	o := open(t, attachedTo(t, source))
	spec := o.dict(o.catalog()["AF"].(object.Array)[0])
	d, data := o.stream(spec["EF"].(object.Dict)["UF"])
	params := d["Params"].(object.Dict)
	if spec["Type"] != object.Name("Filespec") || spec["AFRelationship"] != object.Name("Source") || spec["F"] != "s_ li_u (2021) \\ _.toml" ||
		object.Decode(spec["UF"].(string)) != source.Name || object.Decode(spec["Desc"].(string)) != source.Description {
		t.Errorf("%v", spec)
	}
	if d["Type"] != object.Name("EmbeddedFile") || d["Subtype"] != object.Name("application/toml") || !bytes.Equal(data, source.Data) ||
		params["Size"] != len(data) || params["ModDate"] != "D:20211202000000+00'00'" || len(params["CheckSum"].(string)) != 16 {
		t.Errorf("%v", d)
	}
}

// Attachments can be read from a file that other programs have saved or changed.
func TestAttachmentsOfAChangedFile(t *testing.T) {
	t.Parallel()
	o := open(t, attachedTo(t, sources()...))
	for what, file := range map[string][]byte{
		"saved anew":       o.respelt(),
		"signed":           o.changed(map[object.Ref]string{900: "<</Type/Sig/Contents<00>>>", o.trailer["Root"].(object.Ref): respell(o.catalog())}),
		"junk at the end":  append(bytes.Clone(o.file), "\r\n\x00\x00obj"...),
		"tables cut off":   o.file[:bytes.LastIndex(o.file, []byte("startxref"))],
		"tables are wrong": bytes.Replace(o.file, []byte("startxref\n"), []byte("startxref\n9"), 1),
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			wantSources(t, file)
		})
	}
}

// A program that does not know of associated files may lose the list of them.
func TestAttachmentsByNameAlone(t *testing.T) {
	t.Parallel()
	o := open(t, attachedTo(t, sources()[1]))
	catalog := o.catalog()
	delete(catalog, "AF")
	catalog["Names"] = object.Dict{"EmbeddedFiles": object.Dict{"Kids": object.Array{object.Ref(900)}}}
	spec := respell(o.dict(o.trailer["Root"])["AF"].(object.Array)[0])
	file := o.changed(map[object.Ref]string{
		900: "<</Kids[900 0 R 901 0 R 902 0 R]>>", 901: "<</Names[(a) " + spec + " (b)]>>", 902: "null",
		o.trailer["Root"].(object.Ref): respell(catalog),
	})
	got, err := pdfread.Attachments(file)
	if err != nil || len(got) != 1 || !bytes.Equal(got[0].Data, sources()[1].Data) {
		t.Errorf("%.100v, error %v", got, err)
	}
}

func TestNoAttachments(t *testing.T) {
	t.Parallel()
	source := sources()[1]
	file := attachedTo(t, source)
	o := open(t, file)
	catalog := respell(o.catalog())
	root, spec := o.trailer["Root"].(object.Ref), o.catalog()["AF"].(object.Array)[0].(object.Ref)
	often := strings.Repeat("<</AFRelationship/Source/UF 902 0 R/EF"+respell(o.dict(spec)["EF"])+">>", 10)
	for what, c := range map[string]struct {
		file []byte
		want error
	}{
		"nothing":         {nil, pdfread.ErrNotPDF},
		"text":            {[]byte("so_lieu = 1 0 obj"), pdfread.ErrNotPDF},
		"header alone":    {[]byte("%PDF-1.7"), pdfread.ErrDamaged},
		"no attachments":  {attachedTo(t), pdfread.ErrNoSource},
		"not a source":    {o.changed(map[object.Ref]string{spec: "<</EF<</F 1 0 R>>/AFRelationship/Data>>"}), pdfread.ErrNoSource},
		"not a catalog":   {o.changed(map[object.Ref]string{root: "7"}), pdfread.ErrDamaged},
		"points to self":  {o.changed(map[object.Ref]string{root: root.String()}), pdfread.ErrDamaged},
		"encrypted":       {bytes.Replace(o.changed(nil), []byte("/Prev"), []byte("/Encrypt<<>>/Prev"), 1), pdfread.ErrEncrypted},
		"cut short":       {file[:len(file)/2], pdfread.ErrDamaged},
		"other bytes":     {bytes.Replace(o.respelt(), []byte("[[hang]]"), []byte("[[HANG]]"), 1), pdfread.ErrDamaged},
		"no file":         {o.changed(map[object.Ref]string{spec: "<</EF<</F 999 0 R>>/AFRelationship/Source>>"}), pdfread.ErrDamaged},
		"strange filter":  {o.changed(map[object.Ref]string{spec: "<</EF<</F 990 0 R>>/AFRelationship/Source>>", 990: "<</Filter/LZWDecode/Length 1>>stream\na\nendstream"}), pdfread.ErrDamaged},
		"packed too much": {attachedTo(t, layout.Attachment{Name: "a", Data: make([]byte, readerWork+1)}), pdfread.ErrTooLarge},
		"read too often":  {o.changed(map[object.Ref]string{root: catalog[:len(catalog)-2] + "/AF 901 0 R>>", 901: "[" + often + "]", 902: "(" + strings.Repeat("a", readerWork/8) + ")"}), pdfread.ErrTooLarge},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			if got, err := pdfread.Attachments(c.file); !errors.Is(err, c.want) || got != nil {
				t.Errorf("%s: %d attachments, error %v, want %v", what, len(got), err, c.want)
			}
		})
	}
}

func TestTwoAttachmentsOfOneName(t *testing.T) {
	t.Parallel()
	a := rendertest.Filled(1)
	a.Document.Attachments = []layout.Attachment{{Name: "a"}, {Name: "a"}}
	var file bytes.Buffer
	if _, err := Write(&file, a.Document, rendertest.Serif(t)); err == nil || file.Len() > 0 {
		t.Errorf("error %v, %d bytes", err, file.Len())
	}
}

// Files that are made to take long: each would, if anything in them were read once for each
// time that it is referred to, or searched from each place.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	rep := func(s string) string { return strings.Repeat(s, 1<<20/len(s)) }
	found := func(catalog, objects string) string {
		return "1 0 obj<<" + catalog + ">> endobj " + objects + " endobj trailer<</Root 1 0 R>>"
	}
	source := "<</AFRelationship/Source/EF<</F 5 0 R>>>>"
	for _, file := range []string{
		rep("1 0 obj<<>>stream\n"), rep("1 0 obj<</Length 2 0 R>>stream\n"), rep("1 0 obj<</Type/ObjStm>>stream\n"),
		rep("trailer<<"), rep("trailer( obj "), rep("1 0 obj["), "1 0 obj" + rep("["), "1 0 obj" + rep("<</a"),
		rep("1 0 obj("), rep("1 0 obj<"), rep("1 0 obj "), "1 0 obj/" + rep("#41"), rep("1"), "1 0 obj " + rep("%\n"), rep("endstream"),
		found("/AF 2 0 R", "2 0 obj["+rep(source)+"]"),
		found("/AF 2 0 R", "2 0 obj["+rep("<</AFRelationship 3 0 R>>")+"] endobj 3 0 obj("+rep("a")+")"),
		found("/AF 2 0 R", "2 0 obj["+strings.Repeat(source, 9999)+"] endobj 5 0 obj<<>>stream\n"+rep("a")),
		found("/Names<</EmbeddedFiles 2 0 R>>", "2 0 obj<</Kids["+rep("2 0 R ")+"]>>"),
		found("/Names<</EmbeddedFiles 2 0 R>>", "2 0 obj<</Kids["+strings.Repeat("<</Kids 3 0 R>>", 9999)+"]>> endobj 3 0 obj["+rep("1 ")+"]"),
	} {
		t.Run(file[:min(50, len(file))], func(t *testing.T) {
			t.Parallel()
			if all, err := pdfread.Attachments([]byte("%PDF-1.7\n" + file)); err == nil {
				t.Errorf("%.50q: %d attachments", file, len(all))
			}
		})
	}
}

// FuzzAttachments reads damaged and hostile files: whatever they hold, it ends, and what it
// gives back is no more than the file can hold.
func FuzzAttachments(f *testing.F) {
	a := rendertest.NewAnnex()
	a.Blocks = nil // no fonts: small files are damaged in more ways
	a.Document.Attachments = []layout.Attachment{{Name: "a.toml", Data: []byte("[so_lieu]\n")}, {Name: "b", Data: []byte{}}}
	o := open(f, write(f, a))
	f.Add(o.file)
	f.Add(o.respelt())
	f.Add(o.changed(map[object.Ref]string{900: "<</Type/Sig>>"}))
	f.Add([]byte("%PDF-1.7 1 0 obj<</Type/ObjStm/N 9/First 8>>stream\n2 0 3 1 <<>>\nendstream trailer<</Root 2 0 R>>"))
	f.Add([]byte("%PDF-1 1 0 obj<</AF[2 0 R]>> 2 0 obj<</AFRelationship/Source/EF<</F 3 0 R>>>> 3 0 obj<<>>stream\nx endstream trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, file []byte) {
		all, err := pdfread.Attachments(file)
		if err == nil == (len(all) == 0) {
			t.Errorf("%d attachments, error %v", len(all), err)
		}
		size := 0
		for _, a := range all {
			size += len(a.Data)
			if strings.ContainsAny(a.Name, `/\`) {
				t.Errorf("%q", a.Name)
			}
		}
		if size > readerWork {
			t.Errorf("%d bytes", size)
		}
	})
}
