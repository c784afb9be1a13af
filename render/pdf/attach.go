package pdf

import (
	"bytes"
	"cmp"
	"crypto/md5"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/render/layout"
)

// attached is an attachment in the file: the entry that names it.
type attached struct {
	name string
	spec ref
}

// attach writes the files that the document was made from, as its source (ISO 19005-3,
// 6.8).
func (f *file) attach(doc *layout.Document) ([]attached, error) {
	var all []attached
	for _, a := range doc.Attachments {
		name := strings.ToValidUTF8(a.Name, "\uFFFD")
		if slices.ContainsFunc(all, func(other attached) bool { return other.name == name }) {
			return nil, fmt.Errorf("pdf: two attachments are called %q", name)
		}
		all = append(all, attached{name, f.attachment(a, name, quoteDate(date(doc.Meta.Date)))})
	}
	return all, nil
}

// attachment writes one file. Old readers know no name but one in ASCII.
func (f *file) attachment(a layout.Attachment, fileName, day string) ref {
	data := f.addStream(fmt.Sprintf("/Type/EmbeddedFile/Subtype%v/Params<</Size %d/ModDate%s/CheckSum<%x>>>",
		name(cmp.Or(a.Type, "application/octet-stream")), len(a.Data), day, md5.Sum(a.Data)), a.Data)
	plain := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '_'
		}
		return r
	}, fileName)
	return f.add("<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Source/EF<</F %v/UF %v>>>>",
		quote(plain), quote(fileName), quote(strings.ToValidUTF8(a.Description, "\uFFFD")), data, data)
}

// named are the entries of the catalog that lead to attachments: in the order of the
// document, and by name.
func named(all []attached) string {
	if len(all) == 0 {
		return ""
	}
	list, names := "", ""
	for _, a := range all {
		list += fmt.Sprintf("%v ", a.spec)
	}
	for _, a := range slices.SortedFunc(slices.Values(all), attached.compare) {
		names += fmt.Sprintf("%s %v ", quote(a.name), a.spec)
	}
	return fmt.Sprintf("/AF[%s]/Names<</EmbeddedFiles<</Names[%s]>>>>", list, names)
}

// compare orders names as they are spelt in the file.
func (a attached) compare(b attached) int { return bytes.Compare(encode(a.name), encode(b.name)) }
