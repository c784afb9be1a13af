package workflow

import (
	"cmp"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/collect"
	"phuluc2b/model/diag"
	"phuluc2b/model/match"
)

// Gathering takes in what many units sent, documents and data files, one by one and in any order.
// Of each it keeps the data file until that is filed, and then its figures.
type Gathering struct {
	Unfiled int // how many are taken in and not filed yet

	work       *Workspace
	asked      *diag.Source // the file of the collection; nil for none
	collecting *Collecting
	taken      []taken
	before     map[string]*diag.Source // by unit: its data file for the period before
	filings    []*collect.Filing
}

// taken is a file that came in.
type taken struct {
	data    *diag.Source // nil when there is none in it
	told    diag.List    // of the document that it comes from
	refused collect.Refused
	form    string       // that it is of
	report  model.Report // as far as it is known
}

// Gather begins with the file of a collection, or nil for whatever units there are.
func (w *Workspace) Gather(collection *diag.Source) *Gathering {
	return &Gathering{work: w, asked: collection, before: map[string]*diag.Source{}}
}

// TakeDocument takes in a document.
func (g *Gathering) TakeDocument(d *Document) {
	form, _ := g.work.carried(d)
	if form != nil && g.work.Forms[form.ID] == nil {
		g.work = g.work.with(form)
	}
	if form != nil {
		form = g.work.Forms[form.ID] // all are read by one
	}
	text, findings := g.work.Import(d, form, match.Choice{})
	if text == nil {
		g.Refuse(d.Name, findings.Sorted()[0].Message)
		return
	}
	g.take(diag.NewSource(d.Name, text), findings)
}

// TakeData takes in a data file.
func (g *Gathering) TakeData(src *diag.Source) { g.take(src, nil) }

// Refuse takes in a file that cannot be read, and why.
func (g *Gathering) Refuse(name, why string) {
	g.taken = append(g.taken, taken{data: diag.NewSource(name, nil), refused: collect.Refused{Rule: "tep-loi", Why: why}})
	g.Unfiled++
}

func (g *Gathering) take(src *diag.Source, told diag.List) {
	t := taken{data: src, told: told}
	g.outline(&t)
	g.taken = append(g.taken, t)
	g.Unfiled++
}

// outline finds out what a file is of.
func (g *Gathering) outline(t *taken) {
	if annex, _ := g.work.reader.ReadPartly(t.data, g.work.Forms); annex != nil {
		t.form, t.report = annex.Form.ID, annex.Report
		t.report.Places = model.Report{}.Places
	}
}

// settle is called when all are taken in. It finds out what is gathered: by the collection, or by
// the files themselves, of which the latest period counts; and which files are of the period
// before: a unit that has filed for the period may have one of an earlier one. It says why nothing
// can be gathered.
func (g *Gathering) settle() diag.List {
	for i := range g.taken {
		if t := &g.taken[i]; t.form == "" && t.refused.Rule == "" {
			g.outline(t) // its form may have come with another
		}
	}
	var findings diag.List
	if g.asked != nil {
		g.collecting, findings = NewShelf(g.work, nil).Collection(g.asked)
	} else {
		g.collecting, findings = g.latest()
	}
	if g.collecting == nil {
		return findings
	}
	now := map[string]bool{} // units that have filed for the period
	for _, t := range g.taken {
		if t.form == g.collecting.Form.ID && g.order(t.report) == g.order(g.collecting.Report) {
			now[collect.Key(t.report.Issuer)] = true
		}
	}
	latest := map[string]int{}
	g.taken = slices.DeleteFunc(g.taken, func(t taken) bool {
		unit, order := collect.Key(t.report.Issuer), g.order(t.report)
		if unit == "" || !now[unit] || t.form != g.collecting.Form.ID || order == 0 || order >= g.order(g.collecting.Report) {
			return false
		}
		if order > latest[unit] {
			latest[unit], g.before[unit] = order, t.data
		}
		return true
	})
	g.Unfiled = len(g.taken)
	return nil
}

// latest makes a collection of the file of the latest period.
func (g *Gathering) latest() (*Collecting, diag.List) {
	var last *taken
	for i := range g.taken {
		if t := &g.taken[i]; g.order(t.report) > 0 && (last == nil || g.order(t.report) > g.order(last.report)) {
			last = t
		}
	}
	if last == nil {
		return nil, diag.List{{Rule: "khong-co-so-lieu", Place: diag.NewSource("", nil).At(0, 0), Message: "không có tệp nào là số liệu đọc được của một đơn vị"}}
	}
	return NewShelf(g.work, nil).Beside(last.data)
}

// order is greater for periods that end later; 0 while the period is not known.
func (g *Gathering) order(r model.Report) int {
	if r.Year == 0 || r.Period == "" {
		return 0
	}
	return r.Year*len(model.Periods()) + slices.Index(model.Periods(), r.Period) + 1
}

// FileNext files one of those that were taken in. It says why nothing can be gathered.
func (g *Gathering) FileNext() diag.List {
	if g.collecting == nil {
		if findings := g.settle(); findings != nil {
			return findings
		}
	}
	if g.Unfiled == 0 {
		return nil
	}
	t := &g.taken[len(g.taken)-g.Unfiled]
	g.Unfiled--
	if t.refused.Rule != "" {
		g.filings = append(g.filings, &collect.Filing{File: t.data.Name, Refused: t.refused, Faults: 1, Place: t.data.At(0, 0)})
		return nil
	}
	f := g.collecting.File(t.data, func(issuer string) *model.Annex {
		if src := g.before[collect.Key(issuer)]; src != nil {
			return g.collecting.Before(src)
		}
		return nil
	})
	f.Told(t.told)
	g.filings = append(g.filings, f)
	*t = taken{} // its text is not needed any more
	return nil
}

// Gathered is what came of a gathering.
type Gathered struct {
	*Collecting
	Roll  *collect.Roll
	Asked bool // a collection says which units are to file
}

// Roll calls the units. Without a collection the office above them has that name, if any.
func (g *Gathering) Roll(issuer string) *Gathered {
	c := *g.collecting
	collection := *c.Collection
	c.Collection = &collection
	if g.asked == nil {
		collection.Units = nil
		c.Admit(g.filings, nil)
		collection.Report.Issuer = strings.TrimSpace(issuer)
		collection.Report.Type, collection.Report.Symbol = cmp.Or(collection.Report.Type, "báo cáo"), cmp.Or(collection.Report.Symbol, "BC-UBND")
	}
	return &Gathered{&c, collect.Call(&collection, g.filings), g.asked != nil}
}
