package workflow

import (
	"bytes"

	"phuluc2b/model"
	"phuluc2b/model/check"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
	"phuluc2b/model/edit"
)

// Collecting is a collection under way: what an office asks of its units, with the form of it.
// Goroutines may share it.
type Collecting struct {
	*model.Collection
	work     *Workspace
	shelf    *Shelf
	expected map[string]bool // keys of the units; nil when they are those that file
}

// Collection reads the file of a collection by the form that it names. It is nil, with findings,
// when that cannot be done.
func (s *Shelf) Collection(src *diag.Source) (*Collecting, diag.List) {
	wanted := model.ReadOutline(src)
	if wanted.IsForm() || wanted.Sound && wanted.IsData() {
		var findings diag.List
		findings.Faultf("loai-tep", src.At(0, 0), `viết tên tệp tổng hợp: tệp có don_vi = ["UBND xã …"], xem templates/README.md`, "đây không phải tệp tổng hợp")
		return nil, findings
	}
	work, findings := s.workspace(wanted, src)
	if work == nil {
		return nil, findings
	}
	c, findings := work.reader.ReadCollection(src, work.Forms)
	if c == nil {
		return nil, findings
	}
	expected := map[string]bool{}
	for _, unit := range c.Units {
		expected[collect.Key(unit.Name)] = true
	}
	return &Collecting{Collection: c, work: work, shelf: s, expected: expected}, nil
}

// IsFiling reports whether a TOML file is meant to be filed: it is no form, and no collection.
func IsFiling(src *diag.Source) bool {
	if bytes.Contains(src.Text, []byte("[bao_cao]")) && !bytes.Contains(src.Text, []byte("\ndon_vi")) && !bytes.HasPrefix(src.Text, []byte("don_vi")) {
		return true // plainly: it need not be read for that
	}
	outline := model.ReadOutline(src)
	return !outline.IsForm() && !outline.IsCollection()
}

// File reads and checks what a unit files, against its annex of the period before if there is
// one to compare with. The annex itself is not kept.
func (c *Collecting) File(src *diag.Source, before func(issuer string) *model.Annex) *collect.Filing {
	annex, findings := c.work.reader.ReadPartly(src, c.work.Forms)
	filed := collect.Filed{File: src.Name, Annex: annex, Findings: findings}
	if annex != nil {
		filed.Expected = c.expected == nil || c.expected[collect.Key(annex.Report.Issuer)]
		filed.Previous = before(annex.Report.Issuer)
		filed.Findings = append(findings, check.Annex(annex, filed.Previous)...)
		filed.Other = c.shelf.otherBeside(annex.Form, src)
	}
	return collect.NewFiling(c.Collection, filed)
}

// Before is an annex of the period before, to compare with; nil when it cannot be.
func (c *Collecting) Before(src *diag.Source) *model.Annex {
	annex, _ := c.work.reader.ReadPartly(src, c.work.Forms)
	if annex == nil || annex.Form.ID != c.Form.ID || annex.Report.Period == c.Report.Period && annex.Report.Year == c.Report.Year || c.shelf.otherBeside(c.Form, src) != nil {
		return nil
	}
	return annex
}

// Totalled is the superior's annex, made of those of its units.
type Totalled struct {
	Text     []byte // its data file; nil when that could not be read again
	Sum      *collect.Sum
	Findings diag.List // why it is not complete, and the rules of the form that it breaks
}

// Total makes the data file of the superior, under a name. Figures that are not of all units are
// in it only when partial says so.
func (c *Collecting) Total(roll *collect.Roll, name string, partial bool) *Totalled {
	sum := collect.Add(roll)
	t := &Totalled{Sum: sum, Findings: sum.Check(c.Collection, partial)}
	var rows []edit.Reckoned
	for i := range sum.Rows {
		r := &sum.Rows[i]
		if r.Kind == model.KindHeading {
			continue
		}
		rows = append(rows, edit.Reckoned{Row: r.ID, Values: r.Printed(partial), Note: sum.Note(r, partial), Remark: sum.Remark(r, partial)})
	}
	t.Text = edit.WriteTotal(c.Form, c.Report, rows, sum.Total())
	annex, findings := c.work.reader.ReadPartly(diag.NewSource(name, t.Text), c.work.Forms)
	if len(findings) > 0 { // such as a sum of more digits than a figure may have
		t.Text = nil
	} else {
		for _, f := range check.Annex(annex, nil) {
			if f.Severity == diag.Error {
				findings = append(findings, f)
			}
		}
	}
	t.Findings = append(t.Findings, findings...)
	return t
}

// Sealed reports whether a data file was made by Total and not edited since.
func Sealed(text []byte) bool { return edit.Sealed(text) }
