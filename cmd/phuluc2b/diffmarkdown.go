package main

import (
	"fmt"
	"io"
	"strings"

	"phuluc2b/model"
)

// writeChangesMarkdown writes changes as a table for a message or a web page.
func writeChangesMarkdown(w io.Writer, changes []model.Change, summary string) error {
	var b strings.Builder
	for i, line := range changeLines(changes) {
		switch {
		case len(changes) == 0:
			continue
		case i == 0:
			b.WriteString("| " + strings.Join(line[:], " | ") + " |\n|---|---|--:|--:|--:|\n")
			continue
		}
		for _, text := range line {
			fmt.Fprintf(&b, "| %s ", markdown(text))
		}
		b.WriteString("|\n")
	}
	if len(changes) > 0 {
		b.WriteString("\n")
	}
	fmt.Fprintln(&b, markdown(summary))
	_, err := io.WriteString(w, b.String())
	return err
}

// markdown is text that means nothing to Markdown.
func markdown(text string) string {
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`,
		"<", "&lt;", "&", "&amp;", "~", `\~`, "\n", "<br>").Replace(text)
}
