import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from './command-list.ts'
import { buildProgram, type Parsed } from './program.ts'

function parse(line: string): Parsed | null {
  const found: Parsed[] = []
  buildProgram(
    () => {},
    (one) => found.push(one),
  ).parse(['node', 'verascope', ...line.split(' ')])
  return found[0] ?? null
}

function fault(line: string): string {
  try {
    parse(line)
  } catch (error) {
    if (error instanceof CommanderError) return error.message
    throw error
  }
  return ''
}

function help(line: string): string {
  let text = ''
  try {
    buildProgram(
      (part) => {
        text += part
      },
      () => {},
    ).parse(['node', 'verascope', ...line.split(' ')])
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
  }
  return text
}

describe('a command line', () => {
  it('has the global flags before and behind the command', () => {
    for (const line of ['-C case --json scope --account 1', 'scope --account 1 --json -C case']) {
      const parsed = parse(line)
      expect(parsed?.command.name).toBe('scope')
      expect(parsed?.globals).toMatchObject({ case: 'case', json: true })
      expect(parsed?.flags).toMatchObject({ account: '1', summary: false, verdict: undefined })
    }
  })

  it('finds a noun and its verb, with camel-case flags and many arguments', () => {
    expect(parse('indicator add AKIA --ours --from 2023-07-10T11:00Z')?.flags).toMatchObject({
      ours: true,
      from: Date.UTC(2023, 6, 10, 11),
    })
    expect(parse('scope --fail-on undetermined')?.flags['failOn']).toBe('undetermined')
    expect(parse('ingest a b c --workers 2')).toMatchObject({ args: { paths: ['a', 'b', 'c'] }, flags: { workers: 2 } })
    expect(parse('trace')?.args).toEqual({ id: [] })
  })

  it('that is mistyped is answered with what was meant', () => {
    expect(fault('scpe')).toContain('scope')
    expect(fault('scope --verdcit x')).toContain('--verdict')
    expect(fault('scope --verdict safe')).toContain('undetermined')
    expect(fault('scope --from yesterday')).toContain('2023-07-10T11:54:47Z')
    expect(fault('ingest a --workers two')).toContain('whole number')
    expect(fault('proof')).toContain('id')
  })
})

describe('the help', () => {
  it('teaches the smallest real run, the verdicts and the exit codes', () => {
    const text = help('--help')
    for (const word of [
      'init CASE',
      'ingest LOGS',
      'indicator add',
      'accessed',
      'undetermined',
      'untouched',
      'unreachable',
      '130',
      'demo',
    ]) {
      expect(text).toContain(word)
    }
    for (const { name } of COMMANDS) expect(text).toMatch(new RegExp(`^  ${name.split(' ')[0]}\\b`, 'm'))
  })

  for (const command of COMMANDS) {
    it(`of ${command.name} has examples that parse, exit codes and a line for every flag`, () => {
      const text = help(`${command.name} --help`)
      expect(text.replaceAll(/\s+/g, ' ')).toContain(command.summary)
      expect(command.examples.length).toBeGreaterThan(0)
      expect(text).toContain('Exit codes:')
      for (const { line } of command.examples) {
        expect(text).toContain(line)
        const typed = line
          .replace(/^verascope /, '')
          .replace(/ [|>(].*$/, '')
          .replace(/"[^"]*"/g, 'X')
        expect(parse(typed)?.command.name).toBe(command.name)
      }
    })
  }
})
