import { SCRIPTS, SHELLS } from '../completion/scripts.ts'
import { defineCommand } from '../define.ts'
import { noSuchShell } from '../faults.ts'

export const completion = defineCommand({
  name: 'completion',
  summary: 'print what makes a shell complete commands, flags, their values and the names of a case',
  args: { shell: { help: 'bash, zsh, fish or pwsh', required: true, names: SHELLS } },
  flags: {},
  exits: { 0: 'done' },
  examples: [
    { does: 'the script; for this bash only: source <(verascope completion bash)', line: 'verascope completion bash' },
    {
      does: 'for every bash, where bash-completion is installed',
      line: 'verascope completion bash > ~/.local/share/bash-completion/completions/verascope',
    },
    {
      does: 'for fish; the script of each shell says in its first lines where it belongs',
      line: 'verascope completion fish > ~/.config/fish/completions/verascope.fish',
    },
  ],
  async run({ args, session }) {
    const asked = args.shell[0] ?? ''
    const shell = SHELLS.find((one) => one === asked)
    if (shell === undefined) throw noSuchShell(asked, SHELLS, session.program)
    const script = SCRIPTS[shell]
    return { data: { shell, script }, view: () => script, exit: 0 }
  },
})
