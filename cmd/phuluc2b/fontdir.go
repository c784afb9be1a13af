package main

import (
	"errors"
	"fmt"

	"phuluc2b/fonts"
	"phuluc2b/model/diag"
)

// family is the typeface of the PDF: the embedded one, or an office's own out of a folder.
// The findings say which of its styles cannot be used.
func family(folder string) (*fonts.Family, diag.List, error) {
	if folder == "" {
		f, err := fonts.Serif()
		return f, nil, err
	}
	f, errs := fonts.Load(folder)
	var findings diag.List
	for _, err := range errs {
		var style *fonts.StyleError
		if !errors.As(err, &style) {
			return nil, nil, fmt.Errorf("%s: %s", folder, explainIO(err))
		}
		findings.Faultf("phong-chu", diag.NewSource(folder, nil).At(0, 0), "chọn thư mục có đủ bốn kiểu của một phông TrueType, ví dụ C:\\Windows\\Fonts; hoặc bỏ --font-dir", "%s", explainFont(style))
	}
	return f, findings, nil
}

func explainFont(err *fonts.StyleError) string {
	style := map[string]string{"Regular": "chữ thường", "Bold": "chữ đậm", "Italic": "chữ nghiêng", "Bold Italic": "chữ đậm nghiêng"}[err.Style]
	switch {
	case errors.Is(err, fonts.ErrStyleMissing):
		return "không có phông " + style
	case errors.Is(err, fonts.ErrNotEmbeddable):
		return fmt.Sprintf("giấy phép của phông %s (%s) không cho nhúng vào tệp", style, err.File)
	}
	return fmt.Sprintf("phông %s (%s) bị hỏng hoặc không phải TrueType", style, err.File)
}
