package model

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// ReadHeader finds the report and the period in the text above the table of a document, by
// the form's own title and reference. What is not found is left out of the map; the keys are
// those of [bao_cao], the values are plain text, "" for a place that is open.
func (f *Form) ReadHeader(paragraphs []string) map[string]string {
	text := strings.Join(strings.Fields(norm.NFC.String(strings.Join(paragraphs, " "))), " ")
	found := map[string]string{}
	if values := matchPattern(f.Reference, text); values != nil {
		for key, value := range values {
			found[key] = strings.Trim(value, " .…")
		}
		if date, ok := values["ngay"]; ok {
			found["ngay"] = readDate(date)
		}
	}
	if values := matchPattern(strings.Join(f.Title, " "), text); values != nil {
		found["ky"], found["nam"] = readPeriod(values["ky"])
	}
	for _, key := range []string{"ky", "nam"} {
		if found[key] == "" {
			delete(found, key)
		}
	}
	return found
}

// matchPattern finds a text with placeholders in another one, whatever the case, and gives
// what stands in their places; nil when it is not there.
func matchPattern(pattern, text string) map[string]string {
	if pattern == "" {
		return nil
	}
	placeholder := regexp.MustCompile(`\\\{(\w+)\\\}`)
	expression := placeholder.ReplaceAllString(regexp.QuoteMeta(strings.Join(strings.Fields(pattern), " ")), `(?P<$1>.{0,200}?)`)
	if strings.HasSuffix(pattern, "}") { // nothing ends the last one but a number
		expression += `(\d{4})`
	}
	re, err := regexp.Compile(`(?i)` + strings.ReplaceAll(expression, " ", `\s*`))
	if err != nil {
		return nil
	}
	match := re.FindStringSubmatch(text)
	if match == nil {
		return nil
	}
	values := map[string]string{}
	last := ""
	for i, name := range re.SubexpNames() {
		switch {
		case i > 0 && name != "":
			values[name], last = strings.TrimSpace(match[i]), name
		case i > 0:
			values[last] += " " + match[i]
		}
	}
	return values
}

// readDate reads 02/12/2021 and 02 tháng 12 năm 2021 as TOML writes them; "" for an open
// place or no date.
func readDate(s string) string {
	numbers := regexp.MustCompile(`\d+`).FindAllString(s, -1)
	if len(numbers) != 3 {
		return ""
	}
	date, err := time.Parse("2/1/2006", strings.Join([]string{strings.TrimLeft(numbers[0], "0"), strings.TrimLeft(numbers[1], "0"), numbers[2]}, "/"))
	if err != nil {
		return ""
	}
	return date.Format(time.DateOnly)
}

// readPeriod reads a period as a title names it.
func readPeriod(s string) (period, year string) {
	digits := regexp.MustCompile(`\d{4}`).FindString(s)
	number, err := strconv.Atoi(digits)
	if err != nil {
		return "", ""
	}
	for _, p := range []Period{Quarter1, HalfYear, Quarter3, FullYear} {
		if plainText(p.title(number)) == plainText(s) {
			return string(p), digits
		}
	}
	return "", digits
}

// ReviseHeader compares what a document's heading says with the annex: the keys of [bao_cao]
// that differ. A place that is open in the document leaves the annex as it is.
func (a *Annex) ReviseHeader(found map[string]string) []Correction {
	r := a.Report
	number := r.Number
	var corrections []Correction
	for _, key := range []struct{ name, was string }{
		{"loai", r.Type}, {"so", number}, {"ky_hieu", r.Symbol}, {"ngay", dateText(r.Date)}, {"co_quan", r.Issuer},
		{"ky", string(r.Period)}, {"nam", fmt.Sprint(r.Year)},
	} {
		now := found[key.name]
		if now == "" || strings.EqualFold(now, key.was) {
			continue
		}
		corrections = append(corrections, Correction{Key: key.name, Value: headerValue(key.name, now)})
	}
	return corrections
}

func dateText(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

// headerValue is a value of [bao_cao] as TOML.
func headerValue(key, value string) string {
	switch key {
	case "ngay", "nam":
		return value
	case "so":
		return writeValue(strings.TrimLeft(value, "0"))
	}
	return quote(value)
}
