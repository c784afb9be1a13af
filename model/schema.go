package model

import (
	"encoding/json"
	"strconv"
	"strings"
)

// object is a JSON object; its keys are written in alphabetical order.
type object map[string]any

// Schema is the JSON Schema (draft 7, the one that TOML editors read) of the data files of a
// form: editors complete row IDs with it, show labels and units, and mark wrong kinds.
func (f *Form) Schema() ([]byte, error) {
	rows, accepted := object{}, object{HeaderSubject: reference("chap_nhan")}
	severalAccepted := closed(accepted)
	severalAccepted["patternProperties"] = object{severalRows: reference("chap_nhan")}
	for i := range f.Rows {
		rows[f.Rows[i].ID] = f.Rows[i].schema()
		accepted[f.Rows[i].ID] = reference("chap_nhan")
	}
	schema := closed(object{
		"mau":       object{"const": f.ID, "description": "Biểu mẫu"},
		"bao_cao":   headerSchema(f.Periods),
		"so_lieu":   closed(rows),
		"chap_nhan": severalAccepted,
		"gop":       object{"type": "object", "description": "Do phuluc2b total ghi: số liệu này gộp từ những đơn vị nào"},
	}, "mau", "bao_cao")
	schema["$schema"] = "http://json-schema.org/draft-07/schema#"
	schema["title"] = strings.Join(f.Label, " ") + " (" + f.ID + ")"
	schema["definitions"] = object{
		"chap_nhan":         f.reasonsSchema(),
		string(KindCount):   countSchema(),
		string(KindPercent): numberSchema(),
		string(KindScore):   numberSchema(),
		string(KindText):    object{"type": []string{"string", "number"}},
	}
	text, err := json.MarshalIndent(schema, "", " ")
	return append(text, '\n'), err
}

// IsSchema reports whether a text is the schema of some form, in this version or another.
func IsSchema(text []byte) bool {
	var schema struct {
		Properties struct {
			Form    any `json:"mau"`
			Header  any `json:"bao_cao"`
			Figures any `json:"so_lieu"`
		} `json:"properties"`
	}
	p := &schema.Properties
	return json.Unmarshal(text, &schema) == nil && p.Form != nil && p.Header != nil && p.Figures != nil
}

// severalRows is a key of [chap_nhan] that names more than one row.
const severalRows = `^[^,]+(,[^,]+)+$`

// reference is the definition of that name.
func reference(name string) object { return object{"$ref": "#/definitions/" + name} }

// closed is an object with these properties and no others.
func closed(properties object, required ...string) object {
	schema := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		schema["required"] = required
	}
	return schema
}

func headerSchema(periods []Period) object {
	properties := object{}
	var required []string
	for _, f := range headerFields(periods) {
		properties[f.Key] = f.schema
		if f.Need != "" {
			required = append(required, f.Key)
		}
	}
	return closed(properties, required...)
}

// schema is what a data file may write for the row: a value, or a table of value and note.
func (r *Row) schema() object {
	note := object{"type": "string", "description": "Ghi chú"}
	both := closed(object{"ghi_chu": note})
	forms := []object{both}
	if r.Kind != KindHeading {
		value := r.valueSchema()
		both["properties"].(object)["so_lieu"] = value
		forms = []object{value, both}
	}
	return object{"title": strings.Join(r.Label, " "), "description": r.description(), "anyOf": forms}
}

func (r *Row) description() string {
	if len(r.Unit) == 0 {
		return strings.Join(r.Label, " ")
	}
	return strings.Join(r.Label, " ") + " (" + strings.Join(r.Unit, "; ") + ")"
}

// valueSchema is one value of the row's kind, or a list of as many as it takes.
func (r *Row) valueSchema() object {
	value := reference(string(r.Kind))
	if r.Kind == KindCode {
		codes := []any{""}
		for _, code := range r.Codes {
			codes = append(codes, code, strconv.Itoa(code))
		}
		value = object{"enum": codes}
	}
	if r.Values == 1 {
		return value
	}
	return object{"anyOf": []object{value, {"type": "array", "items": value, "maxItems": r.Values}}}
}

// numeral is a whole number as it is written in Vietnam.
const numeral = `(\d+|\d{1,3}([.` + thinSpaces + `]\d{3})+)`

func countSchema() object {
	return object{"anyOf": []object{{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^" + numeral + "?$"}}}
}

func numberSchema() object {
	return object{"anyOf": []object{{"type": "number"}, {"type": "string", "pattern": "^([-−]?" + numeral + `(,\d+)?([ ` + thinSpaces + `]?%)?)?$`}}}
}

func (f *Form) reasonsSchema() object {
	reason := object{"type": "string", "minLength": 1, "description": "Vì sao chấp nhận"}
	rules := object{}
	for _, name := range ownRules() {
		rules[name] = reason
	}
	for _, rule := range f.Rules {
		rules[rule.Name] = reason
	}
	return closed(rules)
}
