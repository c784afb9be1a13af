package docxread

import (
	"slices"
	"testing"
)

// wRun is a run of text.
func wRun(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }

// textCases are the contents of a paragraph and the text that they are.
var textCases = []struct{ name, content, want string }{
	{"nothing", "", ""},
	{"split runs", wRun("0") + `<w:proofErr w:type="spellStart"/>` + wRun("7"), "07"},
	{"spaces", wRun(" a  b ") + wRun("\n c\t"), " a  b   c "},
	{"insertion", wRun("a") + `<w:ins w:id="1">` + wRun("b") + "</w:ins>", "ab"},
	{"deletion", wRun("a") + `<w:del><w:r><w:delText>b</w:delText></w:r></w:del>`, "a"},
	{"deletion without its own element", `<w:del>` + wRun("b") + `</w:del>`, ""},
	{"deletion within an insertion", `<w:ins>` + wRun("a") + `<w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>`, "a"},
	{"moved text", `<w:moveFrom>` + wRun("a") + `</w:moveFrom><w:moveTo>` + wRun("b") + `</w:moveTo>`, "b"},
	{"comment", `<w:commentRangeStart w:id="0"/>` + wRun("a") + `<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`, "a"},
	{"content control", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + wRun("a") + `</w:sdtContent></w:sdt>`, "a"},
	{"link", `<w:hyperlink w:anchor="x">` + wRun("a") + `</w:hyperlink>`, "a"},
	{"smart tag", `<w:smartTag w:element="date"><w:smartTagPr/>` + wRun("a") + `</w:smartTag>`, "a"},
	{"custom element", `<w:customXml w:element="x">` + wRun("a") + `</w:customXml>`, "a"},
	{"direction", `<w:dir w:val="ltr"><w:bdo w:val="ltr">` + wRun("a") + `</w:bdo></w:dir>`, "a"},
	{"simple field", `<w:fldSimple w:instr="PAGE">` + wRun("2") + `</w:fldSimple>`, "2"},
	{"field", wField("begin") + `<w:r><w:instrText>= 1 + 1</w:instrText></w:r>` + wField("separate") + wRun("2") + wField("end") + wRun("x"), "2x"},
	{"field in the instruction of another", wField("begin") + wField("begin") + wField("separate") + wRun("1") + wField("end") +
		wField("separate") + wRun("2") + wField("end"), "2"},
	{"field without a result", wField("begin") + wRun("a") + wField("end") + wRun("b"), "b"},
	{"ends of no field", wField("separate") + wField("end") + wRun("a"), "a"},
	{"tabs", `<w:r><w:tab/><w:ptab/><w:t>a</w:t></w:r>`, "  a"},
	{"line breaks", `<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r>` + wRun("c"), "a\nb\nc"},
	{"hyphens", `<w:r><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>U</w:t><w:softHyphen/><w:t>BND</w:t></w:r>`, "QĐ-UBND"},
	{"symbol", `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>a</w:t></w:r>`, "a"},
	{"drawing", `<w:r><w:pict><v:textbox><w:txbxContent><w:p>` + wRun("x") + `</w:p></w:txbxContent></v:textbox></w:pict><w:t>a</w:t></w:r>`, "a"},
	{"properties", `<w:pPr><w:rPr><w:ins/></w:rPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange></w:pPr>` + wRun("a"), "a"},
	{"CDATA and entities", wRun("<![CDATA[<7>]]>") + wRun("&lt;&#x1EE4;&gt;"), "<7><Ụ>"},
	{"another namespace", `<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><v:r><v:t>x</v:t></v:r>` + wRun("a"), "a"},
	{"alternate with a fallback", `<mc:AlternateContent><mc:Choice Requires="x">` + wRun("a") + `</mc:Choice><mc:Fallback>` + wRun("b") +
		`</mc:Fallback></mc:AlternateContent>`, "b"},
	{"alternate without", `<mc:AlternateContent><mc:Choice Requires="x">` + wRun("a") + `</mc:Choice><mc:Choice>` + wRun("b") +
		`</mc:Choice></mc:AlternateContent>`, "a"},
	{"alternate in a run", `<w:r><mc:AlternateContent><mc:Choice><w:sym/></mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>`, "☺"},
	{"alternates within one another", `<mc:AlternateContent><mc:Choice><mc:AlternateContent><mc:Choice>` + wRun("a") +
		`</mc:Choice><mc:Fallback>` + wRun("b") + `</mc:Fallback></mc:AlternateContent></mc:Choice></mc:AlternateContent>` +
		`<w:del><mc:AlternateContent/></w:del><mc:AlternateContent><mc:Choice>` + wRun("c") + `</mc:Choice></mc:AlternateContent>`, "bc"},
}

func wField(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

func TestReadText(t *testing.T) {
	for _, test := range textCases {
		content := readBack(t, wordFile(t, documentOf(wRow(wCell("<w:p>"+test.content+"</w:p>")))))
		if got := content.Tables[0].Rows[0].Cells[0].Text(); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// bodyCases are bodies and the paragraphs outside of tables that they hold.
var bodyCases = []struct {
	name, body string
	want       []string
}{
	{"blank ones are left out", `<w:p/><w:p>` + wRun(" ") + `</w:p><w:p>` + wRun(" a ") + `</w:p><w:sectPr/>`, []string{" a "}},
	{"line breaks stay", `<w:p>` + wRun("a") + `<w:r><w:br/></w:r>` + wRun("b") + `</w:p>`, []string{"a\nb"}},
	{"tables do not count", `<w:p>` + wRun("a") + `</w:p>` + wRow(wCell("<w:p>"+wRun("x")+"</w:p>")) + `<w:p>` + wRun("b") + `</w:p>`, []string{"a", "b"}},
	{"content controls do", `<w:sdt><w:sdtContent><w:p>` + wRun("a") + `</w:p></w:sdtContent></w:sdt>`, []string{"a"}},
	{"a deleted end joins", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + wRun("a") + `</w:p><w:p>` + wRun("b") + `</w:p><w:p>` + wRun("c") + `</w:p>`, []string{"ab", "c"}},
	{"a moved end too", `<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>` + wRun("a") + `</w:p>`, []string{"a"}},
	{"a field hides no other paragraph", `<w:p>` + wField("begin") + `</w:p><w:p>` + wRun("a") + `</w:p>`, []string{"a"}},
}

func TestReadBody(t *testing.T) {
	for _, test := range bodyCases {
		if got := readBack(t, wordFile(t, documentOf(test.body))).Paragraphs; !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
