package model

// Correction is what a row, or a key of the header, is to say.
type Correction struct {
	Row    string   // ID; "" for a key of the header
	Values []string // as printed; none for blank
	Note   string

	Key   string // of [bao_cao]
	Value string // as the file holds it, without quotes
}
