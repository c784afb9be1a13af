package main

import (
	"fmt"
	"strings"

	"phuluc2b/model/diag"
)

// renderTotal is what became of many data files.
type renderTotal struct {
	code         int // the gravest
	written      int
	withFindings int
	failed       []string // names, and why
}

func (t *renderTotal) add(name string, r renderResult) {
	t.code = max(t.code, r.code)
	switch {
	case r.err != nil:
		why, _, _ := strings.Cut(r.err.Error(), "\n")
		t.failed = append(t.failed, why)
	case r.code != exitOK:
		t.failed = append(t.failed, name+": "+tally(r.findings))
	default:
		t.written++
		if r.findings.Count(diag.Fault)+r.findings.Count(diag.Error)+r.findings.Count(diag.Warning) > 0 {
			t.withFindings++
		}
	}
}

// summary is what a person reads last.
func (t *renderTotal) summary(done, all int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Tổng cộng: %d/%d tệp số liệu đã làm, %d tệp có lỗi hoặc cảnh báo, %d tệp không làm được\n", t.written, all, t.withFindings, len(t.failed))
	for _, f := range t.failed {
		fmt.Fprintf(&b, "  không làm được: %s\n", f)
	}
	return b.String()
}

// tally counts findings for a summary line.
func tally(findings diag.List) string {
	findings = findings.Sorted()
	errors, warnings := findings.Count(diag.Fault)+findings.Count(diag.Error), findings.Count(diag.Warning)
	s := fmt.Sprintf("%d lỗi, %d cảnh báo", errors, warnings)
	if accepted := len(findings) - errors - warnings; accepted > 0 {
		s += fmt.Sprintf(", %d đã chấp nhận", accepted)
	}
	return s
}
