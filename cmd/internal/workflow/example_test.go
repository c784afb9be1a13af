package workflow_test

import (
	"fmt"
	"os"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/fonts"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// open is a workspace with the embedded fonts and forms, and the filed annex as data.
func open() (*workflow.Workspace, *diag.Source) {
	family, err := fonts.Serif()
	if err != nil {
		panic(err)
	}
	work, findings := workflow.Open(family)
	if work == nil {
		panic(findings)
	}
	text, err := os.ReadFile("../../../seeds/huong-khe-2021.toml")
	if err != nil {
		panic(err)
	}
	return work, diag.NewSource("huong-khe-2021.toml", text)
}

func ExampleWorkspace_Read() {
	work, src := open()
	annex, findings := work.Read(src)
	fmt.Println(len(findings), annex.Report.PeriodTitle(), annex.Figures["1.2.1"].Written())
	// Output: 0 NĂM 2021 07
}

func ExampleWorkspace_Check() {
	work, src := open()
	_, findings := work.Check(src, nil)
	for _, f := range findings.Sorted() {
		fmt.Println(f.Rule, f.Accepted)
	}
	// Output:
	// W02 văn bản đã ban hành ghi như vậy
	// W08 văn bản đã ban hành ghi như vậy
	// W10 văn bản đã ban hành ghi như vậy
	// W17 văn bản đã ban hành để trống
}

func ExampleWorkspace_Render() {
	work, src := open()
	annex, _ := work.Read(src)
	rendered, err := work.Render(annex, render.Formats(), render.Options{}, workflow.Comparison{})
	for _, f := range rendered.Files {
		fmt.Println(f.Format, len(f.Data) > 0, f.Pages, err)
	}
	// Output:
	// docx true 0 <nil>
	// pdf true 7 <nil>
	// xlsx true 0 <nil>
}

func ExampleReadDocument() {
	work, src := open()
	annex, _ := work.Read(src)
	rendered, _ := work.Render(annex, []render.Format{render.DOCX}, render.Options{}, workflow.Comparison{})
	document, err := workflow.ReadDocument("huong-khe-2021.docx", rendered.Files[0].Data)
	if err != nil {
		panic(err)
	}
	made, _ := work.MadeFrom(document)
	fmt.Println(document.Source.Name, made.Figures["1.2.1"].Written())
	// Output: huong-khe-2021.toml 07
}
