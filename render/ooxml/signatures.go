package ooxml

import "strings"

// Signatures counts the digital signatures in the package.
func (a *Archive) Signatures() int {
	n := 0
	for name := range a.Parts {
		if strings.HasPrefix(name, "_xmlsignatures/sig") {
			n++
		}
	}
	return n
}
