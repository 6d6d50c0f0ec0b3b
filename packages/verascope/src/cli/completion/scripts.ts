/** The shells that can be taught. */
export const SHELLS = ['bash', 'zsh', 'fish', 'pwsh'] as const

/** One of them. */
export type Shell = (typeof SHELLS)[number]

/** Before a brace a dollar would be the template's. */
const S = '$'

// THREAT: no script evaluates the line that is completed, nor expands what it is answered: both may hold what an actor named.

/** Words may hold `:` and `=`, at which bash cuts them: what it cut off before the cursor is cut off the answers, too. */
const BASH = String.raw`# bash: verascope completion bash > ~/.local/share/bash-completion/completions/verascope
_verascope() {
  local line paths='' word typed="${S}{COMP_LINE:0:COMP_POINT}" current="$2"
  COMPREPLY=()
  word="${S}{typed##*[[:space:]]}"
  while IFS= read -r line; do
    if [[ -z $paths ]]; then paths="$line"; continue; fi
    line="${S}{line%%$'\t'*}"
    COMPREPLY+=("${S}{line#"${S}{word%"$current"}"}")
  done < <("$1" __complete "$typed" 2>/dev/null)
  case $paths in
    folder) compopt +o default -o dirnames 2>/dev/null ;;
    none) compopt +o default 2>/dev/null ;;
  esac
}
complete -o default -F _verascope verascope
`

const ZSH = String.raw`#compdef verascope
# zsh: verascope completion zsh > a folder of your fpath, as _verascope
_verascope() {
  local line
  local -a lines found
  lines=("${S}{(@f)$("${S}{words[1]}" __complete "${S}{(j: :)words[1,CURRENT-1]} $PREFIX" 2>/dev/null)}")
  for line in "${S}{(@)lines[2,-1]}"; do
    found+=("${S}{${S}{line%%$'\t'*}//:/\\:}:${S}{line#*$'\t'}")
  done
  (( $#found )) && _describe 'verascope' found
  case ${S}{lines[1]} in
    file) _files ;;
    folder) _files -/ ;;
  esac
}
if [[ ${S}{funcstack[1]} == _verascope ]]; then _verascope "$@"; else compdef _verascope verascope; fi
`

const FISH = String.raw`# fish: verascope completion fish > ~/.config/fish/completions/verascope.fish
function __verascope_complete
    set -l lines (command verascope __complete (commandline -cp | string collect) 2>/dev/null)
    switch "$lines[1]"
        case file
            __fish_complete_path (commandline -ct)
        case folder
            __fish_complete_directories (commandline -ct) ''
    end
    set -q lines[2]; and printf '%s\n' $lines[2..]
end
complete -c verascope -f -a '(__verascope_complete)'
`

/** Where nothing is answered, PowerShell completes paths by itself. */
const PWSH = `# PowerShell: verascope completion pwsh >> $PROFILE
Register-ArgumentCompleter -Native -CommandName verascope -ScriptBlock {
    param($word, $ast, $cursor)
    $length = $cursor - $ast.Extent.StartOffset
    $typed = $ast.ToString().PadRight($length).Substring(0, $length)
    & verascope __complete $typed 2>$null | Select-Object -Skip 1 | ForEach-Object {
        $value, $about = $_ -split [char]9, 2
        $tip = if ($about) { $about } else { $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $tip)
    }
}
`

/** The script of each shell. */
export const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH, pwsh: PWSH }
