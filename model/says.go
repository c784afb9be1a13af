package model

import (
	"slices"
	"strconv"
)

// says tells whether a data file, decoded, says all that was to be corrected: a file may be
// written in more ways than Correct knows.
func says(file map[string]any, corrections []Correction) bool {
	header, _ := file["bao_cao"].(map[string]any)
	figures, _ := file["so_lieu"].(map[string]any)
	return !slices.ContainsFunc(corrections, func(c Correction) bool {
		if c.Row == "" {
			return header[c.Key] == nil
		}
		values, note := plainFigure(figures[c.Row])
		return note != c.Note || !slices.Equal(values, c.Values)
	})
}

// plainFigure is a figure as it is printed, without blank values, and its note.
func plainFigure(v any) (values []string, note string) {
	if table, ok := v.(map[string]any); ok {
		note, _ = table["ghi_chu"].(string)
		v = table["so_lieu"]
	}
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, item := range list {
		switch item := item.(type) {
		case string:
			if item != "" {
				values = append(values, item)
			}
		case int64:
			values = append(values, strconv.FormatInt(item, 10))
		}
	}
	return values, note
}
