package edit

import (
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

// Move is Drop that writes what the line says into a row of the form.
func Move(file *tree.File, form *model.Form, id, row string) (*tree.File, error) {
	figures, _ := file.Values["so_lieu"].(map[string]any)
	values, note := plainFigure(figures[id])
	without, err := Drop(file, form, id)
	if err != nil {
		return nil, err
	}
	return Correct(without, form, []model.Correction{{Row: row, Values: values, Note: note}})
}
