package collect

import (
	"cmp"
	"slices"
	"strings"

	"phuluc2b/model"
	"phuluc2b/model/diag"
	"phuluc2b/model/tabular"
)

// Roll is the units of a collection with what each has filed.
type Roll struct {
	Collection *model.Collection
	Entries    []Entry // by unit, as the collection lists them
	Strays     []*Filing
	Ours       []*Filing // of the office itself, which are not reckoned with
	Findings   diag.List
}

// Entry is a unit with its filings: one that can be reckoned with, or none.
type Entry struct {
	Unit   model.Unit
	Filing *Filing   // nil when none can be reckoned with
	Files  []*Filing // all that it filed
}

// Key is the name of a unit without what people type differently.
func Key(name string) string { return tabular.Plain(name) }

// Call finds the unit of each filing. A name that is only near is told, not taken.
func Call(c *model.Collection, filings []*Filing) *Roll {
	r := &Roll{Collection: c}
	index := map[string]int{}
	for _, unit := range c.Units {
		if i, twice := index[Key(unit.Name)]; twice {
			first := r.Entries[i].Unit
			r.Findings = append(r.Findings, diag.Finding{Rule: "trung-don-vi", Place: unit.Place, Message: "don_vi đã có “" + first.Name + "”",
				Hint: "mỗi đơn vị chỉ viết một lần", Related: []diag.Related{{Place: first.Place, Message: first.Name}}})
			continue
		}
		index[Key(unit.Name)] = len(r.Entries)
		r.Entries = append(r.Entries, Entry{Unit: unit})
	}
	var refused []*Filing
	for _, f := range slices.SortedFunc(slices.Values(filings), func(a, b *Filing) int { return cmp.Compare(a.File, b.File) }) {
		i, known := index[Key(f.Issuer)]
		switch {
		case known:
			r.Entries[i].Files = append(r.Entries[i].Files, f)
		case f.Issuer != "" && Key(f.Issuer) == Key(c.Report.Issuer):
			r.Ours = append(r.Ours, f)
			continue
		default:
			r.Strays = append(r.Strays, f)
			continue
		}
		if f.Refused.Rule != "" {
			refused = append(refused, f)
		}
	}
	r.Findings = append(r.Findings, refusals(refused)...)
	for i, f := range r.Strays {
		near := ""
		if i < mostOfRule {
			near = r.near(f.Issuer)
		}
		r.stray(f, near)
	}
	for i := range r.Entries {
		r.settle(&r.Entries[i])
	}
	r.overlaps()
	r.Findings = bounded(r.Findings)
	return r
}

// settle decides which filing of a unit is reckoned with: the only one, if it can be.
func (r *Roll) settle(e *Entry) {
	var usable []*Filing
	for _, f := range e.Files {
		if f.Refused.Rule == "" {
			usable = append(usable, f)
		}
	}
	switch {
	case len(usable) == 1:
		e.Filing = usable[0]
	case len(usable) > 1:
		var names []string
		for _, f := range usable {
			names = append(names, f.File)
		}
		r.Findings.Faultf("nop-hai-lan", e.Unit.Place, "giữ một tệp, chuyển các tệp kia ra khỏi thư mục; khi còn như vậy thì không lấy tệp nào", "%s có %d tệp: %s", e.Unit.Name, len(usable), strings.Join(names, ", "))
	case len(e.Files) == 0:
		r.Findings.Warnf("chua-nop", e.Unit.Place, "xin đơn vị gửi tệp số liệu", "%s chưa nộp", e.Unit.Name)
	}
}

// overlaps tells of units that two filings both count, and takes neither of these. A unit that
// filed a total of its own may be in that of another one.
func (r *Roll) overlaps() {
	owner := map[string]*Entry{}
	var both []*Entry
	for i := range r.Entries {
		e := &r.Entries[i]
		names := e.names()
		if !slices.ContainsFunc(names, func(name string) bool { return Key(name) == Key(e.Unit.Name) }) {
			names = append(slices.Clip(names), e.Unit.Name)
		}
		for _, name := range names {
			first, twice := owner[Key(name)]
			if !twice {
				owner[Key(name)] = e
				continue
			}
			r.Findings.Faultf("nop-hai-lan", e.Unit.Place, "bỏ đơn vị ấy ở một trong hai; khi còn như vậy thì không lấy tệp nào", "%s đã được tính ở cả %s và %s", name, first.Unit.Name, e.Unit.Name)
			both = append(both, first, e)
			break
		}
	}
	for _, e := range both {
		e.Filing = nil
	}
}

// names are the units that an entry stands for: itself, or those of its total.
func (e *Entry) names() []string {
	if e.Filing != nil && e.Filing.Total != nil {
		return e.Filing.Total.Units
	}
	return []string{e.Unit.Name}
}

// Complete reports whether each unit has filed what can be reckoned with.
func (r *Roll) Complete() bool {
	return !slices.ContainsFunc(r.Entries, func(e Entry) bool { return e.Filing == nil })
}

// Sound reports whether each unit has filed, nothing strange beside it, and nothing contradicts
// itself.
func (r *Roll) Sound() bool {
	return r.Complete() && r.Findings.Count(diag.Fault) == 0 && !slices.ContainsFunc(r.Entries, func(e Entry) bool { return !e.Filing.Sound() })
}
