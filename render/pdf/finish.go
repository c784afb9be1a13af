package pdf

import (
	"bytes"
	"cmp"
	"crypto/md5"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/render/layout"
	"phuluc2b/render/paginate"
	"phuluc2b/render/pdf/object"
)

// finish makes the file of a drawing: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1),
// neither of which fpdf's own files conform to.
func (f *file) finish(doc *layout.Document, placed []paginate.Page, d *drawing, used faces) ([]byte, error) {
	f.begin()
	fonts, resources := f.reserveFonts(used)
	pages, leaves := f.pages(doc.Page, d, resources)
	attached, err := f.attach(doc)
	if err != nil {
		return nil, err
	}
	catalog := fmt.Sprintf("<</Type/Catalog/Pages %v/StructTreeRoot %v/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>",
		pages, d.tree.write(f, leaves))
	if doc.Meta.Language != "" {
		catalog += "/Lang" + object.Quote(doc.Meta.Language)
	}
	if outline := f.outline(placed, leaves, doc.Page.Height); outline != 0 {
		catalog += fmt.Sprintf("/Outlines %v/PageMode/UseOutlines", outline)
	}
	catalog += fmt.Sprintf("/OutputIntents[%v]/Metadata %v%s>>", f.outputIntent(), f.metadata(doc.Meta), named(attached))
	root, info := f.add("%s", catalog), f.add("%s", info(doc.Meta))
	for style, face := range used {
		if face == nil {
			continue
		}
		if err := f.font(fonts[style], face); err != nil {
			return nil, err
		}
	}
	return f.close(root, info), nil
}

// pages writes the page tree and returns its root and the first page; the others have the
// numbers after it. All boxes are the size of the paper: there is no bleed.
func (f *file) pages(paper layout.Page, d *drawing, resources object.Ref) (root, leaves object.Ref) {
	root, leaves = f.reserve(1), f.reserve(len(d.text))
	f.put(root, fmt.Appendf(nil, "<</Type/Pages/Count %d/Kids%s>>", len(d.text), object.AppendRefs(nil, leaves, len(d.text))))
	box := fmt.Sprintf("[0 0 %s %s]", number(paper.Width), number(paper.Height))
	for i, text := range d.text {
		page := fmt.Appendf(nil, "<</Type/Page/Parent %v/MediaBox%s/CropBox%s/TrimBox%s/Resources %v/Contents %v/Tabs/S",
			root, box, box, box, resources, f.addStream("", text, d.rules[i]))
		if len(d.tree.pages[i]) > 0 {
			page = fmt.Appendf(page, "/StructParents %d", i)
		}
		f.put(leaves+object.Ref(i), append(page, ">>"...))
	}
	return root, leaves
}

// outputIntent writes the colour space that PDF/A asks for: sRGB.
func (f *file) outputIntent() object.Ref {
	const colours = "sRGB IEC61966-2.1"
	if f.profile == nil {
		f.profile = bytes.Clone(f.deflate(profile()))
	}
	stream := f.reserve(1)
	f.putStream(stream, "/N 3/Filter/FlateDecode", f.profile)
	return f.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%s)/Info(%s)/RegistryName(http://www.color.org)/DestOutputProfile %v>>",
		colours, colours, stream)
}

// metadata writes the XMP packet uncompressed: programs search files for it without parsing
// them.
func (f *file) metadata(m layout.Meta) object.Ref {
	r := f.reserve(1)
	f.putStream(r, "/Type/Metadata/Subtype/XML", packet(m))
	return r
}

// outline writes the bookmarks, one for each mark of a page, and returns their root, or 0 if
// there are none. The height is that of the paper: PDF measures from the foot of a page.
func (f *file) outline(placed []paginate.Page, leaves object.Ref, height layout.Length) object.Ref {
	count := 0
	for _, page := range placed {
		count += len(page.Marks)
	}
	if count == 0 {
		return 0
	}
	root, first := f.reserve(1), f.reserve(count)
	last := first + object.Ref(count) - 1
	next := first
	for i, page := range placed {
		for _, mark := range page.Marks {
			item := fmt.Appendf(nil, "<</Title%s/Parent %v/Dest[%v/XYZ 0 %s null]",
				object.Quote(mark.Text), root, leaves+object.Ref(i), number(height-mark.Y))
			if next > first {
				item = fmt.Appendf(item, "/Prev %v", next-1)
			}
			if next < last {
				item = fmt.Appendf(item, "/Next %v", next+1)
			}
			f.put(next, append(item, ">>"...))
			next++
		}
	}
	f.put(root, fmt.Appendf(nil, "<</Type/Outlines/First %v/Last %v/Count %d>>", first, last, count))
	return root
}

// attached is an attachment that was written: its name and its file specification.
type attached struct {
	name string
	spec object.Ref
}

// attach writes the attachments, with the relationship "Source" (ISO 19005-3, 6.8). Two of
// one name are an error.
func (f *file) attach(doc *layout.Document) ([]attached, error) {
	var all []attached
	for _, a := range doc.Attachments {
		name := strings.ToValidUTF8(a.Name, "\uFFFD")
		if slices.ContainsFunc(all, func(other attached) bool { return other.name == name }) {
			return nil, fmt.Errorf("pdf: two attachments are called %q", name)
		}
		all = append(all, attached{name, f.attachment(a, name, object.QuoteDate(date(doc.Meta.Date)))})
	}
	return all, nil
}

// attachment writes one attachment. Its name stands there in Unicode (UF) and in ASCII (F),
// which is all that old readers know.
func (f *file) attachment(a layout.Attachment, fileName, day string) object.Ref {
	data := f.addStream(fmt.Sprintf("/Type/EmbeddedFile/Subtype%v/Params<</Size %d/ModDate%s/CheckSum<%x>>>",
		object.Name(cmp.Or(a.Type, "application/octet-stream")), len(a.Data), day, md5.Sum(a.Data)), a.Data)
	plain := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '_'
		}
		return r
	}, fileName)
	return f.add("<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Source/EF<</F %v/UF %v>>>>",
		object.Quote(plain), object.Quote(fileName), object.Quote(strings.ToValidUTF8(a.Description, "\uFFFD")), data, data)
}

// named is the catalog entries that list the attachments: AF in the order of the document,
// and Names sorted by name.
func named(all []attached) string {
	if len(all) == 0 {
		return ""
	}
	list, names := "", ""
	for _, a := range all {
		list += fmt.Sprintf("%v ", a.spec)
	}
	for _, a := range slices.SortedFunc(slices.Values(all), attached.compare) {
		names += fmt.Sprintf("%s %v ", object.Quote(a.name), a.spec)
	}
	return fmt.Sprintf("/AF[%s]/Names<</EmbeddedFiles<</Names[%s]>>>>", list, names)
}

// compare orders names by the bytes that they are written as (ISO 32000-1, 7.9.6).
func (a attached) compare(b attached) int {
	return bytes.Compare(object.Encode(a.name), object.Encode(b.name))
}
