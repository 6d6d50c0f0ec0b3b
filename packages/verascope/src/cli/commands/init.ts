import { resolve } from 'node:path'
import { defineCommand } from '../define.ts'
import { programName, shellWord } from '../terminal.ts'

export const init = defineCommand({
  name: 'init',
  summary: 'make a case folder',
  args: {
    dir: {
      help: 'the folder to make (default: the folder of -C, else the current one)',
      required: false,
      names: 'folder',
    },
  },
  flags: { title: { type: 'text', help: 'what the case is called (default: the folder’s name)' } },
  exits: { 0: 'done', 4: 'the folder holds something else, or cannot be written' },
  examples: [{ does: 'an empty case', line: 'verascope init CASE' }],
  async run({ args, flags, session }) {
    const { makeCase } = await import('../case-work.ts')
    const [asked] = args.dir
    const dir = asked === undefined ? session.caseDir : resolve(session.cwd, asked)
    const { title } = await makeCase(session, dir, flags.title ?? null)
    const program =
      asked === undefined
        ? session.program
        : `${programName(process.argv[1] ?? '', session.cwd)} -C ${shellWord(asked)}`
    return {
      data: { dir, title },
      view: (page) =>
        `Made the case ${dir}\n\nNext:\n  ${page.program} ingest LOGS...      (CloudTrail files and folders, any mix)\n`,
      program,
      exit: 0,
    }
  },
})
