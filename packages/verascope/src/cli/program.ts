import { parseInstant } from '@verascope/core/domain/instant'
import { Argument, Command as Commander, InvalidArgumentError, Option } from 'commander'
import { COMMANDS } from './command-list.ts'
import { type Command, type Flag, flagName, GLOBAL_FLAGS } from './define.ts'
import { commandOutro, TOP_INTRO, TOP_OUTRO } from './help.ts'

type FlagInput = boolean | string | number | undefined

/** What was typed, taken apart: which command, with what, and the flags that every command has. */
export interface Parsed {
  readonly command: Command
  readonly args: Readonly<Record<string, readonly string[]>>
  readonly flags: Readonly<Record<string, FlagInput>>
  readonly globals: Readonly<Record<string, FlagInput>>
}

function toInstant(text: string): number {
  const at = parseInstant(text)
  if (at === null)
    throw new InvalidArgumentError('Write it as 2023-07-10 or 2023-07-10T11:54:47Z (UTC where no offset is given).')
  return at
}

function toCount(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Write a whole number.')
  return Number(text)
}

const PLACEHOLDERS: Readonly<Record<string, string>> = { instant: 'TIME', count: 'N', text: 'TEXT' }

function optionOf(name: string, flag: Flag): Option {
  const long = flagName(name)
  if (flag.type === 'boolean') return new Option(long, flag.help)
  const words = typeof flag.type === 'string' ? null : flag.type
  const value = flag.value ?? (words === null ? PLACEHOLDERS[String(flag.type)] : 'WORD') ?? 'TEXT'
  const option = new Option(`${long} <${value}>`, flag.help)
  if (words !== null) return option.choices(words)
  if (flag.type === 'instant') return option.argParser(toInstant)
  return flag.type === 'count' ? option.argParser(toCount) : option
}

function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String)
  return value === undefined ? [] : [String(value)]
}

function flagValue(value: unknown): FlagInput {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}

function flagsOf(options: object): Readonly<Record<string, FlagInput>> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, flagValue(value)]))
}

function addCommand(parent: Commander, word: string, command: Command, found: (parsed: Parsed) => void): Commander {
  const own = parent.command(word).summary(command.summary).description(command.summary)
  const names = Object.keys(command.args)
  for (const [name, arg] of Object.entries(command.args)) {
    const label = arg.many === true ? `${name}...` : name
    own.addArgument(new Argument(arg.required ? `<${label}>` : `[${label}]`, arg.help))
  }
  for (const [name, flag] of Object.entries(command.flags)) own.addOption(optionOf(name, flag))
  own.addHelpText('after', commandOutro(command))
  own.action(() => {
    const args = Object.fromEntries(names.map((name, at) => [name, listOf(own.processedArgs[at])]))
    const flags = {
      ...Object.fromEntries(
        Object.entries(command.flags).map(([name, flag]) => [name, flag.type === 'boolean' ? false : undefined]),
      ),
      ...flagsOf(own.opts()),
    }
    let root = own
    while (root.parent !== null) root = root.parent
    found({ command, args, flags, globals: flagsOf(root.opts()) })
  })
  return own
}

/** The program as commander sees it; `write` receives help, `found` the command that was typed. */
export function buildProgram(write: (text: string) => void, found: (parsed: Parsed) => void): Commander {
  const program = new Commander('verascope')
  program.description(TOP_INTRO).usage('[-C CASE] COMMAND').addHelpText('after', TOP_OUTRO)
  // Everything below inherits these settings, so they come before the first command.
  program
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => {} })
    .showSuggestionAfterError(true)
  program.configureHelp({ showGlobalOptions: true, sortSubcommands: false })
  for (const { spec, help } of GLOBAL_FLAGS) program.option(spec, help)
  const nouns = new Map<string, Commander>()
  for (const command of COMMANDS) {
    const [first = '', second] = command.name.split(' ')
    if (second === undefined) {
      // A command may be a noun of others as well: `scope`, and `scope diff`.
      nouns.set(first, addCommand(program, first, command, found))
      continue
    }
    const noun =
      nouns.get(first) ??
      program
        .command(first)
        .summary(command.noun ?? first)
        .description(command.noun ?? first)
    nouns.set(first, noun)
    addCommand(noun, second, command, found)
  }
  return program
}
