package main

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
)

// renderSummary is what became of many data files.
type renderSummary struct {
	code         int // the gravest
	written      int
	withFindings int
	failed       []string // names, and why
}

func (s *renderSummary) add(name string, r renderResult) {
	s.code = max(s.code, r.code)
	switch {
	case r.err != nil:
		why, _, _ := strings.Cut(r.err.Error(), "\n")
		s.failed = append(s.failed, why)
	case r.code != exitOK:
		s.failed = append(s.failed, name+": "+tally(r.findings))
	default:
		s.written++
		if r.findings.Count(diag.Fault)+r.findings.Count(diag.Error)+r.findings.Count(diag.Warning) > 0 {
			s.withFindings++
		}
	}
}

// text is what a person reads last.
func (s *renderSummary) text(done, all int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Tổng cộng: %d/%d tệp số liệu đã làm, %d tệp có lỗi hoặc cảnh báo, %d tệp không làm được\n", s.written, all, s.withFindings, len(s.failed))
	for _, f := range s.failed {
		fmt.Fprintf(&b, "  không làm được: %s\n", f)
	}
	return b.String()
}

// tally counts findings for a summary line.
func tally(findings diag.List) string {
	findings = findings.Sorted()
	errors, warnings := findings.Count(diag.Fault)+findings.Count(diag.Error), findings.Count(diag.Warning)
	s := fmt.Sprintf("%d lỗi, %d cảnh báo", errors, warnings)
	if accepted := findings.CountAccepted(); accepted > 0 {
		s += fmt.Sprintf(", %d đã chấp nhận", accepted)
	}
	return s
}
