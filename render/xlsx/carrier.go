package xlsx

import (
	"encoding/base64"
	"strings"

	"phuluc2b/render/layout"
)

// What travels inside stands in the cells of a sheet that nobody sees: of all that Excel keeps
// when it saves a book, that alone is kept by the other programs as well. A row is an attachment:
// "source", its name, its type, its description, and its bytes in base64, as many cells as they
// take; or the digests: "digest", of the words, of the parts that make the pages.
const (
	carrierName = "phuluc2b"
	longestText = 32_000 // bytes; a cell of Excel holds 32 767 letters
)

func (b *Book) carries() bool { return len(b.Attachments) > 0 || b.Digest != "" }

func (w *writer) carrier(b *Book, pages string) {
	w.open("worksheet", mainSpace)
	w.printf("<sheetData>")
	w.carried(0, layout.SourceSpace)
	row := 1
	for _, a := range b.Attachments {
		texts := []string{"source", a.Name, a.Type, a.Description}
		for data := base64.StdEncoding.EncodeToString(a.Data); data != ""; {
			n := min(len(data), longestText)
			texts = append(texts, data[:n])
			data = data[n:]
		}
		w.carried(row, texts...)
		row++
	}
	if b.Digest != "" {
		w.carried(row, "digest", b.Digest, pages)
	}
	w.printf("</sheetData>")
	w.close("worksheet")
}

// carried is a row of texts.
func (w *writer) carried(row int, texts ...string) {
	w.printf(`<row r="%d">`, row+1)
	for column, text := range texts {
		w.printf(`<c r="%s" t="inlineStr"><is>`, Place{row, column})
		w.text(strings.ToValidUTF8(text, "\uFFFD"))
		w.printf("</is></c>")
	}
	w.printf("</row>")
}
