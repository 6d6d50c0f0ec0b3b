import { basename, resolve } from 'node:path'
import { scopeRows } from '../../render/plain.ts'
import { scopeView } from '../../render/scope-view.ts'
import { defineCommand } from '../define.ts'
import { DEMO_INCIDENTS } from '../demo-incidents.ts'
import { programName, shellWord } from '../terminal.ts'

const INCIDENTS = ['invictus-aws', 'otrf-cloud-breach-s3'] as const satisfies readonly (keyof typeof DEMO_INCIDENTS)[]

export const demo = defineCommand({
  name: 'demo',
  summary: 'work a real public incident through, offline, in a case of its own',
  args: { dir: { help: 'the case folder to make anew (default: ./demo-case)', required: false, names: 'folder' } },
  flags: {
    incident: { type: INCIDENTS, help: 'which incident (default: invictus-aws)' },
    all: { type: 'boolean', help: 'list every row; long runs of alike ones are counted otherwise' },
  },
  exits: { 0: 'done', 4: 'the folder is no demo case, or the examples are not here' },
  examples: [
    { does: 'the default incident, into ./demo-case', line: 'verascope demo' },
    { does: 'the other one', line: 'verascope demo other-case --incident otrf-cloud-breach-s3' },
  ],
  async run({ args, flags, session }) {
    const { workDemo } = await import('../demo-work.ts')
    const incident = DEMO_INCIDENTS[flags.incident ?? 'invictus-aws']
    const asked = args.dir[0] ?? 'demo-case'
    const dir = resolve(session.cwd, asked)
    const program = `${programName(process.argv[1] ?? '', session.cwd)} -C ${shellWord(asked)}`
    const assessment = await workDemo({ ...session, caseDir: dir, program }, incident)
    const intro = `Demo: ${incident.title}. Licence of the data: ${incident.licence}.`
    const note = `The case is in ${basename(dir)}/; it is made anew by the next \`demo\`.`
    return {
      data: assessment,
      view: (page) => `${intro}\n${note}\n\n${scopeView(assessment, assessment, page)}`,
      plain: () => scopeRows(assessment),
      program,
      exit: 0,
    }
  },
})
