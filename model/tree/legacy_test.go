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
		"UBND xaõ Sôn Giang":              vni,
		"UÛY BAN NHAÂN DAÂN XAÕ":          vni,
		"Hå s¬ ®Êt ®ai":                   tcvn3,
		"chØ tiªu ch\u00ada cã":           tcvn3,
		"Hoà sô ñaát ñai":                 vni,
		"chæ tieâu chöa coù":              vni,
		"hoïc taäp":                       vni,
		"thöôøng xuyeân":                  vni,
		"a\u00adb\u2060c, Hương\u00adKhê": "",
		"Công tác cải cách hành chính":    "",
		"ÚY BAN NHÂN DÂN HUYỆN ĐẮK R'LẤP": "",
		"hoà, hòa, tuân, quả, khoẻ, thuở, quý, già, giá, uỷ, oằn oại, loà xoà, toả, quần, tiền, yếu, mười": "",
		"«chữ trong ngoặc», 5×3, 10 µm, ½, Ghi chú¹, § 2, Intel®, 25 °C, m²":                               "",
		"Müller, naïve, français, señor, Weiß":                                                             "",
		"Où va Loïc? À l’Hôpital Saint-Raphaël d’Haïti, avec Héloïse, Noël, Moïse et Gaëtan, par aérien":   "",
		"João, São Paulo, Guimarães, Conceição, oceânico, saúde, Raúl, Araújo, leão, Camões, avós, Açores": "",
		"Théâtre, goût, août, déjeûner, crêpe, Saône, maïs, boîte, cœur, Lætitia, réélu, poème, Citroën":   "",
		"Ñuble, España, Isaías, Málaga, Cefalù, più, Bodø, Malmö, Håkan, Kraków, Intel® Core, (®), µm":     "",
		"aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệuúùủũụưứừửữự":                                                   "",
		"QUẢN LÝ HOÀ GIẢI, HOÁ ĐƠN, DOÃN, LOÀ XOÀ, KHOÉ, THUÝ, XÃ HOÀ LẠC, UÝ, HUÊ, QUÊ, TUỲ":              "",
		"": "",
	} {
		if got := legacyText(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
