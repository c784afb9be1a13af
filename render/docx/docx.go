// Package docx writes a laid-out document as WordprocessingML, the format of Word. It
// translates and decides nothing: what a paragraph looks like is in named styles, one for
// each of the document's own and one for each rule and grid, so that an office can restyle
// a whole annex in one place. Lines and pages are broken by whoever opens the file.
//
// It reads annexes back too, its own or others', into paragraphs and grids.
package docx
