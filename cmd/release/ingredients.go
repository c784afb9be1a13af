package main

import (
	"fmt"
	"os"
	"strings"
)

// listed is the file whose tables say what the program is made of, a row for each module.
const listed = "CONTRIBUTING.md"

// ingredient is a row of such a table.
type ingredient struct {
	module  string // or what else is inside, as "Go"
	licence string // as SPDX names it
	why     string
}

// ingredients reads the tables of the file in this root of the repository.
func ingredients(root string) (map[string]ingredient, error) {
	text, err := os.ReadFile(root + "/" + listed)
	if err != nil {
		return nil, err
	}
	_, section, found := strings.Cut(string(text), "\n## What it is made of\n")
	if !found {
		return nil, fmt.Errorf("%s has no list of modules", listed)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	all := map[string]ingredient{}
	for line := range strings.Lines(section) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || !strings.HasPrefix(line, "| `") {
			continue
		}
		row := ingredient{strings.Trim(cells[1], " `"), strings.TrimSpace(cells[2]), strings.TrimSpace(cells[3])}
		all[row.module] = row
	}
	return all, nil
}
