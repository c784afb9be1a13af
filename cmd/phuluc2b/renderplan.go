package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"phuluc2b/model/tree"
)

// correctionsSuffix is what the name of a list of changes adds to that of its annex.
const correctionsSuffix = "-dinh-chinh"

// renderJob is one data file and the files that are made of it.
type renderJob struct {
	input       string
	targets     []string // one for each format
	corrections []string // likewise, of the list of changes
	err         error    // why nothing can be made of it, for the user
}

// plan names the files that will be made, and refuses names that would meet. A folder that is
// watched may be empty yet.
func (s *renderSettings) plan() ([]renderJob, error) {
	files := walk(s.files, s.blank)
	switch {
	case len(files) == 0 && s.blank:
		return nil, usageError{"thư mục không có biểu mẫu nào", "biểu mẫu là tệp có đuôi .toml, có các dòng ở khóa dong"}
	case len(files) == 0 && !s.watch:
		return nil, usageError{"thư mục không có tệp số liệu nào", "tệp số liệu có đuôi .toml"}
	}
	if s.previous != "" && len(files) > 1 {
		return nil, usageError{"--previous chỉ dùng khi làm một tệp số liệu", "chạy riêng từng tệp, mỗi tệp với kỳ trước của nó"}
	}
	maker := map[string]string{}
	for _, file := range files {
		maker[sameName(file.name)] = file.name
	}
	for _, old := range []string{s.since, s.previous} {
		if old != "" {
			maker[sameName(old)] = old
		}
	}
	var jobs []renderJob
	for _, file := range files {
		job := s.job(file)
		for _, target := range slices.Concat(job.targets, job.corrections) {
			switch other, ok := maker[sameName(target)]; {
			case ok && other == file.name:
				return nil, usageError{fmt.Sprintf("tệp cần đọc và tệp sẽ làm cùng dẫn đến tệp %s", target), "render nhận tệp số liệu .toml; lấy số liệu từ DOCX, XLSX: phuluc2b import, từ PDF: phuluc2b extract"}
			case ok:
				return nil, usageError{fmt.Sprintf("%s và %s cùng dẫn đến tệp %s", other, file.name, target), "đổi tên một tệp, hoặc chạy riêng từng tệp với -o khác nhau"}
			}
			maker[sameName(target)] = file.name
		}
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// sameName is equal for names that may mean the same file: Windows does not tell small letters
// from capitals, macOS not how a letter with marks is written.
func sameName(name string) string {
	if full, err := filepath.Abs(name); err == nil {
		name = full
	}
	return tree.Folded(name)
}

// job names the files that may be made of a data file. Below -o the folders are those in
// which data files were found.
func (s *renderSettings) job(file dataFile) renderJob {
	dir := filepath.Dir(file.name)
	if s.folder != "" {
		dir = filepath.Join(s.folder, file.folder)
	}
	stem, err := file.stem()
	job := renderJob{input: file.name, err: err}
	if err != nil {
		return job
	}
	for _, f := range s.formats {
		job.targets = append(job.targets, filepath.Join(dir, stem+"."+string(f)))
		if s.since != "" {
			job.corrections = append(job.corrections, filepath.Join(dir, stem+correctionsSuffix+"."+string(f)))
		}
	}
	return job
}

// targetFolders are the folders that are written to.
func targetFolders(jobs []renderJob) []string {
	var folders []string
	for _, job := range jobs {
		for _, target := range job.targets {
			folders = append(folders, filepath.Dir(target))
		}
	}
	return folders
}
