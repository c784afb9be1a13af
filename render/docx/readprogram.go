package docx

import (
	"encoding/xml"

	"phuluc2b/render/layout"
)

// madeHere tells whether this program was the last to save the file: Word and LibreOffice
// put their own names there.
func (a *archive) madeHere() bool {
	links, err := a.readLinks("")
	if err != nil {
		return false
	}
	maker := ""
	for _, l := range links {
		if l.kind != "extended-properties" {
			continue
		}
		err = a.readPart(l.target, maxLinks, func(m *markup, _ xml.StartElement) error {
			return m.children(func(e xml.StartElement) (err error) {
				if e.Name.Local == "Application" {
					maker, err = m.text()
				}
				return err
			})
		})
	}
	return err == nil && maker == layout.Program
}
