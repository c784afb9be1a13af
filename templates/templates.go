// Package templates embeds the forms that the program knows by name.
package templates

import "embed"

// Files holds a form per file, named by its ID: "phu-luc-2b-2021.toml".
//
//go:embed *.toml
var Files embed.FS
