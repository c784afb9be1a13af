package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

const root = "../.."

// Every module that is named in go.mod or built into the program or the page is listed with its
// licence and why it is there, and nothing else is.
func TestAllModulesAreListed(t *testing.T) {
	rows, err := ingredients(root)
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{"Go": true, "Liberation Serif": true}
	modules := func(system string, args ...string) {
		list := exec.Command("go", append([]string{"list"}, args...)...)
		list.Dir = root
		list.Env = append(list.Environ(), "CGO_ENABLED=0", "GOOS="+system)
		if system == "js" {
			list.Env = append(list.Env, "GOARCH=wasm")
		}
		out, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, module := range strings.Fields(string(out)) {
			if module != "phuluc2b" {
				used[module] = true
			}
		}
	}
	modules("linux", "-m", "-f", "{{if not .Indirect}}{{.Path}}{{end}}", "all")
	for _, system := range []string{"linux", "windows", "darwin"} {
		modules(system, "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/phuluc2b")
	}
	modules("js", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/page/worker")
	for module := range used {
		if row := rows[module]; row.licence == "" || row.why == "" {
			t.Errorf("%s: licence %q, why %q", module, row.licence, row.why)
		}
	}
	for module := range rows {
		if !used[module] {
			t.Errorf("%s is listed and not used", module)
		}
	}
}

// What the list calls a licence is what its text says.
func TestLicencesAreAsListed(t *testing.T) {
	rows, err := ingredients(root)
	if err != nil {
		t.Fatal(err)
	}
	says := map[string]string{
		"MIT": "Permission is hereby granted, free of charge", "BSD-3-Clause": "Neither the name",
		"Apache-2.0": "Apache License", "AGPL-3.0-only": "GNU AFFERO GENERAL PUBLIC LICENSE", "OFL-1.1": "SIL OPEN FONT LICENSE",
	}
	for module, row := range rows {
		text, err := os.ReadFile(root + "/cmd/phuluc2b/licenses/" + strings.ReplaceAll(strings.Replace(module, "Go", "go", 1), "/", "_") + ".txt")
		if err != nil {
			continue // it is in no program: only tests need it
		}
		for _, id := range strings.Split(row.licence, " AND ") {
			if says[id] == "" || !strings.Contains(string(text), says[id]) {
				t.Errorf("%s: the text does not say %s", module, id)
			}
		}
	}
}
