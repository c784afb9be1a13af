package edit

import (
	"reflect"

	"phuluc2b/model"
	"phuluc2b/model/tree"
)

// Drop deletes the line of a row that the form does not have.
func Drop(file *tree.File, form *model.Form, id string) (*tree.File, error) {
	table := file.Root.Children["so_lieu"]
	if table == nil || table.Children[id] == nil {
		return nil, ErrNotCorrected
	}
	c := newCorrector(file, form)
	c.replaceLine(table.Children[id])
	return c.written(func(values map[string]any) bool {
		figures, _ := values["so_lieu"].(map[string]any)
		return figures[id] == nil
	})
}

// Move is Drop that puts what the line says, as it is spelled there, into a row of the form.
func Move(file *tree.File, form *model.Form, id, row string) (*tree.File, error) {
	figures, _ := file.Values["so_lieu"].(map[string]any)
	without, err := Drop(file, form, id)
	if err != nil {
		return nil, err
	}
	c := newCorrector(without, form)
	c.figure(row, file.Root.Children["so_lieu"].Children[id].Value.Text())
	return c.written(func(values map[string]any) bool {
		moved, _ := values["so_lieu"].(map[string]any)
		return reflect.DeepEqual(moved[row], figures[id])
	})
}
