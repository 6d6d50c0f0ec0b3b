import { type Command, flagName, GLOBAL_FLAGS, type Names } from '../define.ts'
import type { TypedLine } from './typed-words.ts'

/** A word that fits, and what it is. */
export interface Offer {
  readonly value: string
  readonly about: string
}

/** What is wanted at the cursor: words that are known here, and names of files or of the case. */
export interface Wanted {
  readonly offers: readonly Offer[]
  readonly names: Exclude<Names, readonly string[]> | null
  /** What stands before the value in the same word: `--verdict=`. */
  readonly lead: string
  /** The case folder that was named so far. */
  readonly caseDir: string | null
}

/** A flag as a shell sees it. */
interface Option {
  readonly forms: readonly string[]
  readonly takesValue: boolean
  readonly names: Names | null
  readonly about: string
}

const GLOBALS: readonly Option[] = GLOBAL_FLAGS.map(({ spec, help, names }) => ({
  forms: spec.match(/--?[a-zA-Z-]+/g) ?? [],
  takesValue: spec.includes('<'),
  names: names ?? null,
  about: help,
}))

function optionsOf(command: Command | null): readonly Option[] {
  const own = Object.entries(command?.flags ?? {}).map(([name, flag]): Option => {
    const words = typeof flag.type === 'string' ? null : flag.type
    return {
      forms: [flagName(name)],
      takesValue: flag.type !== 'boolean',
      names: words ?? flag.names ?? null,
      about: flag.help,
    }
  })
  return [...own, ...GLOBALS]
}

/** What the words before the cursor say. */
interface Read {
  readonly command: Command | null
  readonly positionals: readonly string[]
  /** The flag whose value is typed at the cursor. */
  readonly pending: Option | null
  readonly onlyPositionals: boolean
}

function commandOf(positionals: readonly string[], commands: readonly Command[]): Command | null {
  const [first = '', second = ''] = positionals
  const byName = (name: string): Command | undefined => commands.find((one) => one.name === name)
  return byName(`${first} ${second}`) ?? byName(first) ?? null
}

function read(before: readonly string[], commands: readonly Command[]): Read {
  const positionals: string[] = []
  let pending: Option | null = null
  let onlyPositionals = false
  for (const word of before) {
    if (pending !== null) pending = null
    else if (onlyPositionals || !word.startsWith('-')) positionals.push(word)
    else if (word === '--') onlyPositionals = true
    else {
      const options = optionsOf(commandOf(positionals, commands))
      pending = options.find((one) => one.takesValue && one.forms.includes(word)) ?? null
    }
  }
  return { command: commandOf(positionals, commands), positionals, pending, onlyPositionals }
}

function caseDirOf(before: readonly string[]): string | null {
  const at = before.findLastIndex((word) => word === '-C' || word === '--case' || word.startsWith('--case='))
  const word = before[at] ?? ''
  if (at < 0) return null
  return word.startsWith('--case=') ? word.slice('--case='.length) : (before[at + 1] ?? null)
}

type Found = Pick<Wanted, 'offers' | 'names'>

function ofNames(names: Names | null): Found {
  if (names === null || typeof names === 'string') return { offers: [], names }
  return { offers: names.map((value) => ({ value, about: '' })), names: null }
}

/** The next words of commands; a word that begins several is offered once, with what its noun is for. */
function commandWords(typed: readonly string[], commands: readonly Command[]): readonly Offer[] {
  const offers = new Map<string, Offer>()
  for (const { name, noun, summary } of commands) {
    const words = name.split(' ')
    const value = words[typed.length]
    if (value === undefined || offers.has(value) || !typed.every((word, at) => word === words[at])) continue
    offers.set(value, { value, about: words.length > typed.length + 1 ? (noun ?? summary) : summary })
  }
  return [...offers.values()]
}

function ofPositional({ command, positionals }: Read, commands: readonly Command[], topics: readonly string[]): Found {
  if (positionals[0] === 'help') return ofNames([...commandWords([], commands).map((one) => one.value), ...topics])
  const help = { value: 'help', about: 'what a command, an error code or a topic is about' }
  if (positionals.length === 0) return { offers: [...commandWords([], commands), help], names: null }
  const verbs = positionals.length === 1 ? commandWords(positionals, commands) : []
  const args = Object.values(command?.args ?? {})
  const at = positionals.length - (command?.name.split(' ').length ?? 1)
  const last = args.at(-1)
  const arg = args[at] ?? (last?.many === true ? last : undefined)
  const own = ofNames(arg?.names ?? null)
  return { offers: [...verbs, ...own.offers], names: own.names }
}

function ofFlags(command: Command | null): readonly Offer[] {
  return optionsOf(command).flatMap(({ forms, about }) => forms.map((value) => ({ value, about })))
}

/** What a shell may offer at the cursor of a line; `topics` are what `help` knows beside commands. */
export function wantedAt(
  { before, current }: TypedLine,
  commands: readonly Command[],
  topics: readonly string[],
): Wanted {
  const seen = read(before, commands)
  const caseDir = caseDirOf(before)
  if (seen.pending !== null) return { ...ofNames(seen.pending.names), lead: '', caseDir }
  if (!seen.onlyPositionals && current.startsWith('-')) {
    const [, form = '', isValue = ''] = /^(--[^=]*)(=?)/.exec(current) ?? []
    if (isValue === '') return { offers: ofFlags(seen.command), names: null, lead: '', caseDir }
    const flag = optionsOf(seen.command).find((one) => one.takesValue && one.forms.includes(form))
    return { ...ofNames(flag?.names ?? null), lead: `${form}=`, caseDir }
  }
  return { ...ofPositional(seen, commands, topics), lead: '', caseDir }
}
