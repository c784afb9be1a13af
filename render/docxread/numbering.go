package docxread

import (
	"encoding/xml"
	"strconv"
	"strings"

	"phuluc2b/render/ooxml"
)

// listItem is a paragraph's place in a list that Word numbers itself; the zero value is none.
type listItem struct {
	number string // the list, by its number; "0" takes a paragraph out of that of its style
	level  int
}

// listLevel is how the items of one level of a list are numbered.
type listLevel struct {
	format string // "decimal", "upperRoman", …
	text   string // "%1.%2."
	start  int
	legal  bool // all its numbers are printed as decimals, whatever their own format
}

const listLevels = 9

// list is a numbered list, and how far it has come.
type list struct {
	levels [listLevels]listLevel
	counts [listLevels]int
	begun  [listLevels]bool
}

// lists are those of a document by their numbers. Several numbers may mean one list.
type lists map[string]*list

// readNumbering reads the part with the lists of the main part, if there is one.
func (a *archive) readNumbering(name string) (lists, error) {
	all, abstract := lists{}, map[string]*list{}
	if name == "" || !a.Has(name) {
		return all, nil
	}
	err := a.readPart(name, ooxml.MaxLinks, func(m *markup, _ xml.StartElement) error {
		return m.Children(func(e xml.StartElement) error {
			switch kind(e) {
			case "abstractNum":
				l := &list{}
				abstract[ooxml.Attribute(e, "abstractNumId")] = l
				return m.readLevels(l)
			case "num":
				return m.readNumber(ooxml.Attribute(e, "numId"), all, abstract)
			}
			return nil
		})
	})
	return all, err
}

func (m *markup) readLevels(l *list) error {
	return m.Children(func(e xml.StartElement) error {
		if kind(e) == "lvl" {
			return m.readLevel(l, ooxml.Whole(e, "ilvl"))
		}
		return nil
	})
}

func (m *markup) readLevel(l *list, level int) error {
	if level >= listLevels {
		return nil
	}
	at := &l.levels[level]
	at.start = 1
	return m.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "start":
			at.start = ooxml.Whole(e, "val")
		case "numFmt":
			at.format = ooxml.Attribute(e, "val")
		case "isLgl":
			at.legal = ooxml.IsOn(e)
		case "lvlText":
			at.text = ooxml.Attribute(e, "val")
		}
		return nil
	})
}

// readNumber reads a w:num: the list that it means, or one of its own if it changes that.
func (m *markup) readNumber(number string, all lists, abstract map[string]*list) error {
	return m.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "abstractNumId":
			if l := abstract[ooxml.Attribute(e, "val")]; l != nil && len(all) < maxStyles {
				all[number] = l
			}
		case "lvlOverride":
			if all[number] == nil {
				return nil
			}
			own := *all[number]
			all[number] = &own
			level := ooxml.Whole(e, "ilvl")
			return m.Children(func(e xml.StartElement) error {
				switch kind(e) {
				case "startOverride":
					if level < listLevels {
						own.levels[level].start = ooxml.Whole(e, "val")
					}
				case "lvl":
					return m.readLevel(&own, level)
				}
				return nil
			})
		}
		return nil
	})
}

// listProperties reads the open w:numPr.
func (m *markup) listProperties() (listItem, error) {
	var item listItem
	err := m.Children(func(e xml.StartElement) error {
		switch kind(e) {
		case "numId":
			item.number = ooxml.Attribute(e, "val")
		case "ilvl":
			item.level = min(ooxml.Whole(e, "val"), listLevels-1)
		}
		return nil
	})
	return item, err
}

// next is what Word prints before the next item of a list; "" for none and for a bullet.
func (all lists) next(item listItem) string {
	l := all[item.number]
	if l == nil {
		return ""
	}
	if l.begun[item.level] {
		l.counts[item.level]++
	} else {
		l.counts[item.level], l.begun[item.level] = l.levels[item.level].start, true
	}
	for deeper := item.level + 1; deeper < listLevels; deeper++ {
		l.begun[deeper] = false
	}
	text := l.levels[item.level].text
	if l.levels[item.level].format == "bullet" {
		return ""
	}
	for level := range item.level + 1 {
		count := l.counts[level]
		if !l.begun[level] {
			count = l.levels[level].start
		}
		format := l.levels[level].format
		if l.levels[item.level].legal {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(level+1), formatCount(count, format))
	}
	return strings.TrimSpace(text)
}

// bullet is the sign before the items of a list without numbers; "" for another. Signs of the
// fonts that Word has for them stand for those that people type.
func (all lists) bullet(item listItem) string {
	l := all[item.number]
	if l == nil || l.levels[item.level].format != "bullet" {
		return ""
	}
	sign := strings.TrimSpace(l.levels[item.level].text)
	switch {
	case sign == "\uf0b7" || sign == "\uf0a7" || sign == "\u2022":
		return "•"
	case strings.ContainsFunc(sign, func(r rune) bool { return r >= 0xe000 && r <= 0xf8ff || r < ' ' }) || len(sign) > 4:
		return "-"
	}
	return sign
}

// formatCount is a number as a list prints it.
func formatCount(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter", "lowerLetter":
		if n < 1 || n > 26*20 {
			return strconv.Itoa(n)
		}
		letters := strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
		if format == "upperLetter" {
			letters = strings.ToUpper(letters)
		}
		return letters
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	text := ""
	for _, step := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			text += step.sign
		}
	}
	return text
}
