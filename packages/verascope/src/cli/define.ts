import type { Instant } from '@verascope/core/domain/instant'
import type { Page, PlainRow } from '../render/page.ts'
import type { Session } from './session.ts'

/** What a flag takes: nothing, a text, an instant, a whole number, or one of the listed words. */
export type FlagType = 'boolean' | 'text' | 'instant' | 'count' | readonly string[]

/** Names that only a case knows. */
export type CaseNames = 'provable' | 'store' | 'identity' | 'account' | 'indicator' | 'assumption' | 'assessment'

/** What a shell offers where a value is typed: paths, names of the case, or words. */
export type Names = 'file' | 'folder' | CaseNames | readonly string[]

/** A flag, named in camel case; typed in kebab case. */
export interface Flag {
  readonly type: FlagType
  readonly help: string
  /** What stands for the value in the help. */
  readonly value?: string
  /** What a shell offers for the value; listed words are offered anyway. */
  readonly names?: Names
}

/** How a flag is typed: `failOn` is `--fail-on`. */
export function flagName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** An argument; `many` takes all that are left. */
export interface Arg {
  readonly help: string
  readonly required: boolean
  readonly many?: boolean
  /** What a shell offers for it. */
  readonly names?: Names
}

/** A flag that every command has. */
export interface GlobalFlag {
  /** As the help shows it: `-C, --case <DIR>`. */
  readonly spec: string
  readonly help: string
  readonly names?: Names
}

/** The flags that every command has, in the order of the help. */
export const GLOBAL_FLAGS: readonly GlobalFlag[] = [
  { spec: '-C, --case <DIR>', help: 'case folder (default: the current folder)', names: 'folder' },
  { spec: '--json', help: 'print the data as JSON' },
  { spec: '--plain', help: 'print every row on one line, fields between tabs, nothing shortened' },
  { spec: '-o, --output <FILE>', help: 'write the data to a file instead of stdout', names: 'file' },
  { spec: '-q, --quiet', help: 'no talk on stderr but warnings and errors' },
  { spec: '-v, --verbose', help: 'say every step, and show stack traces' },
  { spec: '--no-input', help: 'never ask; take the default or fail' },
  { spec: '--no-color', help: 'no colour (NO_COLOR and TERM=dumb do the same)' },
  { spec: '-V, --version', help: 'print the version' },
]

type FlagValue<Type extends FlagType> = Type extends 'boolean'
  ? boolean
  : Type extends 'instant'
    ? Instant | undefined
    : Type extends 'count'
      ? number | undefined
      : Type extends readonly (infer Word)[]
        ? Word | undefined
        : string | undefined

/** The values of a command's flags. */
export type FlagValues<Flags extends Readonly<Record<string, Flag>>> = {
  readonly [Name in keyof Flags]: FlagValue<Flags[Name]['type']>
}

/** The values of a command's arguments. */
export type ArgValues<Args extends Readonly<Record<string, Arg>>> = { readonly [Name in keyof Args]: readonly string[] }

/** What a command is run with. */
export interface RunInput<Args extends Readonly<Record<string, Arg>>, Flags extends Readonly<Record<string, Flag>>> {
  readonly args: ArgValues<Args>
  readonly flags: FlagValues<Flags>
  readonly session: Session
}

/** What a command gives back; it never prints data itself. */
export interface Result {
  /** `--json` prints exactly this. */
  readonly data: unknown
  /** People get this. */
  readonly view: (page: Page) => string
  /** `--plain` prints this; without it, the view without colour. */
  readonly plain?: () => readonly PlainRow[]
  /** What the reader types before the next command, where this command made it another: `demo` makes a case. */
  readonly program?: string
  readonly exit: number
}

/** A command as a record: help, exit codes and examples derive from it. */
export interface Command<
  Args extends Readonly<Record<string, Arg>> = Readonly<Record<string, Arg>>,
  Flags extends Readonly<Record<string, Flag>> = Readonly<Record<string, Flag>>,
> {
  /** One word, or a noun and a verb: `indicator add`. */
  readonly name: string
  /** What the noun of a noun and a verb is for; the first command of the noun says it. */
  readonly noun?: string
  readonly summary: string
  readonly args: Args
  readonly flags: Flags
  readonly exits: Readonly<Record<number, string>>
  readonly examples: readonly { readonly does: string; readonly line: string }[]
  // A method, so that a command of known flags stands where one of any flags is expected.
  run(input: RunInput<Args, Flags>): Promise<Result>
}

/** Types a command; the record itself is data. */
export function defineCommand<
  const Args extends Readonly<Record<string, Arg>>,
  const Flags extends Readonly<Record<string, Flag>>,
>(command: Command<Args, Flags>): Command<Args, Flags> {
  return command
}

/** The exit codes, the same for every command. */
export const EXITS = {
  0: 'done',
  1: 'internal fault',
  2: 'wrong usage',
  3: 'input unreadable, or more rejected than --max-rejects allows',
  4: 'environment: no case, no engine, no space',
  5: 'remote service',
  6: '--fail-on met',
  7: 'verify mismatch',
  130: 'interrupted; run the same command again to go on',
} as const
