// Package words says in flags and commands what to do about a finding. It imports model/diag.
package words

import (
	"fmt"

	"phuluc2b/model/diag"
)

// Of is what to type in a terminal.
func Of(r diag.Remedy) string {
	args := make([]any, len(r.Args))
	for i, a := range r.Args {
		args[i] = a
	}
	return fmt.Sprintf(sentence(r.Do), args...)
}

// sentence has a place for each argument.
func sentence(do diag.Action) string {
	switch do {
	case diag.ChooseTable:
		return "chọn một bảng, ví dụ --table %s"
	case diag.ConfirmTable:
		return "nếu phụ lục là bảng %[1]s thì thêm --table %[1]s"
	case diag.ListTables:
		return "bỏ --table để xem văn bản có những bảng nào"
	case diag.OtherTable:
		return "chọn bảng khác bằng --table nếu cần"
	case diag.ReviewTable:
		return "xem lại bảng trong văn bản, hoặc chọn bảng khác bằng --table"
	case diag.ChooseColumn:
		return `chọn cột số liệu bằng đầu cột của nó, ví dụ --column "%s"`
	case diag.ReviewColumn:
		return `xem lại cột số liệu, hoặc chọn cột khác, ví dụ --column "%s"`
	case diag.ChooseForm:
		return "xem lại tệp, hoặc chọn biểu mẫu khác bằng --form"
	case diag.NameForm:
		return "chọn biểu mẫu của phụ lục này: --form MẪU, với tên biểu mẫu hoặc tệp biểu mẫu riêng; đang có: %[2]s; chưa có thì làm biểu mẫu từ tệp này: phuluc2b form %[1]s -o bieu-mau.toml"
	case diag.ChooseOf:
		return "chọn một bằng --form, ví dụ --form %s; hoặc đổi mau của một trong hai tệp"
	case diag.UseForm:
		return "muốn dùng nó thì đổi mau ở cả hai tệp thành tên khác, hoặc thêm --form %s; không thì chuyển nó đi chỗ khác"
	case diag.CheckForm:
		return "sửa tệp biểu mẫu; xem mọi lỗi của nó: phuluc2b check --form %s %s"
	case diag.MendBeside:
		return "có tệp ở cạnh không đọc được như một biểu mẫu: %s; các biểu mẫu có sẵn: %s"
	case diag.CheckBeside:
		return "có tệp ở cạnh không đọc được như một biểu mẫu: %[1]s; xem vì sao: phuluc2b check --form %[3]s %[4]s; các biểu mẫu có sẵn: %[2]s"
	case diag.MistakenFor:
		return "viết tên tệp biểu mẫu; để làm phụ lục từ tệp số liệu này thì bỏ --blank"
	case diag.ReviewGuess:
		return "xem dòng có “# %s” trong biểu mẫu; sửa nếu cần rồi xóa lời ấy"
	case diag.TakeData:
		return "thêm --data TỆP.toml để lấy thành tệp số liệu"
	case diag.GivePrevious:
		return "các số ấy lấy từ tệp số liệu kỳ trước: render --previous"
	case diag.DropCarry:
		return "bỏ --carry, hoặc bỏ --form"
	case diag.DropSeen:
		return "bỏ --seen %s, hoặc xem lại tệp ấy"
	case diag.TakeSource:
		return "lấy tệp số liệu bằng phuluc2b extract rồi sửa bằng tay"
	case diag.CompareFresh:
		return "so bằng mắt với bản do phuluc2b render làm"
	case diag.RemakePDF:
		return "làm lại nó bằng phuluc2b render"
	case diag.RedoInProgram:
		return "làm lại những chỗ ấy trong %s sau khi render, nếu còn cần"
	case diag.AcceptedInWord:
		return "thay đổi đang theo dõi được đọc như đã chấp nhận (Accept All); làm lại những chỗ ấy trong Word sau khi render, nếu còn cần"
	case diag.MendFiling:
		return "sửa tệp ấy; xem mọi lỗi: phuluc2b check %s"
	case diag.SeeParts:
		return "xem từng dòng: --explain %s; in số của những đơn vị đã có: --partial"
	case diag.RemakeTotal:
		return "làm lại tệp ấy bằng phuluc2b total, số sửa tay thì viết thành số riêng trong tệp tổng hợp của nó"
	}
	return ""
}
