package pdf

import (
	"fmt"

	"phuluc2b/render/layout"
)

// finish makes a file of what was drawn that is fit for the archive and for screen readers:
// PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), which fpdf's own file is not.
func finish(doc *layout.Document, placed []Page, d *drawing, cuts []drawnFont, deflater *deflater) ([]byte, error) {
	f := newFile(deflater)
	resources := f.resources(cuts, d)
	pages, leaves := f.pages(doc.Page, d.contents, resources, d.tree)
	attached, err := f.attach(doc)
	if err != nil {
		return nil, err
	}
	catalog := fmt.Sprintf("<</Type/Catalog/Pages %v/StructTreeRoot %v/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>",
		pages, d.tree.write(f, leaves))
	if doc.Meta.Language != "" {
		catalog += "/Lang" + quote(doc.Meta.Language)
	}
	if outline := f.outline(placed, leaves, doc.Page.Height); outline != 0 {
		catalog += fmt.Sprintf("/Outlines %v/PageMode/UseOutlines", outline)
	}
	catalog += fmt.Sprintf("/OutputIntents[%v]/Metadata %v%s>>", f.outputIntent(), f.metadata(doc.Meta), named(attached))
	return f.close(f.add("%s", catalog), f.add("%s", info(doc.Meta))), nil
}

// resources writes the fonts and returns the names by which the contents know them.
func (f *file) resources(cuts []drawnFont, d *drawing) ref {
	if len(cuts) == 0 {
		return f.add("<<>>")
	}
	unicodeMap := f.addStream("", d.all().unicodeMap())
	entries := ""
	for i, cut := range cuts {
		entries += fmt.Sprintf("%v %v", faceName(i), f.font(cut, d.used[i].face, unicodeMap))
	}
	return f.add("<</Font<<%s>>>>", entries)
}

// pages writes the pages and returns the root of them and each of them. The paper is cut
// where it ends: nothing is drawn for a printer to trim.
func (f *file) pages(paper layout.Page, contents [][]byte, resources ref, t *tree) (root, leaves ref) {
	root, leaves = f.reserve(1), f.reserve(len(contents))
	f.put(root, fmt.Appendf(nil, "<</Type/Pages/Count %d/Kids%s>>", len(contents), appendRefs(nil, leaves, len(contents))))
	box := fmt.Sprintf("[0 0 %s %s]", number(paper.Width), number(paper.Height))
	for i, data := range contents {
		page := fmt.Appendf(nil, "<</Type/Page/Parent %v/MediaBox%s/CropBox%s/TrimBox%s/Resources %v/Contents %v/Tabs/S",
			root, box, box, box, resources, f.addStream("", data))
		if len(t.pages[i]) > 0 {
			page = fmt.Appendf(page, "/StructParents %d", i)
		}
		f.put(leaves+ref(i), append(page, ">>"...))
	}
	return root, leaves
}

// outputIntent writes the colours that the file is meant for.
func (f *file) outputIntent() ref {
	const colours = "sRGB IEC61966-2.1"
	return f.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(%s)/Info(%s)/RegistryName(http://www.color.org)/DestOutputProfile %v>>",
		colours, colours, f.addStream("/N 3", profile()))
}

// metadata writes the XMP packet, which programs look for without reading the file: it must
// not be compressed.
func (f *file) metadata(m layout.Meta) ref {
	r := f.reserve(1)
	f.putStream(r, "/Type/Metadata/Subtype/XML", packet(m))
	return r
}
