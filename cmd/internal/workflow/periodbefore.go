package workflow

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"phuluc2b/model"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
)

// PeriodBefore is the data files of units for the period before, each read again when it is
// compared with: there may be thousands. Goroutines may share it.
type PeriodBefore struct {
	Twice []string // units with several files, none of which is compared with

	collecting *Collecting
	read       func(name string) (*diag.Source, error)
	filings    map[string]*collect.Filing // by the key of their unit

	mutex  sync.Mutex
	unlike []string // files that nothing can be compared with
}

// Earlier is what a file of the period before tells at first: whose it is.
func (c *Collecting) Earlier(src *diag.Source) *collect.Filing {
	f := &collect.Filing{File: src.Name}
	if annex, _ := c.work.reader.ReadPartly(src, c.work.Forms); annex != nil {
		f.Issuer = annex.Report.Issuer
	}
	return f
}

// PeriodBefore finds the file of each unit.
func (c *Collecting) PeriodBefore(earlier []*collect.Filing, read func(name string) (*diag.Source, error)) *PeriodBefore {
	p := &PeriodBefore{collecting: c, read: read, filings: map[string]*collect.Filing{}}
	names := map[string][]string{}
	for _, f := range earlier {
		key := collect.Key(f.Issuer)
		if key == "" {
			p.unlike = append(p.unlike, f.File)
			continue
		}
		p.filings[key] = f
		names[key] = append(names[key], f.File)
	}
	for _, key := range slices.Sorted(maps.Keys(names)) {
		if len(names[key]) > 1 {
			p.Twice = append(p.Twice, fmt.Sprintf("%s (%s)", p.filings[key].Issuer, diag.Few(names[key], mostBeside, ", ", "tệp")))
			delete(p.filings, key)
		}
	}
	return p
}

// Filings are those of which each is the only one of its unit.
func (p *PeriodBefore) Filings() []*collect.Filing { return slices.Collect(maps.Values(p.filings)) }

// Annex is that of a unit; nil when there is none to compare with.
func (p *PeriodBefore) Annex(issuer string) *model.Annex {
	filing := p.filings[collect.Key(issuer)]
	if filing == nil {
		return nil
	}
	if src, err := p.read(filing.File); err == nil {
		if annex := p.collecting.Before(src); annex != nil {
			return annex
		}
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.unlike = append(p.unlike, filing.File)
	return nil
}

// Unlike are the files that nothing could be compared with.
func (p *PeriodBefore) Unlike() []string {
	return slices.Compact(slices.Sorted(slices.Values(p.unlike)))
}
