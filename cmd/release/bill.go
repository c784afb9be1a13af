package main

import (
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// bill is what is inside a release, as CycloneDX 1.6 writes it. It has no serial number and no
// time: the same release has the same bytes.
type bill struct {
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Version    int         `json:"version"`
	Metadata   metadata    `json:"metadata"`
	Components []component `json:"components"`
}

type metadata struct {
	Component component `json:"component"`
}

type component struct {
	Type        string    `json:"type"`
	Ref         string    `json:"bom-ref"`
	Name        string    `json:"name"`
	Version     string    `json:"version,omitempty"`
	Description string    `json:"description,omitempty"`
	Hashes      []hash    `json:"hashes,omitempty"`
	Licences    []licence `json:"licenses,omitempty"`
	Package     string    `json:"purl,omitempty"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type licence struct {
	Expression string `json:"expression"`
}

// writeBill lists the files of a release, the modules that its programs were built from, Go and
// the typeface.
func writeBill(w io.Writer, version string, files []string) error {
	known, err := ingredients(".")
	if err != nil {
		return err
	}
	b := bill{Format: "CycloneDX", Spec: "1.6", Version: 1}
	b.Metadata.Component = component{Type: "application", Ref: "phuluc2b", Name: "phuluc2b", Version: version, Licences: []licence{{"AGPL-3.0-only"}}}
	modules := map[string]string{"Go": strings.TrimPrefix(runtime.Version(), "go"), "Liberation Serif": "2.1.5"}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		b.Components = append(b.Components, component{Type: "file", Ref: filepath.Base(name), Name: filepath.Base(name), Hashes: []hash{{"SHA-256", fmt.Sprintf("%x", sha256.Sum256(data))}}})
		info, err := buildinfo.ReadFile(name)
		if err != nil {
			continue // the page, whose modules are among those of the command
		}
		for _, m := range info.Deps {
			modules[m.Path] = m.Version
		}
	}
	for name, version := range modules {
		row, ok := known[name]
		if !ok {
			return fmt.Errorf("%s does not list %s", listed, name)
		}
		b.Components = append(b.Components, row.component(version))
	}
	slices.SortFunc(b.Components, func(x, y component) int { return strings.Compare(x.Type+x.Ref, y.Type+y.Ref) })
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(b)
}

func (i ingredient) component(version string) component {
	c := component{Type: "library", Ref: i.module, Name: i.module, Version: version, Description: i.why, Licences: []licence{{i.licence}}}
	switch {
	case i.module == "Go":
		c.Package = "pkg:golang/std@" + version
	case strings.Contains(i.module, "/"):
		c.Package = "pkg:golang/" + i.module + "@" + version
	}
	return c
}
