import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../command-list.ts'
import { typedLine } from './typed-words.ts'
import { type Wanted, wantedAt } from './wanted.ts'

function wanted(line: string): Wanted {
  return wantedAt(typedLine(line), COMMANDS, ['verdicts'])
}

function values(line: string): readonly string[] {
  return wanted(line).offers.map((one) => one.value)
}

describe('a line up to the cursor', () => {
  it('is cut where a shell cuts it, without the program and what is set before it', () => {
    expect(typedLine('verascope -C "my case" proof a\\ b ')).toEqual({
      before: ['-C', 'my case', 'proof', 'a b'],
      current: '',
    })
    expect(typedLine("LANG=C verascope proof 'half open")).toEqual({ before: ['proof'], current: 'half open' })
    expect(typedLine('verascope proof arn:aws:s3:::x=y').current).toBe('arn:aws:s3:::x=y')
    expect(typedLine("verascope sql ''").current).toBe('')
    expect(typedLine('')).toEqual({ before: [], current: '' })
  })

  it('is never run: what a shell would run is text', () => {
    expect(typedLine('verascope proof $(touch x) > y ')).toEqual({
      before: ['proof', '$(touch', 'x)', '>', 'y'],
      current: '',
    })
  })
})

describe('what fits at the cursor', () => {
  it('is a command first, then the verb of a noun', () => {
    for (const { name } of COMMANDS) expect(values('verascope ')).toContain(name.split(' ')[0])
    expect(values('verascope -C x --json ')).toContain('scope')
    expect(values('verascope indicator ')).toEqual(['add', 'list', 'withdraw'])
    expect(values('verascope scope ')).toEqual(['diff'])
    expect(values('verascope nonsense ')).toEqual([])
  })

  it('is a flag of the command or of all commands', () => {
    expect(values('verascope scope --')).toEqual(expect.arrayContaining(['--verdict', '--fail-on', '--json', '-C']))
    expect(values('verascope trace --')).not.toContain('--verdict')
    expect(values('verascope ingest -- --')).toEqual([])
  })

  it('is a value of the flag before it, in either way of writing', () => {
    const verdicts = ['accessed', 'undetermined', 'untouched', 'unreachable']
    expect(values('verascope scope --verdict ')).toEqual(verdicts)
    expect(wanted('verascope scope --verdict=un')).toMatchObject({ lead: '--verdict=' })
    expect(values('verascope scope --verdict=un')).toEqual(verdicts)
    expect(values('verascope indicator add x --kind ')).toContain('access-key')
    expect(wanted('verascope -C ')).toMatchObject({ names: 'folder', offers: [] })
    expect(wanted('verascope scope --json -o ').names).toBe('file')
    expect(values('verascope scope --from ')).toEqual([])
  })

  it('is a name of the case that was named, also behind flags', () => {
    expect(wanted('verascope -C one --json proof --all ')).toMatchObject({ names: 'provable', caseDir: 'one' })
    expect(wanted('verascope --case=two scope --account ')).toMatchObject({ names: 'account', caseDir: 'two' })
    expect(wanted('verascope scope diff 1 ')).toMatchObject({ names: 'assessment', caseDir: null })
    expect(wanted('verascope ingest a b ').names).toBe('file')
    expect(wanted('verascope proof a ').names).toBeNull()
  })

  it('is a command or a topic behind help', () => {
    expect(values('verascope help ')).toEqual(expect.arrayContaining(['scope', 'verdicts']))
  })
})
