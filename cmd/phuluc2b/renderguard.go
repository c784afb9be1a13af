package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/render"
)

// loss is a colleague's work in a file that would be replaced.
type loss struct {
	name, what, hint string
	findings         diag.List
}

// losses lists what would be lost if the outputs took their places. The error is of a file
// that cannot be read.
func (r *renderRun) losses(input string, annex *model.Annex, outputs []files.Output) ([]loss, error) {
	var lost []loss
	for _, o := range outputs {
		found, err := r.guard(annex, o)
		if err != nil {
			return lost, err
		}
		if found != nil {
			lost = append(lost, loss{o.Name, explainLoss(o.Name, found), unguarded(o.Name, input, found), found.Findings})
		}
	}
	return lost, nil
}

// guard tells of a colleague's work in the file that an output would replace; nil when nothing
// would be lost.
func (r *renderRun) guard(annex *model.Annex, o files.Output) (*workflow.Loss, error) {
	old, err := files.ReadDocument(o.Name)
	switch {
	case files.Missing(err):
		return nil, nil
	case err != nil:
		hint := "đổi tên nó, hoặc ghi vào thư mục khác bằng -o"
		if errors.Is(err, fs.ErrPermission) {
			hint = "xin quyền đọc và ghi tệp ấy, hoặc ghi vào thư mục khác bằng -o"
		}
		return nil, fmt.Errorf("%s: không đọc được tệp đang có nên không thay: %s\n  gợi ý: %s", o.Name, files.Explain(err), hint)
	}
	format := render.Format(strings.TrimPrefix(filepath.Ext(o.Name), "."))
	return r.work.Guard(o.Name, old, annex, render.File{Format: format, Data: o.Data}, r.options), nil
}

// unguarded says how a document that was made from a data file can be replaced after all.
func unguarded(name, input string, loss *workflow.Loss) string {
	switch {
	case loss.Importable:
		return fmt.Sprintf("lấy chỗ đã sửa vào số liệu: phuluc2b import %s -o %s; bỏ chỗ đã sửa: thêm --force", name, input)
	case loss.Kind == workflow.LossEdits:
		return "chép chỗ ấy ra nơi khác, vì tệp số liệu không giữ được, rồi thêm --force"
	}
	return "chuyển tệp ấy đi chỗ khác; hoặc bỏ nó: thêm --force"
}

// mostTold is how many things of a kind one message tells.
const mostTold = 12

// explainLoss says what a document holds that would be lost.
func explainLoss(name string, loss *workflow.Loss) string {
	switch loss.Kind {
	case workflow.LossUnreadable:
		return fmt.Sprintf("không đọc được tệp đang có: %s: %s", name, explain(loss.Err))
	case workflow.LossForeign:
		return fmt.Sprintf("%s không phải do chương trình làm", name)
	case workflow.LossBare:
		return fmt.Sprintf("%s đã được sửa sau khi làm, hoặc do bản chương trình cũ làm; nó không mang theo số liệu để biết khác chỗ nào", name)
	case workflow.LossIncomparable:
		return fmt.Sprintf("không đọc được số liệu mà %s mang theo nên không biết nó đã được sửa hay chưa: %s", name, diag.Visible(strings.Join(loss.Edits, "; ")))
	case workflow.LossChanged:
		return fmt.Sprintf("%s đã được ký số hoặc sửa bằng chương trình khác sau khi làm", name)
	}
	var edits []string
	for _, edit := range loss.Edits {
		edits = append(edits, diag.Visible(edit))
	}
	return fmt.Sprintf("%s đã được sửa sau khi làm: %s", name, diag.Few(edits, mostTold, "; ", "chỗ"))
}
