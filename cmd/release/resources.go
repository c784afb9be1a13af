package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
)

// iconSizes are those that Explorer asks for, in pixels.
var iconSizes = []int{256, 64, 48, 32, 16}

// writeResources writes into a folder what go-winres makes objects for the linker of: winres.json
// and the icons that it names.
func writeResources(version, folder string) error {
	var icons []string
	for _, size := range iconSizes {
		var picture bytes.Buffer
		if err := png.Encode(&picture, icon(size)); err != nil {
			return err
		}
		name := fmt.Sprintf("icon-%d.png", size)
		if err := os.WriteFile(filepath.Join(folder, name), picture.Bytes(), 0o644); err != nil {
			return err
		}
		icons = append(icons, name)
	}
	text, err := json.MarshalIndent(resources(version, icons), "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "winres.json"), text, 0o644)
}

// table is a level of resources: by kind, by name, by language.
type table map[string]any

const (
	anyLanguage = "0000"
	vietnamese  = "042A"
)

func resources(version string, icons []string) table {
	number := fourNumbers(version)
	return table{
		"RT_GROUP_ICON": table{"APP": table{anyLanguage: icons}},
		"RT_MANIFEST": table{"#1": table{anyLanguage: table{
			"identity":        table{},
			"description":     "phuluc2b",
			"minimum-os":      "win10",
			"execution-level": "as invoker",
			"long-path-aware": true,
		}}},
		"RT_VERSION": table{"#1": table{anyLanguage: table{
			"fixed": table{"file_version": number, "product_version": number},
			"info": table{vietnamese: table{
				"ProductName":      "phuluc2b",
				"ProductVersion":   version,
				"FileDescription":  "Phụ lục 2B: làm phụ lục thống kê cải cách hành chính",
				"FileVersion":      version,
				"InternalName":     "phuluc2b",
				"OriginalFilename": "phuluc2b.exe",
				"LegalCopyright":   "© the phuluc2b authors. AGPL-3.0",
			}},
		}}},
	}
}

// fourNumbers is a version as Windows compares it: "0.3-thu" is 0.3.0.0.
func fourNumbers(version string) string {
	var numbers [4]string
	found := regexp.MustCompile(`\d+`).FindAllString(regexp.MustCompile(`^v?\d+(\.\d+)*`).FindString(version), len(numbers))
	for i := range numbers {
		numbers[i] = "0"
		if i < len(found) {
			numbers[i] = found[i]
		}
	}
	return fmt.Sprintf("%s.%s.%s.%s", numbers[0], numbers[1], numbers[2], numbers[3])
}
