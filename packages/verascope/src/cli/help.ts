import { CODES, type ErrorCode, exitOf } from '../errors/codes.ts'
import { wrap } from '../render/text.ts'
import { type Command, EXITS } from './define.ts'
import { TOPIC_NAMES } from './topics.ts'

const VERDICT_LINES = `Verdicts (the same four words everywhere; none of them means safe):
  accessed      the actor's credentials listed, read, copied out, shared or destroyed it
  undetermined  it could be reached, and the evidence cannot say
  untouched     it could be reached, and complete evidence shows that it was not
  unreachable   no credential of the actor could reach it at any instant`

/** What the top-level help says before its options: the smallest real run. */
export const TOP_INTRO = `Tells what an intruder in AWS accounts reached, how sure that is, and proves every answer from the logs.
Nothing is sent anywhere. The evidence is read, never changed.

The smallest real run:
  verascope init CASE
  verascope -C CASE ingest LOGS...             any mix of CloudTrail files and folders
  verascope -C CASE indicator add AKIA...      what you know of the actor: a key, an ARN, an address
  verascope -C CASE scope                      every account and data store, with its verdict

No case at hand?  verascope demo               a real public incident, offline`

function exitLines(exits: Readonly<Record<number, string>>): string {
  const lines = Object.entries(exits).map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning}`)
  return ['Exit codes:', ...lines].join('\n')
}

/** What the top-level help says after its commands. */
export const TOP_OUTRO = `
${VERDICT_LINES}

${exitLines(EXITS)}

Data goes to stdout, talk to stderr. More on one command:  verascope help scope
More on an error:  verascope help VS4003
Topics:  verascope help ${TOPIC_NAMES.join('|')}`

/** What the help of a command says after its options. */
export function commandOutro(command: Command): string {
  const examples = command.examples.flatMap(({ does, line }) => [`  ${line}`, `      ${does}`])
  return ['', 'Examples:', ...examples, '', exitLines({ ...command.exits, 1: EXITS[1], 2: EXITS[2] })].join('\n')
}

/** What `help CODE` says. */
export function codeHelp(code: ErrorCode): string {
  const { about, todo } = CODES[code]
  const exit = exitOf(code)
  const meaning = Object.entries(EXITS).find(([known]) => Number(known) === exit)?.[1] ?? ''
  return `${[`${code}: ${about}`, '', ...wrap(todo, 80), '', `Exit code ${exit}: ${meaning}`].join('\n')}\n`
}
