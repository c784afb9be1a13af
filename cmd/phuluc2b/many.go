package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/files"
	"phuluc2b/model"
	"phuluc2b/model/diag"
)

// dataFile is a data file to render, or a form, and its place below the folder that it was found in.
type dataFile struct {
	name   string
	folder string // relative; "" for a file that was named itself
	err    error  // why this cannot be looked at, for the user: a folder that may not be read
}

func anyFolder(names []string) bool { return slices.ContainsFunc(names, isFolder) }

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// walk replaces each folder by the data files in it and below it, in order of their names, or
// by the forms. What cannot be looked at does not stop the others.
func walk(names []string, forms bool) []dataFile {
	return find(names, func(name string) bool { return isTOML(name) && isKind(name, forms) })
}

// find replaces each folder by the files in it and below it that are wanted, in order of their
// names, each once. A file that was named itself is always wanted.
func find(names []string, wanted func(name string) bool) []dataFile {
	var found []dataFile
	for _, name := range names {
		if !isFolder(name) {
			found = append(found, dataFile{name: name}) // what is wrong with it is said when it is read
			continue
		}
		found = append(found, findBelow(name, wanted)...)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(found, func(file dataFile) bool {
		full, err := filepath.Abs(file.name)
		twice := err == nil && seen[full]
		seen[full] = true
		return twice
	})
}

func findBelow(root string, wanted func(string) bool) []dataFile {
	if behind, err := filepath.EvalSymlinks(root); err == nil {
		root = behind
	}
	var found []dataFile
	filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found = append(found, dataFile{name: name, err: fmt.Errorf("%s: không xem được trong thư mục này: %s", name, files.Explain(err))})
			return nil
		case strings.Contains(filepath.Base(name), "\n") && name != root:
			// A message with this name would show lines that are not ours.
			shown := diag.Visible(name)
			found = append(found, dataFile{name: shown, err: fmt.Errorf("%s: tên có dấu xuống dòng, không đọc\n  gợi ý: đổi tên", shown)})
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case leadsToFolder(name, entry):
			found = append(found, dataFile{name: name, err: fmt.Errorf("%s: là liên kết đến một thư mục khác, không vào\n  gợi ý: viết cả tên thư mục ấy vào dòng lệnh", name)})
			return nil
		case entry.IsDir() || !wanted(name):
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(name))
		found = append(found, dataFile{name: name, folder: folder, err: err})
		return nil
	})
	return found
}

// stem names what is made of a file: its name without the ending.
func (f dataFile) stem() (string, error) {
	ending := filepath.Ext(f.name)
	stem := strings.TrimSuffix(filepath.Base(f.name), ending)
	if f.err == nil && strings.Trim(stem, ". ") == "" {
		return stem, fmt.Errorf("%s: tên tệp chỉ có đuôi, không có gì để đặt tên cho tệp sẽ làm\n  gợi ý: đổi tên tệp, ví dụ so-lieu%s", f.name, ending)
	}
	return stem, f.err
}

// leadsToFolder reports whether an entry of a folder is a link to another, which may lead back.
func leadsToFolder(name string, entry fs.DirEntry) bool {
	return entry.Type()&fs.ModeSymlink != 0 && isFolder(name)
}

func isTOML(name string) bool { return strings.EqualFold(filepath.Ext(name), ".toml") }

// isKind reports whether a TOML file is a form, or data. What is neither that nor a collection is
// taken for data, so that one which cannot be read is reported, not left out.
func isKind(name string, form bool) bool {
	src, err := files.ReadSource(name)
	if err != nil || model.SeemsData(src) {
		return !form
	}
	outline := model.ReadOutline(src)
	return outline.IsForm() == form && !outline.IsCollection()
}

// programFault is what is said of a file on which the program itself failed.
func programFault(name string, fault any) error {
	return fmt.Errorf("%s: lỗi bên trong chương trình, xin báo cho người làm chương trình kèm tệp này: %v", name, fault)
}

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
		if findings.Count(diag.Fault, diag.Error, diag.Warning) > 0 {
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
				return diag.Visible(f.Message)
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
