package engine

import (
	"slices"
	"strconv"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/tree"
)

// naming says when the name of the files follows from what the annex says: always, when it was
// begun here; else once it is of another period or year than the file that was opened.
type naming struct {
	follows bool
	period  model.Period
	year    int
	opened  string // the file as it was dropped
}

// fileName is the name of the data file; those of documents go by it.
func (d *desk) fileName() string {
	r := d.annex.Report
	if !d.named.follows && r.Period == d.named.period && r.Year == d.named.year {
		return d.name
	}
	return d.ownName()
}

// mostName is how long a name is at most, which leaves room in a path of Windows.
const mostName = 80

// ownName is a name of what the annex says: its label, period, year and office.
func (d *desk) ownName() string {
	form, r := d.annex.Form, d.annex.Report
	what := form.ID
	if len(form.Label) > 0 && tree.Slug(form.Label[0]) != "" {
		what = tree.Slug(form.Label[0])
	}
	parts := []string{what, string(r.Period)}
	if r.Year > 0 {
		parts = append(parts, strconv.Itoa(r.Year))
	}
	if !strings.Contains(r.Issuer, "…") && !strings.Contains(r.Issuer, "...") {
		parts = append(parts, tree.Slug(r.Issuer))
	}
	return shortName(strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "-")) + ".toml"
}

// shortName is a name with no more words than there is room for.
func shortName(name string) string {
	if len(name) <= mostName {
		return name
	}
	if end := strings.LastIndexByte(name[:mostName+1], '-'); end > 0 {
		return name[:end]
	}
	return name[:mostName]
}

// underName is the annex as the file of that name.
func underName(annex *model.Annex, name string) *model.Annex {
	if annex.Source == nil || annex.Source.Name == name {
		return annex
	}
	renamed, source := *annex, *annex.Source
	source.Name = name
	renamed.Source = &source
	return &renamed
}
