package main

import (
	"context"
	"fmt"
	"io"
	"strings"
)

func completionCommand() *subcommand {
	s := &subcommand{
		name: "completion", summary: "in đoạn lệnh tự điền cho trình dòng lệnh",
		about: "in đoạn lệnh để trình dòng lệnh tự điền tên lệnh và tùy chọn khi bấm Tab.",
		usage: "completion powershell|bash|zsh|fish",
	}
	s.argument("PowerShell", "thêm vào $PROFILE: phuluc2b completion powershell | Out-String | Invoke-Expression")
	s.argument("bash", "thêm vào ~/.bashrc: source <(phuluc2b completion bash)")
	s.argument("zsh", "thêm vào ~/.zshrc: source <(phuluc2b completion zsh)")
	s.argument("fish", "phuluc2b completion fish > ~/.config/fish/completions/phuluc2b.fish")
	s.run = func(c *Command, _ context.Context, shells []string) int {
		const hint = "viết powershell, bash, zsh hoặc fish"
		if len(shells) != 1 {
			return c.usage(usageError{"cần tên một trình dòng lệnh", hint}, s)
		}
		script := map[string]func([]*subcommand) string{"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion, "powershell": powershellCompletion}[shells[0]]
		if script == nil {
			return c.usage(usageError{"không có trình dòng lệnh " + shells[0], hint}, s)
		}
		if _, err := io.WriteString(c.Stdout.Writer, script(subcommands())); err != nil {
			return c.fail(err)
		}
		return exitOK
	}
	return s
}

// flagWords are the flags of a subcommand.
func flagWords(s *subcommand) []string { return append(s.flagNames(), "--help") }

func commandWords(all []*subcommand) string {
	var names []string
	for _, s := range all {
		names = append(names, s.name)
	}
	return strings.Join(names, " ")
}

func bashCompletion(all []*subcommand) string {
	var b strings.Builder
	fmt.Fprintf(&b, "_phuluc2b() {\n  local word=${COMP_WORDS[COMP_CWORD]} words=\n  if [ \"$COMP_CWORD\" = 1 ]; then words='%s'\n  else case ${COMP_WORDS[1]} in\n", commandWords(all))
	for _, s := range all {
		fmt.Fprintf(&b, "    %s) words='%s' ;;\n", s.name, strings.Join(flagWords(s), " "))
	}
	b.WriteString("  esac; fi\n  case $word in\n    -*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n    *) if [ \"$COMP_CWORD\" = 1 ]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\")); else mapfile -t COMPREPLY < <(compgen -f -- \"$word\"); fi ;;\n  esac\n}\ncomplete -o filenames -F _phuluc2b phuluc2b\n")
	return b.String()
}

func zshCompletion(all []*subcommand) string {
	return "autoload -U +X bashcompinit && bashcompinit\n" + bashCompletion(all)
}

func fishCompletion(all []*subcommand) string {
	var b strings.Builder
	for _, s := range all {
		fmt.Fprintf(&b, "complete -c phuluc2b -n __fish_use_subcommand -f -a %s -d '%s'\n", s.name, s.summary)
		for _, flag := range flagWords(s) {
			kind, name := "-l", strings.TrimPrefix(flag, "--")
			if !strings.HasPrefix(flag, "--") {
				kind, name = "-s", strings.TrimPrefix(flag, "-")
			}
			fmt.Fprintf(&b, "complete -c phuluc2b -n '__fish_seen_subcommand_from %s' %s %s\n", s.name, kind, name)
		}
	}
	return b.String()
}

func powershellCompletion(all []*subcommand) string {
	var b strings.Builder
	b.WriteString("Register-ArgumentCompleter -Native -CommandName phuluc2b -ScriptBlock {\n  param($word, $ast, $cursor)\n  $parts = @($ast.CommandElements | ForEach-Object { $_.ToString() })\n  $words = @{\n")
	for _, s := range all {
		fmt.Fprintf(&b, "    '%s' = '%s'\n", s.name, strings.Join(flagWords(s), " "))
	}
	fmt.Fprintf(&b, "  }\n  $list = if ($parts.Count -le 1 -or ($parts.Count -eq 2 -and $word)) { '%s' } elseif ($word -like '-*') { $words[$parts[1]] } else { '' }\n", commandWords(all))
	b.WriteString("  $list -split ' ' | Where-Object { $_ -and $_ -like \"$word*\" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }\n}\n")
	return b.String()
}
