package main

import (
	"path/filepath"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// readVersion reads one version of an annex: a data file, or a document with what was
// changed in it since it was made. Its exit code is not exitOK when it cannot be read or has
// faults; what is wrong has been printed then. Broken rules are nothing to a comparison.
func (c *Command) readVersion(work *workspace, name string) (*model.Annex, int) {
	src, forms, code := c.versionSource(work, name)
	if code != exitOK {
		return nil, code
	}
	annex, findings := model.ReadAnnex(src, forms, work.family.Has)
	if annex == nil {
		c.Stderr.print(findings)
		return nil, exitFinding
	}
	return annex, exitOK
}

// versionSource is the data of a version, and the forms that it may be of.
func (c *Command) versionSource(work *workspace, name string) (*diag.Source, model.Forms, int) {
	if !slices.Contains([]string{".docx", ".doc", ".pdf"}, strings.ToLower(filepath.Ext(name))) {
		src, err := readSource(name)
		if err != nil {
			return nil, nil, c.fail(err)
		}
		return src, work.forms, exitOK
	}
	d, err := readDocument(name)
	if err != nil {
		return nil, nil, c.fail(err)
	}
	forms, findings := work.formsOf(d)
	var text []byte
	if forms != nil {
		text, findings = work.imported(d, work.defaultForm())
	}
	c.Stderr.print(findings)
	if text == nil || findings.Count(diag.Fault)+findings.Count(diag.Error) > 0 {
		return nil, nil, exitFinding
	}
	return diag.NewSource(name, text), forms, exitOK
}

// readOptional is readVersion for a version that need not be named; nil when it is not.
func (c *Command) readOptional(work *workspace, name string) (*model.Annex, int) {
	if name == "" {
		return nil, exitOK
	}
	return c.readVersion(work, name)
}
