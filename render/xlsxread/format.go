package xlsxread

import (
	"strings"
	"unicode/utf8"
)

// format is how a cell shows a number, as far as reading goes by it.
type format struct {
	general       bool // as many digits as the number has
	date          bool
	unsigned      bool // negative numbers have a part of the code, which says how their sign looks
	before, after string
	places        int // for digits
	leastWhole    int
	leastDecimals int
	mostDecimals  int
	grouped       bool
	percents      int
	thousands     int // the number is shown in thousands, so many times
}

// builtIn are the codes that files call by their number alone; others of those are "General" or
// dates.
func builtIn(id int) string {
	switch {
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58:
		return "dd/mm/yyyy"
	}
	return map[int]string{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
		39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00"}[id]
}

// formatFor is the part of a code that holds for a number.
func formatFor(code string, x float64) format {
	parts := sections(code)
	part := parts[0]
	switch at := conditional(parts, x); {
	case at >= 0:
		return parse(parts[at])
	case x < 0 && len(parts) > 1:
		part = parts[1]
	case x == 0 && len(parts) > 2:
		part = parts[2]
	}
	if part == "" && len(parts) > 1 {
		return format{} // shown as nothing
	}
	f := parse(part)
	f.unsigned = x < 0 && len(parts) > 1
	return f
}

// sections parts a code at its semicolons.
func sections(code string) []string {
	var all []string
	start := 0
	scan(code, func(at int, sign byte, literal string) {
		if literal == "" && sign == ';' {
			all = append(all, code[start:at])
			start = at + 1
		}
	})
	return append(all, code[start:])
}

// hidesText reports whether a code shows nothing of a text, as its fourth part says.
func hidesText(code string) bool {
	parts := sections(code)
	return len(parts) > 3 && parts[3] == ""
}

// scan visits the signs of a code: literal is text that is shown, sign anything else, a "["
// with all that it holds.
func scan(code string, visit func(at int, sign byte, literal string)) {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 1
			}
			visit(i, 0, code[i+1:i+1+end])
			i += end + 1
		case '\\':
			_, size := firstLetter(code[i+1:])
			visit(i, 0, code[i+1:i+1+size])
			i += size
		case '_', '*': // room of a letter, or as many of it as there is room for
			_, size := firstLetter(code[i+1:])
			i += size
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				end = len(code) - i - 1
			}
			visit(i, '[', "")
			i += end
		default:
			letter, size := firstLetter(code[i:])
			if c >= utf8.RuneSelf || strings.Contains(" -+():$!'{}<>=^&", letter) {
				visit(i, 0, letter)
			} else {
				visit(i, c, "")
			}
			i += size - 1
		}
	}
}

func firstLetter(s string) (letter string, size int) {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return "", 0
	}
	return string(r), size
}

// parse reads one part of a code. What is no row of places for digits shows the number as it is.
func parse(code string) format {
	if strings.EqualFold(strings.TrimSpace(code), "general") || code == "" || code == "@" {
		return format{general: true}
	}
	var f format
	decimals, worded, commas := false, false, 0
	scan(code, func(at int, sign byte, literal string) {
		switch {
		case literal != "" || sign == 0:
			f.add(literal)
			worded = true // by "" as well, which shows nothing
		case sign == '0' || sign == '#' || sign == '?':
			f.place(sign == '0', decimals)
			f.grouped = f.grouped || commas > 0 && !decimals
			commas = 0
		case sign == '.':
			decimals = true
			f.thousands, commas = f.thousands+commas, 0
		case sign == ',':
			commas++
		case sign == '%':
			f.percents++
			f.add("%")
		case sign == '[':
			f.bracket(code[at:])
		case strings.ContainsRune("dmyhsDMYHS", rune(sign)):
			f.date = true
		default: // a fraction, an exponent, "General" among other words
			f.general = true
		}
	})
	f.thousands += commas
	switch {
	case f.date:
	case f.general && f.places+f.percents == 0:
		return format{general: true, before: f.before, after: f.after}
	case f.general, f.places == 0 && f.before == "" && !worded:
		return format{general: true}
	}
	return f
}

// add adds text around the digits.
func (f *format) add(text string) {
	if f.places == 0 && !f.general {
		f.before += text
	} else {
		f.after += text
	}
}

func (f *format) place(needed, decimals bool) {
	f.places++
	switch {
	case decimals:
		if f.mostDecimals++; needed {
			f.leastDecimals = f.mostDecimals
		}
	case needed:
		f.leastWhole++
	}
	f.mostDecimals = min(f.mostDecimals, mostPlaces)
	f.leastDecimals, f.leastWhole = min(f.leastDecimals, mostPlaces), min(f.leastWhole, mostPlaces)
}

// mostPlaces is how many places for digits are taken of a code.
const mostPlaces = 30

// bracket reads a sign of a currency or a count of hours. A colour says nothing.
func (f *format) bracket(code string) {
	inside := code[1:]
	if end := strings.IndexByte(inside, ']'); end >= 0 {
		inside = inside[:end]
	}
	switch lower := strings.ToLower(inside); {
	case strings.HasPrefix(inside, "$"):
		sign, _, _ := strings.Cut(inside[1:], "-")
		f.add(sign)
	case lower != "" && strings.Trim(lower, "hms") == "":
		f.date = true
	}
}
