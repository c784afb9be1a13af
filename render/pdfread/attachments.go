// Package pdfread finds the attachments of a PDF, whoever saved it last: bytes go in, the
// files that the document was made from come out, in bounded time. It imports render/layout
// and render/pdf/object.
package pdfread

import (
	"bytes"
	"crypto/md5"
	"errors"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/render/layout"
	"phuluc2b/render/pdf/object"
)

// Why a file has no attachments for us.
var (
	ErrNotPDF    = errors.New("pdf: not a PDF file")
	ErrNoSource  = errors.New("pdf: the file does not hold what it was made from")
	ErrEncrypted = errors.New("pdf: the file is encrypted")
	ErrTooLarge  = errors.New("pdf: the file unpacks to more than any of ours")
	ErrDamaged   = errors.New("pdf: the file is damaged")
)

// Attachments are what a document was made from, byte for byte as Write put it into the
// file, in the same order. The file may have been signed, changed or saved anew by other
// programs since.
func Attachments(file []byte) ([]layout.Attachment, error) {
	if !bytes.Contains(file[:min(len(file), 1024)], []byte("%PDF-")) {
		return nil, ErrNotPDF
	}
	a, err := scan(file)
	if err != nil {
		return nil, err
	}
	if a.trailer["Encrypt"] != nil {
		return nil, ErrEncrypted
	}
	catalog := a.dict(a.trailer["Root"])
	if catalog == nil {
		return nil, fmt.Errorf("%w: no catalog", ErrDamaged)
	}
	var all []layout.Attachment
	for _, spec := range a.sources(catalog) {
		attachment, err := a.attachment(spec)
		if err != nil && a.work >= 0 {
			return nil, fmt.Errorf("%w: attachment %q: %w", ErrDamaged, attachment.Name, err)
		}
		all = append(all, attachment)
	}
	switch {
	case a.work < 0:
		return nil, ErrTooLarge
	case all == nil:
		return nil, ErrNoSource
	}
	return all, nil
}

// sources are the entries of attached files that the document was made from. A program that
// does not know them as part of the document has kept them by name.
func (a *archive) sources(catalog object.Dict) []object.Dict {
	names := names{archive: a, seen: map[object.Ref]bool{}}
	names.walk(a.dict(catalog["Names"])["EmbeddedFiles"], 0)
	var all []object.Dict
	seen := map[object.Ref]bool{}
	for _, v := range slices.Concat(a.array(catalog["AF"]), names.values) {
		r, indirect := v.(object.Ref)
		if indirect && seen[r] {
			continue
		}
		seen[r] = true
		if spec := a.dict(v); a.resolve(spec["AFRelationship"]) == object.Name("Source") {
			all = append(all, spec)
		}
	}
	return all
}

// names collects the values of a name tree (ISO 32000-1, 7.9.6).
type names struct {
	*archive
	seen   map[object.Ref]bool
	values object.Array
}

func (n *names) walk(v any, depth int) {
	if r, ok := v.(object.Ref); ok {
		if n.seen[r] {
			return
		}
		n.seen[r] = true
	}
	node := n.dict(v)
	for i, value := range n.array(node["Names"]) {
		if i%2 == 1 {
			n.values = append(n.values, value)
		}
	}
	for _, kid := range n.array(node["Kids"]) {
		if depth < object.Deepest {
			n.walk(kid, depth+1)
		}
	}
}

// attachment reads one attached file.
func (a *archive) attachment(spec object.Dict) (layout.Attachment, error) {
	attachment := layout.Attachment{Name: a.text(spec["UF"]), Description: a.text(spec["Desc"])}
	if attachment.Name == "" {
		attachment.Name = a.text(spec["F"])
	}
	attachment.Name = attachment.Name[strings.LastIndexAny(attachment.Name, `/\`)+1:]
	d, data, err := a.stream(a.dict(spec["EF"])["F"])
	if err != nil {
		return attachment, err
	}
	sum, _ := a.resolve(a.dict(d["Params"])["CheckSum"]).(string)
	if got := md5.Sum(data); sum != "" && sum != string(got[:]) {
		return attachment, errors.New("other bytes than were attached")
	}
	kind, _ := a.resolve(d["Subtype"]).(object.Name)
	attachment.Type, attachment.Data = string(kind), bytes.Clone(data)
	return attachment, nil
}
