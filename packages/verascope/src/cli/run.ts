import { resolve } from 'node:path'
import { CommanderError } from 'commander'
import { isErrorCode } from '../errors/codes.ts'
import { safeText } from '../render/text.ts'
import type { Result } from './define.ts'
import { emit } from './emit.ts'
import { describeFault } from './error-text.ts'
import { usageFault } from './faults.ts'
import { codeHelp } from './help.ts'
import { buildProgram, type Parsed } from './program.ts'
import type { Session } from './session.ts'
import { programName, progressOn, shellWord } from './terminal.ts'
import { isTopic, topicHelp } from './topics.ts'

const INTERRUPTED = 130

/** A reader that goes away (`| head`) is no error, and an interruption leaves a case that opens: all writes are atomic. */
function quietEnds(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(Number(process.exitCode ?? 0))
    throw error
  })
  process.on('SIGINT', () => {
    process.stderr.write(
      `${process.stderr.isTTY ? '\r\u001b[2K' : ''}interrupted: the case is as it was after the last finished step; run the same command again to go on\n`,
    )
    process.exit(INTERRUPTED)
  })
}

function sessionOf(parsed: Parsed, argv: readonly string[], version: string): Session {
  const { globals } = parsed
  const cwd = process.cwd()
  const asked = typeof globals['case'] === 'string' ? globals['case'] : null
  const quiet = globals['quiet'] === true
  const name = programName(argv[1] ?? '', cwd)
  const verbose = globals['verbose'] === true
  const progress = progressOn(process.stderr, process.env, quiet || verbose)
  const talk = (text: string): void => {
    progress('')
    process.stderr.write(`${text}\n`)
  }
  // Told in full, every step keeps its line: on a terminal and in a log alike.
  const step = (text: string): void => {
    if (text !== '') talk(safeText(text))
  }
  return {
    caseDir: resolve(cwd, asked ?? '.'),
    program: asked === null ? name : `${name} -C ${shellWord(asked)}`,
    cwd,
    version,
    verbose,
    mayAsk: globals['input'] !== false && process.stdin.isTTY === true && process.stderr.isTTY === true,
    json: globals['json'] === true,
    plain: globals['plain'] === true,
    say: quiet ? () => {} : talk,
    warn: (text) => talk(`warning: ${text}`),
    progress: verbose ? step : progress,
  }
}

async function runParsed(parsed: Parsed, session: Session): Promise<number> {
  const { command, args, flags, globals } = parsed
  const result: Result = await command.run({ args, flags, session })
  session.progress('')
  const file = globals['output']
  await emit(
    result,
    {
      json: session.json,
      plain: session.plain,
      all: flags['all'] === true,
      noColor: globals['color'] === false,
      file: typeof file === 'string' ? file : null,
      program: result.program ?? session.program,
    },
    process.env,
  )
  return result.exit
}

/** `help VS4003`, `help verdicts`: codes and topics are no commands, so the help on them is not among theirs. */
function helpOnWord([, , word, asked = '']: readonly string[]): string | null {
  if (word !== 'help') return null
  const code = asked.toUpperCase()
  if (isErrorCode(code)) return codeHelp(code)
  return isTopic(asked) ? topicHelp(asked) : null
}

function complaintOf(error: CommanderError, [, , word, topic]: readonly string[]): string {
  if (error.code !== 'commander.help') return error.message
  return word === 'help' && topic !== undefined ? `there is no help on '${topic}'` : 'a command is missing'
}

function parse(argv: readonly string[], version: string): Parsed | { readonly help: string } {
  const onWord = helpOnWord(argv)
  if (onWord !== null) return { help: onWord }
  let parsed: Parsed | null = null
  let text = ''
  const write = (part: string): void => {
    text += part
  }
  const program = buildProgram(write, (found) => {
    parsed = found
  })
  try {
    program.parse(argv.length > 2 ? [...argv] : [...argv, '--help'])
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { help: text }
    if (error.code === 'commander.help' && argv.some((word) => word === '--version' || word === '-V'))
      return { help: `${version}\n` }
    throw usageFault(complaintOf(error, argv))
  }
  if (parsed === null) throw usageFault('a command is missing')
  return parsed
}

/** Runs one command line and gives the exit code. Everything that goes wrong is told here, once. */
export async function run(argv: readonly string[], version: string): Promise<number> {
  quietEnds()
  const verbose = argv.includes('-v') || argv.includes('--verbose')
  try {
    const parsed = parse(argv, version)
    if ('help' in parsed) {
      process.stdout.write(parsed.help)
      return 0
    }
    return await runParsed(parsed, sessionOf(parsed, argv, version))
  } catch (error) {
    const { text, exit } = describeFault(error, verbose)
    process.stderr.write(text)
    return exit
  }
}
