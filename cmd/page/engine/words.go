package engine

import (
	"errors"
	"unicode"
	"unicode/utf8"

	"phuluc2b/cmd/internal/workflow"
	"phuluc2b/model/diag"
)

// remedied says what to do about a finding on the page.
func remedied(r diag.Remedy) string {
	switch r.Do {
	case diag.ChooseTable, diag.ConfirmTable, diag.ListTables, diag.OtherTable, diag.ReviewTable:
		return "mở tệp bằng Word hoặc Excel, chỉ để lại bảng của phụ lục này, lưu thành tệp khác rồi thả vào đây"
	case diag.ChooseColumn, diag.ReviewColumn:
		return "mở tệp bằng Word hoặc Excel, chỉ để lại một cột số liệu, đầu cột như trong biểu mẫu, lưu thành tệp khác rồi thả vào đây"
	case diag.ChooseForm, diag.NameForm:
		return "thả biểu mẫu của phụ lục này (tệp .toml, hoặc tệp Word, Excel chưa điền) vào trước, rồi thả lại tệp này"
	case diag.ReviewGuess:
		return "chỗ này chương trình đoán khi đọc tệp; không đúng thì sửa tệp ấy bằng Word hoặc Excel rồi thả lại"
	case diag.GivePrevious:
		return "thả phụ lục kỳ trước vào thì các số ấy hiện ở một cột"
	case diag.TakeSource:
		return "mở tệp số liệu (.toml) của phụ lục này rồi sửa"
	case diag.CompareFresh:
		return "so bằng mắt với bản PDF tải từ trang này"
	case diag.RemakePDF:
		return "mở tệp số liệu (.toml) hoặc DOCX của phụ lục này rồi tải PDF lại"
	case diag.RedoInProgram:
		return "làm lại những chỗ ấy trong " + r.Args[0] + " sau khi tải tệp, nếu còn cần"
	case diag.AcceptedInWord:
		return "thay đổi đang theo dõi được đọc như đã chấp nhận (Accept All); " + remedied(diag.Remedy{Do: diag.RedoInProgram, Args: []string{"Word"}})
	}
	return gathered(r)
}

// gathered is remedied for files of many units.
func gathered(r diag.Remedy) string {
	switch r.Do {
	case diag.ChooseOf:
		return "thả lại các tệp với một trong hai biểu mẫu ấy thôi, hoặc đổi mau của một trong hai"
	case diag.MendFiling:
		return "mở riêng tệp ấy ở trang này để xem mọi lỗi rồi sửa"
	case diag.SeeParts:
		return "xin các đơn vị ấy gửi số liệu, hoặc chọn “In cả số chưa đủ đơn vị”"
	case diag.RemakeTotal:
		return "gộp lại tệp ấy, số sửa tay thì viết thành số riêng trong tệp tổng hợp của nó"
	}
	return "" // what the page never asks for
}

// unreadable says which document cannot be read, and why.
func unreadable(name string, err error) error { return errors.New(name + ": " + reason(err)) }

// reason is why a document cannot be read, and what to do about it.
func reason(err error) string {
	why, remedy := workflow.Explain(err)
	if remedy.Do != diag.NoAction {
		why += "; " + remedied(remedy)
	}
	return why
}

// sentence begins with a capital letter.
func sentence(hint string) string {
	first, size := utf8.DecodeRuneInString(hint)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + hint[size:]
}
