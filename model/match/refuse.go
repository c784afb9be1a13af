package match

import (
	"fmt"
	"strconv"

	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

func documentFault(rule, name, message string, remedy diag.Remedy) diag.List {
	return diag.List{{Severity: diag.Fault, Rule: rule, Place: diag.NewSource(name, nil).At(0, 0), Message: message, Remedy: remedy}}
}

// tableRemedy is about the first table of the first annex.
func tableRemedy(do diag.Action, annexes [][]candidate) diag.Remedy {
	return diag.Remedy{Do: do, Args: []string{strconv.Itoa(annexes[0][0].grid.Ordinal)}}
}

// columnFinding says why the columns of a table cannot be told, with the heads that it has.
func columnFinding(fault columnFault, name string, grid tabular.Grid, c columns, choice string) *diag.Finding {
	src, _ := tabular.Source(name, grid)
	f := &diag.Finding{Severity: diag.Fault, Rule: "cot", Place: src.At(0, len(src.Line(1)))}
	heads := "; các đầu cột: " + c.described()
	chooseColumn := diag.Remedy{Do: diag.ChooseColumn, Args: []string{"Số liệu"}}
	switch fault {
	case noLabels:
		f.Message = "tên chỉ tiêu đứng chung một cột với chữ khác nên không đọc được các dòng"
		f.Hint = "tách tên chỉ tiêu thành một cột riêng như trong biểu mẫu rồi đọc lại"
	case noHeads:
		f.Message = "bảng không có hàng đầu cột nên không biết cột nào là số liệu"
		f.Hint = "thêm hàng đầu cột như trong biểu mẫu (STT, Chỉ tiêu, Đơn vị tính, Số liệu, Ghi chú) rồi đọc lại"
	case twoFigures:
		f.Message, f.Remedy = "bảng có nhiều cột số liệu"+heads, chooseColumn
	case noSuchHead:
		f.Message = fmt.Sprintf("không có đúng một cột có đầu cột là “%s”", choice) + heads
		f.Remedy = chooseColumn
	default:
		f.Message, f.Remedy = "không nhận ra cột số liệu"+heads, chooseColumn
	}
	return f
}
