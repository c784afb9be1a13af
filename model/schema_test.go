package model_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"phuluc2b/model/check"
	"phuluc2b/model/diag"
	"phuluc2b/model/internal/modeltest"
)

// schemaFiles are the schemas that the data files of the repository name, by form file.
var schemaFiles = map[string]string{
	"templates/phu-luc-2b-2021.toml": "templates/phu-luc-2b-2021.schema.json",
	"examples/bieu-mau-xa.toml":      "examples/bieu-mau-xa.schema.json",
}

func formSchema(t *testing.T, file string) []byte {
	t.Helper()
	form, findings := check.Reader(modeltest.AnyRune).ReadForm(diag.NewSource(file, []byte(modeltest.RepositoryFile(t, file))))
	if form == nil {
		t.Fatal(findings)
	}
	schema, err := form.Schema()
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSchemaFilesAreFresh(t *testing.T) {
	for form, file := range schemaFiles {
		schema := formSchema(t, form)
		if *modeltest.Update {
			if err := os.WriteFile(modeltest.RepositoryPath(file), schema, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if modeltest.RepositoryFile(t, file) != string(schema) {
			t.Errorf("%s is not what the form gives; run go test ./model -update", file)
		}
	}
}

// editorView is a data file as an editor's schema validator sees it: dates are text.
func editorView(t *testing.T, text string) any {
	t.Helper()
	var values map[string]any
	if err := toml.Unmarshal([]byte(text), &values); err != nil {
		t.Fatal(err)
	}
	var view func(v any) any
	view = func(v any) any {
		switch v := v.(type) {
		case map[string]any:
			for k := range v {
				v[k] = view(v[k])
			}
		case time.Time:
			return v.Format(time.DateOnly)
		}
		return v
	}
	return view(values)
}

func TestSchemaAgreesWithReading(t *testing.T) {
	compile := func(form string) *jsonschema.Schema {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(formSchema(t, form)))
		if err != nil {
			t.Fatal(err)
		}
		compiler := jsonschema.NewCompiler()
		compiler.AssertFormat()
		if err := compiler.AddResource("schema.json", doc); err != nil {
			t.Fatal(err)
		}
		return compiler.MustCompile("schema.json")
	}
	if err := compile("examples/bieu-mau-xa.toml").Validate(editorView(t, modeltest.RepositoryFile(t, "examples/xa-son-giang.toml"))); err != nil {
		t.Error(err)
	}
	schema := compile("templates/phu-luc-2b-2021.toml")
	for _, test := range []struct {
		change string
		valid  bool
	}{
		{`nam = 2021`, true},
		{`"1.4.1" = "1.050"`, true},
		{`"1.4.1" = "1,050"`, false},
		{`"1.4.1" = "năm"`, false},
		{`"1.4.1" = -1`, false},
		{`"1.4.1" = true`, false},
		{`"1.9.9" = 1`, false},
		{`"1.1" = 5`, false},
		{`"1.1" = { ghi_chu = "a" }`, true},
		{`"1.4.1" = { so_lieu = 5, ghi_chu = "a" }`, true},
		{`"1.4.1" = { so_lieu = 5, ghi_chi = "a" }`, false},
		{`"1.4.2" = 2`, true},
		{`"1.4.2" = 3`, false},
		{`"7.1.2" = [1, 2]`, true},
		{`"7.1.2" = [1, 2, 1]`, false},
		{`"3.3.3" = "95,5 %"`, true},
		{`"3.3.3" = "95.5"`, false},
		{`"3.3.3" = 95.5`, true},
		{`ngay = "02/12/2021"`, true},
		{`ngay = "2/12/2021"`, true},
		{`ngay = "12/2021"`, false},
		{`ky = "quy-2"`, false},
		{`nam = 21`, false},
		{"[chap_nhan]\n" + `"3.1.3.a, 3.4.1" = { W17 = "a" }`, true},
		{"[chap_nhan]\n" + `"3.1.3.a" = { thieu-gia-tri = "a" }`, true},
		{"[chap_nhan]\n" + `"3.1.3.a, 3.4.1" = { W99 = "a" }`, false},
		{"[chap_nhan]\n" + `"3.1.3.a,, 3.4.1" = { W17 = "a" }`, false},
	} {
		err := schema.Validate(editorView(t, modeltest.WithChanges(t, test.change)))
		if (err == nil) != test.valid {
			t.Errorf("%s: %v", test.change, err)
		}
	}
	accepted := modeltest.WithChanges(t) + "\n[chap_nhan]\n" + `"3.2.1" = { W02 = "a" }`
	if err := schema.Validate(editorView(t, accepted)); err != nil {
		t.Error(err)
	}
	if err := schema.Validate(editorView(t, strings.Replace(accepted, "W02 =", "W99 =", 1))); err == nil {
		t.Error("a rule that does not exist is accepted")
	}
}
