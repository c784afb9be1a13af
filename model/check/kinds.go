package check

import "phuluc2b/model"

// kind is one kind of rule: all that the program knows of it.
type kind struct {
	model.RuleKind
	check       func(*checker, *model.Rule)
	needsAll    bool // says something only of an annex of which it is known which rows are blank
	needsBefore bool // says something only beside the period before
}

// kinds lists all kinds of rules. A new one is an entry here, with its function.
func kinds() []kind {
	of := func(kind model.Kind) func(model.Row) bool {
		return func(r model.Row) bool { return r.Kind == kind }
	}
	return []kind{
		{RuleKind: model.RuleKind{Name: "so_nguyen", About: of(model.KindCount)}, check: (*checker).whole},
		{RuleKind: model.RuleKind{Name: "phan_tram", About: of(model.KindPercent)}, check: (*checker).share},
		{RuleKind: model.RuleKind{Name: "trong_cac_ma", About: of(model.KindCode)}, check: (*checker).listed},
		{RuleKind: model.RuleKind{Name: "bang", Compares: true}, check: (*checker).equal},
		{RuleKind: model.RuleKind{Name: "khong_qua", Compares: true}, check: (*checker).atMost},
		{RuleKind: model.RuleKind{Name: "ty_le_cua", Share: true}, check: (*checker).shareOf},
		{RuleKind: model.RuleKind{Name: "khong_trong", About: func(r model.Row) bool { return r.Kind != model.KindHeading }},
			check: (*checker).notBlank, needsAll: true},
		{RuleKind: model.RuleKind{Name: "phan_so", About: of(model.KindPercent)}, check: (*checker).fraction},
		{RuleKind: model.RuleKind{Name: "bao_cao"}, check: (*checker).header},
		{RuleKind: model.RuleKind{Name: "luy_ke", About: func(r model.Row) bool { return r.Cumulative }},
			check: (*checker).cumulative, needsBefore: true},
	}
}

// ruleKinds lists the kinds of rules that a form may have.
func ruleKinds() []model.RuleKind {
	var all []model.RuleKind
	for _, k := range kinds() {
		all = append(all, k.RuleKind)
	}
	return all
}

// kindOf is the kind of a rule that was read by a Reader with these kinds.
func (c *checker) kindOf(rule *model.Rule) kind {
	for _, k := range c.kinds {
		if k.Name == rule.Kind.Name {
			return k
		}
	}
	return kind{check: func(*checker, *model.Rule) {}}
}

// Reader reads forms with these rules, and data files. draws reports which letters can be
// printed.
func Reader(draws func(rune) bool) model.Reader {
	return model.Reader{Draws: draws, Kinds: ruleKinds()}
}
