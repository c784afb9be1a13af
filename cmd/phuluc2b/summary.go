package main

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
)

// summary is what became of many files.
type summary struct {
	what                   string // they are
	passed, flawed, failed string // what is said of files: of those with findings that stop nothing, flawed

	code       int // the gravest
	pass, flaw int
	reasons    []string // of those that failed: name, and why
}

func (s *summary) add(name string, code int, findings diag.List, err error) {
	s.code = max(s.code, code)
	switch {
	case err != nil:
		why, _, _ := strings.Cut(err.Error(), "\n")
		s.reasons = append(s.reasons, why)
	case code != exitOK:
		s.reasons = append(s.reasons, fmt.Sprintf("%s: %s (%s)", name, gravest(findings), tally(findings)))
	default:
		s.pass++
		if findings.Count(diag.Fault)+findings.Count(diag.Error)+findings.Count(diag.Warning) > 0 {
			s.flaw++
		}
	}
}

// text is what a person reads last.
func (s *summary) text(all int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Tổng cộng: %d/%d %s %s, %d tệp %s, %d tệp %s\n", s.pass, all, s.what, s.passed, s.flaw, s.flawed, len(s.reasons), s.failed)
	for _, reason := range s.reasons {
		fmt.Fprintf(&b, "  %s: %s\n", s.failed, reason)
	}
	return b.String()
}

// gravest is the message of the first fault or, when there is none, of the first broken rule.
func gravest(findings diag.List) string {
	for _, severity := range []diag.Severity{diag.Fault, diag.Error, diag.Warning} {
		for _, f := range findings.Sorted() {
			if f.Severity == severity && f.Accepted == "" {
				return f.Message
			}
		}
	}
	return ""
}

// tally counts findings for a summary line: faults and warnings always, what else there is.
func tally(findings diag.List) string {
	findings = findings.Sorted()
	faults, broken, warnings := findings.Count(diag.Fault), findings.Count(diag.Error), findings.Count(diag.Warning)
	s := fmt.Sprintf("%d lỗi", faults)
	if broken > 0 {
		s += fmt.Sprintf(", %d trái quy tắc", broken)
	}
	s += fmt.Sprintf(", %d cảnh báo", warnings)
	if accepted := findings.CountAccepted(); accepted > 0 {
		s += fmt.Sprintf(", %d đã chấp nhận", accepted)
	}
	return s
}
