package main

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html"
	"path"
	"strings"
)

//go:embed web
var web embed.FS

// scripts are the files of the page, each in its own element, in the order in which they need
// each other. worker.js runs in the Worker, behind Go's own wasm_exec.js.
var scripts = []string{"dom.js", "engine.js", "store.js", "paper.js", "codes.js", "typing.js", "cells.js", "report.js", "findings.js", "accept.js", "preview.js", "compare.js", "search.js", "files.js", "save.js", "drafts.js", "units.js", "page.js"}

// Make builds the engine and puts it, with the page around it, into one HTML file.
func Make(version string) ([]byte, error) {
	built, err := build()
	if err != nil {
		return nil, err
	}
	style := read("page.css") + read("sheet.css") + read("narrow.css") + read("print.css") + read("forced.css")
	var hashes []string
	var elements strings.Builder
	for _, name := range scripts {
		text := "\n" + read(name)
		hashes = append(hashes, hashOf(text))
		fmt.Fprintf(&elements, "<script>%s</script>\n", text)
	}
	page := strings.NewReplacer(
		"{{policy}}", policy(hashes, hashOf(style)),
		"{{version}}", html.EscapeString(version),
		"{{style}}", style,
		"{{licenses}}", html.EscapeString(built.licenses),
		"{{worker}}", dataBlock(built.support+read("worker.js")),
		"{{engine}}", base64.StdEncoding.EncodeToString(built.engine),
		"{{scripts}}", elements.String(),
	).Replace(read("page.html"))
	return []byte(page), nil
}

func read(name string) string {
	text, err := web.ReadFile(path.Join("web", name))
	if err != nil {
		panic(err) // it is embedded
	}
	return string(text)
}

// policy allows the page its own scripts and style, the engine, and nothing from anywhere else.
func policy(scripts []string, style string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + strings.Join(scripts, " ") + " blob: 'wasm-unsafe-eval'",
		"worker-src blob:",
		"style-src " + style,
		"img-src data: blob:",
		"connect-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// dataBlock is text as an element of a script's kind that is not run can hold it.
func dataBlock(text string) string {
	return string(bytes.ReplaceAll([]byte(text), []byte("</script"), []byte(`<\/script`)))
}
