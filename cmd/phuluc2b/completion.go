package main

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"
)

const completionHelp = `phuluc2b completion in đoạn lệnh để trình dòng lệnh tự điền tên lệnh và tùy chọn khi bấm Tab.

Cách dùng: phuluc2b completion powershell|bash|zsh|fish

  PowerShell      thêm vào $PROFILE: phuluc2b completion powershell | Out-String | Invoke-Expression
  bash            thêm vào ~/.bashrc: source <(phuluc2b completion bash)
  zsh             thêm vào ~/.zshrc: source <(phuluc2b completion zsh)
  fish            phuluc2b completion fish > ~/.config/fish/completions/phuluc2b.fish
`

func (c *Command) completion(ctx context.Context, args []string) int {
	shells, err := parse(newFlags("completion"), args)
	if err == nil && len(shells) != 1 {
		err = usageError{"cần tên một trình dòng lệnh", "viết powershell, bash, zsh hoặc fish"}
	}
	if err != nil {
		return c.usage(err, "completion", completionHelp)
	}
	script := map[string]func(map[string]string) string{"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion, "powershell": powershellCompletion}[shells[0]]
	if script == nil {
		return c.usage(usageError{"không có trình dòng lệnh " + shells[0], "viết powershell, bash, zsh hoặc fish"}, "completion", completionHelp)
	}
	if _, err := io.WriteString(c.Stdout, script(flagWords(ctx))); err != nil {
		return c.fail(err)
	}
	return exitOK
}

// flagWords is the flags of each subcommand, as its help names them.
func flagWords(ctx context.Context) map[string]string {
	flag := regexp.MustCompile(`(?m)^  (--?[a-z][a-z-]*)`)
	words := map[string]string{}
	for _, s := range subcommands() {
		var help strings.Builder
		quiet := Command{Stdout: Stream{Writer: &help}, Stderr: Stream{Writer: io.Discard}}
		s.run(&quiet, ctx, []string{"--help"})
		var flags []string
		for _, match := range flag.FindAllStringSubmatch(help.String(), -1) {
			flags = append(flags, match[1])
		}
		words[s.name] = strings.Join(append(flags, "--help"), " ")
	}
	return words
}

func commandWords() string {
	var names []string
	for _, s := range subcommands() {
		names = append(names, s.name)
	}
	return strings.Join(names, " ")
}

func bashCompletion(words map[string]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "_phuluc2b() {\n  local word=${COMP_WORDS[COMP_CWORD]} words=\n  if [ \"$COMP_CWORD\" = 1 ]; then words='%s'\n  else case ${COMP_WORDS[1]} in\n", commandWords())
	for _, s := range subcommands() {
		fmt.Fprintf(&b, "    %s) words='%s' ;;\n", s.name, words[s.name])
	}
	b.WriteString("  esac; fi\n  case $word in\n    -*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n    *) if [ \"$COMP_CWORD\" = 1 ]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\")); else mapfile -t COMPREPLY < <(compgen -f -- \"$word\"); fi ;;\n  esac\n}\ncomplete -o filenames -F _phuluc2b phuluc2b\n")
	return b.String()
}

func zshCompletion(words map[string]string) string {
	return "autoload -U +X bashcompinit && bashcompinit\n" + bashCompletion(words)
}

func fishCompletion(words map[string]string) string {
	var b strings.Builder
	for _, s := range subcommands() {
		fmt.Fprintf(&b, "complete -c phuluc2b -n __fish_use_subcommand -f -a %s -d '%s'\n", s.name, s.summary)
		for _, flag := range strings.Fields(words[s.name]) {
			kind, name := "-l", strings.TrimPrefix(flag, "--")
			if !strings.HasPrefix(flag, "--") {
				kind, name = "-s", strings.TrimPrefix(flag, "-")
			}
			fmt.Fprintf(&b, "complete -c phuluc2b -n '__fish_seen_subcommand_from %s' %s %s\n", s.name, kind, name)
		}
	}
	return b.String()
}

func powershellCompletion(words map[string]string) string {
	var b strings.Builder
	b.WriteString("Register-ArgumentCompleter -Native -CommandName phuluc2b -ScriptBlock {\n  param($word, $ast, $cursor)\n  $parts = @($ast.CommandElements | ForEach-Object { $_.ToString() })\n  $words = @{\n")
	for _, s := range subcommands() {
		fmt.Fprintf(&b, "    '%s' = '%s'\n", s.name, words[s.name])
	}
	fmt.Fprintf(&b, "  }\n  $list = if ($parts.Count -le 1 -or ($parts.Count -eq 2 -and $word)) { '%s' } elseif ($word -like '-*') { $words[$parts[1]] } else { '' }\n", commandWords())
	b.WriteString("  $list -split ' ' | Where-Object { $_ -and $_ -like \"$word*\" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }\n}\n")
	return b.String()
}
