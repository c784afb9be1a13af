package main

import (
	"os/exec"
	"strings"
	"testing"
)

// Every module that the program is built from has its licence inside, on every system.
func TestLicensesOfAllModules(t *testing.T) {
	for _, system := range []string{"linux", "windows", "darwin"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", ".")
		list.Env = append(list.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, module := range strings.Fields(string(out)) {
			if _, err := licenseTexts.ReadFile(licenseFile(module)); err != nil && module != "phuluc2b" {
				t.Errorf("%s: no %s", system, licenseFile(module))
			}
		}
	}
}
