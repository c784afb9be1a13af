package tree

import "testing"

func TestLegacyText(t *testing.T) {
	for text, want := range map[string]string{
		"C«ng t¸c c¶i c¸ch hµnh chÝnh":    tcvn3,
		"UBND huyÖn H\u00ad¬ng Khª":       tcvn3,
		"Uû ban nh©n d©n x· S¬n Giang":    tcvn3,
		"b¸o c¸o":                         tcvn3,
		"Coâng taùc caûi caùch":           vni,
		"UÛy ban nhaân daân huyeän":       vni,
		"baùo caùo":                       vni,
		"Công tác cải cách hành chính":    "",
		"ÚY BAN NHÂN DÂN HUYỆN ĐẮK R'LẤP": "",
		"hoà, hòa, tuân, quả, khoẻ, thuở, quý, già, giá, uỷ, oằn oại, loà xoà, toả, quần, tiền, yếu, mười": "",
		"«chữ trong ngoặc», 5×3, 10 µm, ½, Ghi chú¹, § 2, Intel®, 25 °C, m²":                               "",
		"Müller, naïve, français, señor, Weiß":                                                             "",
		"": "",
	} {
		if got := legacyText(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
