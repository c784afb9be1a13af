package rendertest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Varied is data file number i made of a filed one, as of another office: another body, report
// number and day, and other figures, so that hardly two of them have the same letters in italics.
func Varied(filed string, i int) string {
	kinds := []string{"xã", "phường", "huyện", "thị xã", "quận"}
	words := strings.Fields("An Bình Châu Đông Gia Hải Kim Long Mỹ Nam Ninh Phú Quảng Sơn Tân Thanh Trung Vĩnh Xuân Yên Ế Ổ Ữ")
	body := fmt.Sprintf("UBND %s %s %s", kinds[i%len(kinds)], words[i%len(words)], words[i/len(words)%len(words)])
	text := regexp.MustCompile(`(?m)^co_quan .*$`).ReplaceAllString(filed, fmt.Sprintf("co_quan = %q", body))
	text = regexp.MustCompile(`(?m)^so  .*$`).ReplaceAllString(text, fmt.Sprintf("so = %d", i+1))
	text = regexp.MustCompile(`(?m)^ngay .*$`).ReplaceAllString(text, fmt.Sprintf("ngay = 2021-12-%02d", i%28+1))
	// All in one proportion: what has to add up does so still.
	return regexp.MustCompile(`(?m)= (?:[2-9]|[1-9]\d+) [^%\n]*$`).ReplaceAllStringFunc(text, func(figure string) string {
		var n int
		fmt.Sscanf(figure, "= %d", &n)
		return strings.Replace(figure, strconv.Itoa(n), strconv.Itoa(n*(1+i%41)), 1)
	})
}
