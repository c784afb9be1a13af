// Package engine is the program behind the page: one annex that is being written, kept as the
// text of its data file, and calls that change it and make files of it. A call has a name,
// JSON and bytes, and answers with JSON and bytes. It knows no browser.
package engine

import (
	"encoding/json"
	"errors"
	"fmt"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/fonts"
	"phuluc2b/model/diag"
)

// Engine holds what the page shows. It serves one call after the other.
type Engine struct {
	family *fonts.Family
	forms  []*diag.Source // the user's own, as they were opened
	desk   *desk          // nil until an annex is open

	gathering *workflow.Gathering // of what many units sent; nil until there is one
}

// New is an engine with the embedded typeface and forms.
func New() (*Engine, error) {
	family, err := fonts.Serif()
	return &Engine{family: family}, err
}

// errNothingOpen answers calls that need an annex.
var errNothingOpen = errors.New("chưa mở phụ lục nào")

// handler answers one kind of call.
type handler func(e *Engine, in request, data []byte) (any, []byte, error)

// handlers lists all calls.
func handlers() map[string]handler {
	return map[string]handler{
		"look": (*Engine).look, "open": (*Engine).open, "blank": (*Engine).blank, "blankForm": (*Engine).blankForm, "next": (*Engine).next, "restore": (*Engine).restore,
		"edit": onDesk((*desk).edit), "paste": onDesk((*desk).paste), "header": onDesk((*desk).header), "accept": onDesk((*desk).accept),
		"move": onDesk((*desk).move), "undo": onDesk((*desk).undo), "revert": onDesk((*desk).revert), "redo": onDesk((*desk).redo), "dismiss": onDesk((*desk).dismiss),
		"render": onDesk((*desk).render), "preview": onDesk((*desk).preview),
		"previous": onDesk((*desk).setPrevious), "since": onDesk((*desk).setSince), "kin": onDesk((*desk).kin), "takeBack": onDesk((*desk).take), "corrections": onDesk((*desk).corrections),
		"gather": (*Engine).gather, "take": gathering((*Engine).take), "file": gathering((*Engine).file), "roll": gathering((*Engine).roll), "table": gathering((*Engine).table),
		"font": (*Engine).font,
	}
}

// onDesk is a handler that needs an open annex.
func onDesk(h func(d *desk, in request, data []byte) (any, []byte, error)) handler {
	return func(e *Engine, in request, data []byte) (any, []byte, error) {
		if e.desk == nil {
			return nil, nil, errNothingOpen
		}
		return h(e.desk, in, data)
	}
}

// request is what calls say; each reads what it needs.
type request struct {
	Name    string     `json:"name"` // of a file
	Form    string     `json:"form"` // ID of one that is embedded
	Year    int        `json:"year"`
	Forms   []formFile `json:"forms"`
	Row     string     `json:"row"`
	Role    string     `json:"role"`
	Key     string     `json:"key"` // of the header
	Text    string     `json:"text"`
	History history    `json:"history"`
	AsForm  bool       `json:"asForm"` // a document shows a form, whatever forms there are
	Before  *formFile  `json:"before"` // the data of the period before, kept with a draft
	Step    string     `json:"step"`   // edits of one step are undone together
	Rows    []string   `json:"rows"`
	Rule    string     `json:"rule"`
	Format  string     `json:"format"`
	Draft   bool       `json:"draft"`
	Bare    bool       `json:"bare"`    // the data do not go into the file
	Printed bool       `json:"printed"` // pages are to be printed, not looked at
	Face    string     `json:"face"`
	Partial bool       `json:"partial"` // figures that are not of all units, too
	Turned  bool       `json:"turned"`  // the other of two versions is the newer one
}

// failure is the answer to a call that did nothing.
type failure struct {
	Error    string        `json:"error"`
	Row      string        `json:"row,omitempty"` // to go to
	Findings []findingView `json:"findings,omitempty"`
}

// Call answers one call. Whatever a file holds, it comes back.
func (e *Engine) Call(name, input string, data []byte) (output string, bytes []byte) {
	defer func() {
		if fault := recover(); fault != nil {
			output, bytes = answer(failure{Error: fmt.Sprintf("lỗi bên trong chương trình, xin báo cho người làm chương trình: %v", fault)}), nil
		}
	}()
	var in request
	if err := json.Unmarshal([]byte(input), &in); err != nil {
		return answer(failure{Error: err.Error()}), nil
	}
	handle, known := handlers()[name]
	if !known {
		return answer(failure{Error: "không có lệnh " + name}), nil
	}
	out, bytes, err := handle(e, in, data)
	var refused *refusal
	var stopped *unfinished
	switch {
	case errors.As(err, &refused):
		return answer(failure{Error: refused.Error(), Findings: refused.views()}), nil
	case errors.As(err, &stopped):
		return answer(failure{Error: stopped.Error(), Row: stopped.row}), nil
	case err != nil:
		return answer(failure{Error: err.Error()}), nil
	}
	return answer(out), bytes
}

func answer(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return `{"error":"không trả lời được"}`
	}
	return string(text)
}

// refusal is a file that could not be opened, and why.
type refusal struct {
	name     string
	findings diag.List
}

func (r *refusal) Error() string {
	return "không đọc được " + r.name
}

// views are the findings with the line of the file that each is about.
func (r *refusal) views() []findingView {
	shown := r.findings.Shown()
	views := viewFindings(shown, nil)
	for i, f := range shown {
		if f.Place.Source.Part == "" && f.Place.Start > 0 {
			views[i].Message = fmt.Sprintf("dòng %d: %s", f.Place.Position().Line, f.Message)
		}
	}
	return views
}

// workspace is one with the user's own forms.
func (e *Engine) workspace(forms []*diag.Source) (*workflow.Workspace, error) {
	work, findings := workflow.Open(e.family, forms...)
	if work == nil {
		return nil, &refusal{findings.Sorted()[0].Place.Source.Name, findings}
	}
	return work, nil
}
