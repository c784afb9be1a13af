package infer

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"phuluc2b/model"
	"phuluc2b/model/tabular"
)

// usualRole is the role of a column by the usual name that it has; "" for none.
func usualRole(head string) model.Role {
	line, _, _ := strings.Cut(tabular.Clean(head), "\n")
	words, whole := tabular.Plain(line), tabular.Plain(head)
	if words == "" || tabular.Earlier(head) {
		return ""
	}
	for _, role := range []model.Role{model.RoleNumber, model.RoleUnit, model.RoleFigure, model.RoleNote} {
		if slices.Contains(tabular.Names(role), words) || slices.Contains(tabular.Names(role), whole) {
			return role
		}
	}
	begins := func(names ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(words+" ", name+" ") })
	}
	switch {
	case begins("chỉ tiêu", "nội dung", "tên chỉ tiêu", "tên", "tiêu chí", "danh mục", "lĩnh vực", "hạng mục", "chỉ số", "nhiệm vụ", "đối tượng", "các chỉ tiêu"):
		return model.RoleLabel
	case begins("đơn vị tính", "đv tính"):
		return model.RoleUnit
	case begins("số liệu", "kết quả", "số lượng", "thực hiện", "giá trị", "tổng số"):
		return model.RoleFigure
	case begins("ghi chú"):
		return model.RoleNote
	}
	return ""
}

// columnWords is the head of a column as a person says it, from the top down.
func (p part) columnWords(column int) string {
	var words []string
	for _, c := range p.headCells(column) {
		words = append(words, strings.Join(c.lines, " "))
	}
	return strings.Join(words, " / ")
}

// ownRole is the role of a column by its lowest head.
func (p part) ownRole(column int) model.Role {
	cells := p.headCells(column)
	if len(cells) == 0 || tabular.Earlier(p.columnWords(column)) {
		return ""
	}
	return usualRole(strings.Join(cells[len(cells)-1].lines, "\n"))
}

// assignRoles tells what each column of the annex is, and whether that of the figures is in doubt.
func (a *Annex) assignRoles() (roles []model.Role, figureDoubt bool) {
	p := a.parts[0]
	roles = make([]model.Role, p.grid.Width())
	take := func(role model.Role) bool {
		for i := range roles {
			if roles[i] == "" && p.ownRole(i) == role {
				roles[i] = role
				return true
			}
		}
		return false
	}
	if !take(model.RoleNumber) && numbersRows(p.grid.Cells[p.first:]) {
		roles[0] = model.RoleNumber
	}
	if !take(model.RoleLabel) {
		if i := a.wordiest(roles); i >= 0 {
			roles[i] = model.RoleLabel
		}
	}
	take(model.RoleUnit)
	take(model.RoleNote)
	years := yearsOf(p)
	latest := slices.Max(years)
	best, most, alike := -1, -1, 0
	for i := range roles {
		words := p.columnWords(i)
		switch score := figureScore(words); {
		case roles[i] != "":
		case years[i] > 0 && years[i] < latest && (years[i] < latest-1 || slices.Contains(roles, model.RolePrevious)):
			roles[i] = model.RoleFixed
		case years[i] > 0 && years[i] < latest:
			roles[i] = model.RolePrevious
		case tabular.Earlier(words) && isPrevious(words) && !slices.Contains(roles, model.RolePrevious):
			roles[i] = model.RolePrevious
		case tabular.Earlier(words):
			roles[i] = model.RoleFixed
		case score > most:
			best, most, alike = i, score, 0
		case score == most:
			alike++
		}
	}
	if best < 0 {
		best = slices.Index(roles, model.RoleFixed)
	}
	if best >= 0 {
		roles[best] = model.RoleFigure
	}
	for i := range roles {
		if roles[i] == "" {
			roles[i] = model.RoleFixed
		}
	}
	return roles, alike > 0 || most <= 0
}

// yearsOf are the years that the heads of the columns name, each one; 0 for none.
func yearsOf(p part) []int {
	years := make([]int, p.grid.Width())
	for i := range years {
		if named := namedYear().FindAllString(p.columnWords(i), -1); len(named) == 1 {
			years[i], _ = strconv.Atoi(named[0])
		}
	}
	return years
}

var namedYear = tabular.Pattern(`\b20\d\d\b`)

// figureScore is how much the head of a column speaks for its showing the figures.
func figureScore(words string) int {
	switch {
	case tabular.Says(words, "tỷ lệ", "%", "đạt", "cơ quan", "đơn vị", "thời gian", "thời hạn", "căn cứ", "mã", "mã số", "phụ trách", "chủ trì", "người", "đánh giá"):
		return 0
	case tabular.Says(words, "số liệu", "kết quả", "số lượng", "thực hiện", "trong kỳ", "kỳ báo cáo", "kỳ này"):
		return 3
	case tabular.Says(words, "tổng số", "giá trị", "số", "năm"):
		return 2
	}
	return 1
}

// isPrevious reports whether a head is that of the figures of an earlier period.
func isPrevious(words string) bool {
	return tabular.Says(words, "trước", "cùng kỳ", "năm ngoái") && !tabular.Says(words, "so sánh", "so với", "%", "tỷ lệ", "tăng", "giảm")
}

// numbersRows reports whether the first column numbers most of the rows.
func numbersRows(rows [][]tabular.Cell) bool {
	numbered, filled := 0, 0
	for _, row := range rows {
		number := cellNumber(row[0])
		if number == "" {
			continue
		}
		filled++
		if _, ok := parseNumber(number); ok {
			numbered++
		}
	}
	return filled > 0 && numbered*3 >= filled*2
}

// wordiest is the column without a role that has the most letters; -1 when none has any.
func (a *Annex) wordiest(roles []model.Role) int {
	best, most := -1, 0
	for i := range roles {
		letters := 0
		for _, p := range a.parts {
			for _, row := range p.grid.Cells[p.first:] {
				if i < len(row) && !row[i].Above {
					letters += len(strings.Map(onlyLetters, row[i].Text))
				}
			}
		}
		if roles[i] == "" && letters > most {
			best, most = i, letters
		}
	}
	return best
}

func onlyLetters(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return -1
}
