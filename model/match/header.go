package match

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"phuluc2b/model"
)

// ReadHeader finds the report and the period in the text above the table of a document, by
// the form's own title and reference. What is not found is left out of the map; the keys are
// those of [bao_cao], the values are plain text, "" for a place that is open.
func ReadHeader(f *model.Form, paragraphs []string) map[string]string {
	found := map[string]string{}
	if values := matchPattern(f.Reference, paragraphs); values != nil {
		for key, value := range values {
			found[key] = strings.Trim(value, " .…")
		}
		if date, ok := values["ngay"]; ok {
			found["ngay"] = readDate(date)
		}
	}
	for _, line := range f.Title {
		if values := matchPattern(line, paragraphs); values["ky"] != "" {
			found["ky"], found["nam"] = readPeriod(values["ky"])
		}
	}
	if values := matchPattern(strings.Join(f.Title, " "), paragraphs); found["ky"] == "" && values["ky"] != "" {
		found["ky"], found["nam"] = readPeriod(values["ky"])
	}
	for _, key := range []string{"ky", "nam"} {
		if found[key] == "" {
			delete(found, key)
		}
	}
	return found
}

// matchPattern finds a paragraph that is a text with placeholders, whatever its case and
// blanks, and gives what stands in their places; nil when there is none.
func matchPattern(pattern string, paragraphs []string) map[string]string {
	if !strings.Contains(pattern, "{") {
		return nil
	}
	placeholder := regexp.MustCompile(`\\\{(\w+)\\\}`)
	expression := placeholder.ReplaceAllString(regexp.QuoteMeta(strings.Join(strings.Fields(pattern), " ")), `(?P<$1>.{0,200}?)`)
	re, err := regexp.Compile(`(?i)^` + strings.ReplaceAll(expression, " ", `\s*`) + `$`)
	if err != nil {
		return nil
	}
	for _, p := range paragraphs {
		match := re.FindStringSubmatch(strings.Join(strings.Fields(norm.NFC.String(p)), " "))
		if match == nil {
			continue
		}
		values := map[string]string{}
		for i, name := range re.SubexpNames() {
			if name != "" {
				values[name] = strings.TrimSpace(match[i])
			}
		}
		return values
	}
	return nil
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
	for _, p := range model.Periods() {
		if plainText(p.Title(number)) == plainText(s) {
			return string(p), digits
		}
	}
	return "", digits
}

// ReviseHeader compares what a document's heading says with the annex: the keys of [bao_cao]
// that differ. A place that is open in the document leaves the annex as it is.
func ReviseHeader(a *model.Annex, found map[string]string) []model.Correction {
	var corrections []model.Correction
	for _, f := range model.HeaderFields() {
		if now := found[f.Key]; now != "" && !strings.EqualFold(now, f.Stored(a.Report)) {
			corrections = append(corrections, model.Correction{Key: f.Key, Value: now})
		}
	}
	return corrections
}
