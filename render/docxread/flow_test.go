package docxread

import (
	"reflect"
	"slices"
	"testing"

	"phuluc2b/render/ooxml"
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
	{"drawing", `<w:r><w:pict><v:textbox><w:txbxContent><w:p>` + wRun("x") + `</w:p></w:txbxContent></v:textbox></w:pict><w:t>a</w:t></w:r>`, "a\nx"},
	{"superscript", wRun("1185") + `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1)</w:t></w:r>`, "1185¹⁾"},
	{"subscript", wRun("CO") + `<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>`, "CO₂"},
	{"struck", `<w:r><w:rPr><w:strike/></w:rPr><w:t>1185</w:t></w:r>` + wRun("8001"), "8001"},
	{"struck not", `<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>1185</w:t></w:r>`, "1185"},
	{"hidden", `<w:r><w:rPr><w:vanish/></w:rPr><w:t>8001</w:t></w:r>` + wRun("999"), "999"},
	{"drop-down", `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="0"/><w:listEntry w:val="2"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>` + wField("end"), "2"},
	{"drop-down with a default", `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:default w:val="0"/><w:listEntry w:val="98"/><w:listEntry w:val="120"/></w:ddList></w:ffData></w:fldChar></w:r>` + wField("end"), "120"},
	{"superscript in TCVN3", `<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>1185</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>`, "1185¹"},
	{"invitation", `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + wRun("Choose an item.") + `</w:sdtContent></w:sdt>`, ""},
	{"TCVN3", `<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>Sè nhiÖm vô ®Ò ra trong kÕ ho¹ch</w:t></w:r>`, "Số nhiệm vụ đề ra trong kế hoạch"},
	{"TCVN3 capitals", `<w:r><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>tæng hîp</w:t></w:r>`, "TỔNG HỢP"},
	{"VNI", `<w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>Soá nhieäm vuï ñeà ra trong keá hoaïch, Ñôn vò söï nghieäp</w:t></w:r>`, "Số nhiệm vụ đề ra trong kế hoạch, Đơn vị sự nghiệp"},
	{"VNI over two runs", `<w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>So</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/><w:b/></w:rPr><w:t>á</w:t></w:r>`, "Số"},
	{"properties", `<w:pPr><w:rPr><w:ins/></w:rPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange></w:pPr>` + wRun("a"), "a"},
	{"CDATA and entities", wRun("<![CDATA[<7>]]>") + wRun("&lt;&#x1EE4;&gt;"), "<7><Ụ>"},
	{"equation", `<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><v:r><v:t>x</v:t></v:r>` + wRun("a"), "xa"},
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
		t.Run(test.name, func(t *testing.T) {
			content := readBack(t, wordFile(t, documentOf(wRow(wCell("<w:p>"+test.content+"</w:p>")))))
			if got := content.Tables[0].Rows[0].Cells[0].Text(); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// What is no text is told of its cell, and what Word numbers itself.
func TestReadNotes(t *testing.T) {
	item := `<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>`
	for _, test := range []struct {
		name, content string
		want          ooxml.Notes
	}{
		{"nothing", "<w:p>" + wRun("7") + "</w:p>", ooxml.Notes{}},
		{"symbol", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`, ooxml.Notes{Doubts: []ooxml.Doubt{ooxml.DoubtSymbol}}},
		{"pictures", `<w:p><w:r><w:drawing/><w:pict/></w:r></w:p>`, ooxml.Notes{Doubts: []ooxml.Doubt{ooxml.DoubtPicture}}},
		{"fraction", `<w:p><m:oMath><m:f/></m:oMath></w:p>`, ooxml.Notes{Doubts: []ooxml.Doubt{ooxml.DoubtEquation}}},
		{"invitation", `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + wRun("Chọn") + `</w:sdtContent></w:sdt></w:p>`, ooxml.Notes{Doubts: []ooxml.Doubt{ooxml.DoubtChoice}}},
		{"box to tick", `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r></w:p>`, ooxml.Notes{Doubts: []ooxml.Doubt{ooxml.DoubtChoice}}},
		{"numbers", "<w:p>" + item + "</w:p><w:p>" + item + "</w:p>", ooxml.Notes{Number: "1.1."}},
		{"look", `<w:p><w:r><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr><w:t>7</w:t></w:r></w:p>`, ooxml.Notes{Look: "b color=FF0000"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			links := `<Relationships><Relationship Type="http://x/numbering" Target="n.xml"/></Relationships>`
			numbering := `<w:numbering xmlns:w="` + wordSpace + `"><w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` +
				`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num></w:numbering>`
			content := readBack(t, zipOf(t, topLinks("a.xml"), file{"a.xml", documentOf(wRow(wCell(test.content)))}, file{"_rels/a.xml.rels", links}, file{"n.xml", numbering}))
			got := ooxml.Notes{}
			for _, notes := range content.Tables[0].Notes {
				got = *notes
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("%+v, want %+v", got, test.want)
			}
		})
	}
}

// The numbers of a list go on from level to level.
func TestListNumbers(t *testing.T) {
	l := &list{}
	l.levels[0] = listLevel{format: "upperRoman", text: "%1", start: 1}
	l.levels[1] = listLevel{format: "decimal", text: "%2", start: 1}
	l.levels[2] = listLevel{format: "lowerLetter", text: "%2.%3)", start: 1}
	l.levels[3] = listLevel{format: "decimal", text: "%1.%4", start: 1, legal: true}
	all := lists{"1": l}
	var got []string
	for _, level := range []int{0, 1, 1, 2, 2, 0, 1, 2, 3} {
		got = append(got, all.next(listItem{"1", level}))
	}
	if want := []string{"I", "1", "2", "2.a)", "2.b)", "II", "1", "1.a)", "2.1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
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
