package engine

import (
	"errors"

	"phuluc2b/cmd/internal/workflow"
)

// begun is the name of a data file that was begun here, until one follows from what it says.
const begun = "phu-luc.toml"

// blank opens a new annex of an embedded form, or of the first.
func (e *Engine) blank(in request, _ []byte) (any, []byte, error) {
	work, err := e.workspace(nil)
	if err != nil {
		return nil, nil, err
	}
	form := work.DefaultForm()
	if work.Forms[in.Form] != nil {
		form = work.Forms[in.Form]
	}
	return e.settle(begun, workflow.New(form, in.Year), nil, nil)
}

// blankForm names the form of a new annex.
func (e *Engine) blankForm(request, []byte) (any, []byte, error) {
	work, err := e.workspace(nil)
	if err != nil {
		return nil, nil, err
	}
	return map[string]string{"name": work.DefaultForm().Name()}, nil, nil
}

// next opens a new annex for the period after the one that is open, which becomes the period
// before.
func (e *Engine) next(in request, _ []byte) (any, []byte, error) {
	if e.desk == nil {
		return nil, nil, errNothingOpen
	}
	old := e.desk
	if old.annex.Partial {
		return nil, nil, errors.New("sửa hết lỗi của phụ lục này trước, rồi mới làm kỳ sau")
	}
	text, findings := workflow.Next(old.annex, old.annex.Form, false)
	if len(findings) > 0 {
		return nil, nil, &refusal{old.name, findings}
	}
	if _, _, err := e.settle(begun, text, old.forms, nil); err != nil {
		return nil, nil, err
	}
	e.desk.compare(underName(old.annex, old.fileName()))
	return e.desk.whole(), text, nil
}
