package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"phuluc2b/cmd/internal/changes"
	"phuluc2b/model"
)

// exitDiffers is what diff tells scripts, as the diff of Unix does. A file with faults is one
// that cannot be compared: exitIO, so that it is not taken for a difference.
const exitDiffers = 1

func diffCommand() *subcommand {
	s := &subcommand{
		name: "diff", summary: "so hai bản số liệu: những gì đã thay đổi",
		about: `so hai bản số liệu: số liệu, ghi chú và thông tin báo cáo nào đã thay đổi. Mỗi bản là
một tệp .toml, hoặc tệp .docx, .xlsx, .pdf do chương trình làm, kể cả chỗ đã sửa trong Word, Excel.`,
		usage: "diff [TÙY CHỌN] BẢN_CŨ BẢN_MỚI",
		notes: `Các dòng được so theo mã dòng.

Mã kết thúc: 0 không khác nhau; 1 có khác nhau; 2 dòng lệnh viết sai; 3 không so được: không đọc
được tệp, hoặc tệp có lỗi.`,
	}
	spelling := s.on("spelling", `kể cả chỗ chỉ khác cách viết: "07" và 7, "5 %" và "5%", "1.050" và 1050`)
	format := s.text("format", "DANH", "text", "text: bảng để xem (mặc định); md: bảng Markdown; json: cho chương trình khác đọc", "viết text, md hoặc json")
	forms := s.forms()
	s.run = func(c *Command, _ context.Context, names []string) int {
		switch {
		case len(names) != 2:
			return c.usage(usageError{fmt.Sprintf("cần hai tệp số liệu, ở đây có %d", len(names)), "ví dụ: phuluc2b diff cu.toml moi.toml"}, s)
		case !slices.Contains([]string{"text", "md", "json"}, *format):
			return c.usage(usageError{fmt.Sprintf("tùy chọn --format không nhận %q", *format), "viết text, md hoặc json"}, s)
		}
		return c.diff(names[0], names[1], *forms, *format, *spelling)
	}
	return s
}

func (c *Command) diff(oldName, newName string, forms []string, format string, spelling bool) int {
	old, new, whole := c.readVersions(forms, oldName, newName)
	if old == nil || new == nil {
		return exitIO
	}
	all := model.Compare(old, new)
	changes := all
	if !spelling {
		changes = model.WithoutSpelling(all)
	}
	summary := fmt.Sprintf("%s → %s: %s", oldName, newName, tallyChanges(changes, len(all)-len(changes)))
	if err := c.writeChanges(format, changes, summary); err != nil {
		return c.fail(err)
	}
	if !whole {
		return exitIO
	}
	if len(changes) > 0 {
		return exitDiffers
	}
	return exitOK
}

// readVersions reads two versions of an annex; nil for one that cannot be compared. They are
// whole when all of both could be understood.
func (c *Command) readVersions(forms []string, oldName, newName string) (old, new *model.Annex, whole bool) {
	work, code := c.open(forms, "")
	if code != exitOK {
		return nil, nil, false
	}
	old, oldCode := c.readVersion(work, oldName)
	new, newCode := c.readVersion(work, newName)
	return old, new, oldCode == exitOK && newCode == exitOK
}

func (c *Command) writeChanges(format string, all []model.Change, summary string) error {
	switch format {
	case "json":
		return changes.WriteJSON(c.Stdout.Writer, all)
	case "md":
		return changes.WriteMarkdown(c.Stdout.Writer, all, summary)
	}
	return changes.WriteText(c.Stdout, all, summary)
}

// tallyChanges counts changes for a summary line, and those of spelling that are not shown.
func tallyChanges(changes []model.Change, hidden int) string {
	var counts []string
	for _, part := range []struct {
		part model.Part
		name string
	}{{model.PartHeader, "thông tin báo cáo"}, {model.PartFigure, "số liệu"}, {model.PartNote, "ghi chú"}} {
		n := 0
		for _, c := range changes {
			if c.Part == part.part {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", n, part.name))
		}
	}
	tally := "không có thay đổi"
	if len(counts) > 0 {
		tally = strings.Join(counts, ", ") + " thay đổi"
	}
	if hidden > 0 {
		tally += fmt.Sprintf("; %d chỗ chỉ khác cách viết (xem: --spelling)", hidden)
	}
	return tally
}
