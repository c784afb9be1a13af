package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"phuluc2b/render/layout"
)

// workbook lists the sheets, which are the first relationships, and the names.
func (w *writer) workbook(b *Book) {
	w.open("workbook", mainSpace, linkSpace)
	w.printf(`<bookViews><workbookView/></bookViews><sheets>`)
	for i, s := range b.Sheets {
		w.printf(`<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(s.Name), i+1, i+1)
	}
	if n := len(b.Sheets) + 1; b.carries() {
		w.printf(`<sheet name="%s" sheetId="%d" state="veryHidden" r:id="rId%d"/>`, carrierName, n, n)
	}
	w.printf("</sheets>")
	if names := b.names(); len(names) > 0 {
		w.printf("<definedNames>")
		for _, n := range names {
			w.printf(`<definedName name="%s"%s>%s</definedName>`, n.name, n.sheet, escaped(n.to))
		}
		w.printf("</definedNames>")
	}
	w.close("workbook")
}

type definedName struct{ name, sheet, to string }

// names are those of the cells, and what Excel calls the head and the area of a page.
func (b *Book) names() []definedName {
	var all []definedName
	for i, s := range b.Sheets {
		local := fmt.Sprintf(` localSheetId="%d"`, i)
		if last := len(s.Rows); last > 0 && s.Paper != nil {
			area := Place{}.fixed() + ":" + Place{last - 1, len(s.Columns) - 1}.fixed()
			all = append(all, definedName{"_xlnm.Print_Area", local, quoted(s.Name) + "!" + area})
		}
		if s.Repeat.To > 0 {
			rows := fmt.Sprintf("%s!$%d:$%d", quoted(s.Name), s.Repeat.From+1, s.Repeat.To)
			if s.Beside > 0 {
				rows = fmt.Sprintf("%s!$A:$%s,%s", quoted(s.Name), column(s.Beside-1), rows)
			}
			all = append(all, definedName{"_xlnm.Print_Titles", local, rows})
		}
		for _, n := range s.Names {
			all = append(all, definedName{n.Name, "", quoted(s.Name) + "!" + n.At.fixed()})
		}
	}
	slices.SortStableFunc(all, func(a, b definedName) int { return cmp.Compare(a.name, b.name) })
	return all
}

// core are the properties that Excel and file managers show. A report without a date gets none,
// for two runs must not differ.
func (w *writer) core(b *Book) {
	w.open("cp:coreProperties", `xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
		`xmlns:dc="http://purl.org/dc/elements/1.1/"`, `xmlns:dcterms="http://purl.org/dc/terms/"`, `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`)
	category, date := "", ""
	if b.Meta.Marked {
		category = layout.MarkedCategory
	}
	if !b.Meta.Date.IsZero() {
		date = b.Meta.Date.UTC().Format(time.RFC3339)
	}
	for _, p := range []struct{ name, more, value string }{
		{"cp:category", "", category}, {"cp:contentStatus", "", b.Status},
		{"dcterms:created", ` xsi:type="dcterms:W3CDTF"`, date}, {"dc:creator", "", b.Meta.Author}, {"dc:language", "", b.Meta.Language},
		{"cp:lastModifiedBy", "", b.Meta.Author}, {"dcterms:modified", ` xsi:type="dcterms:W3CDTF"`, date}, {"cp:revision", "", "1"},
		{"dc:subject", "", b.Meta.Subject}, {"dc:title", "", b.Meta.Title},
	} {
		if p.value != "" {
			w.printf("<%s%s>%s</%s>", p.name, p.more, escaped(p.value), p.name)
		}
	}
	w.close("cp:coreProperties")
}

// app names the program.
func (w *writer) app() {
	w.open("Properties", `xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"`)
	w.printf("<Application>%s</Application>", layout.Program)
	w.close("Properties")
}
