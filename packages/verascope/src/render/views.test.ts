import type { Assessment, ChangeResult, IdentityResult, StoreResult } from '@verascope/core/assess/assessment'
import type { VerdictWord } from '@verascope/core/assess/said'
import { describe, expect, it } from 'vitest'
import { changeView } from './change-view.ts'
import { branchOf, lineage } from './lineage.ts'
import { type Page, painter, VERDICTS } from './page.ts'
import { changeRows, plainText, scopeRows, traceRows } from './plain.ts'
import { scopeView } from './scope-view.ts'
import { visibleWidth } from './text.ts'
import { traceView } from './trace-view.ts'

const UNBOUNDED = { lower: 0, upper: null }
const HOSTILE = 'curl\u001b[2J\u001b]0;owned\u0007 \u202etxt.exe\u202c\nnext'

function store(at: number, verdict: VerdictWord, more: Partial<StoreResult> = {}): StoreResult {
  const name = `store-${at}-${'long-name-'.repeat(at % 7)}end`
  return {
    id: `arn:aws:s3:::${name}`,
    kind: 's3-bucket',
    account: '111122223333',
    region: 'eu-west-1',
    name,
    owners: [],
    verdict,
    effects: verdict === 'accessed' ? ['read'] : [],
    possibleEffects: [],
    by: ['AKIAEXAMPLE000000000'],
    firstAccess: '2026-03-24T02:11:00Z',
    lastAccess: '2026-03-25T01:46:00Z',
    because: 'read: 12 successful calls of the actor, first at 2026-03-24T02:11:00Z',
    intervals: [],
    destinations: [],
    bytes: { sent: { lower: 1234567, upper: null }, distinct: UNBOUNDED, size: null, listings: UNBOUNDED },
    objects: UNBOUNDED,
    parts: [],
    bounds: [],
    gaps: [],
    assumptions: [],
    proof: `P-${String(at).padStart(12, '0')}`,
    ...more,
  }
}

function identity(id: string, parents: readonly string[], more: Partial<IdentityResult> = {}): IdentityResult {
  return {
    id,
    kind: 'access-key',
    account: '111122223333',
    principal: `arn:aws:iam::111122223333:user/${id}`,
    link: parents.length === 0 ? 'seed' : 'minted',
    strict: true,
    derivedFrom: parents.map((parent) => ({ id: parent, event: `event-of-${id}` })),
    because: 'the response of CreateAccessKey holds its id',
    firstUse: null,
    lastUse: null,
    events: 0,
    validity: { state: 'unknown', because: 'no event ended it' },
    proof: 'P-aaaaaaaaaaaa',
    ...more,
  }
}

function change(at: number, state: ChangeResult['state']): ChangeResult {
  return {
    id: `C-${String(at).padStart(12, '0')}`,
    kind: 'persistence',
    what: `created user number ${at}`,
    event: `event-${at}`,
    at: `2026-03-24T02:1${at}:00Z`,
    by: 'AKIAEXAMPLE000000000',
    account: '111122223333',
    region: 'us-east-1',
    strict: true,
    state,
    revertedBy: state === 'reverted' ? 'event-99' : null,
    ownWork: false,
    undo: `aws iam delete-user --user-name ${'x'.repeat(150)}`,
  }
}

const STORES = [
  ...Array.from({ length: 44 }, (_, at) => store(at, 'accessed')),
  store(50, 'undetermined', { name: HOSTILE, because: HOSTILE, possibleEffects: ['copied-out'] }),
  store(51, 'accessed', {
    effects: ['shared'],
    destinations: [
      {
        effect: 'shared',
        to: '999988887777',
        from: '2026-03-24T02:11:00Z',
        until: '2026-03-24T03:00:00Z',
        state: 'reverted',
        event: 'e1',
        endedBy: 'e9',
      },
      {
        effect: 'shared',
        to: '*',
        from: '2026-03-24T02:30:00Z',
        until: null,
        state: 'standing',
        event: 'e2',
        endedBy: null,
      },
    ],
  }),
]

const SAMPLE: Assessment = {
  schemaVersion: '1.0',
  scopeVersion: 3,
  window: { from: '2026-03-24T00:00:00Z', to: '2026-03-26T00:00:00Z' },
  evidenceCutoff: '2026-03-26T00:00:00Z',
  accounting: { read: 2900, kept: 2890, duplicate: 7, rejected: 3, files: 60, rejectedFiles: 1 },
  indicators: [
    {
      id: 'I-1',
      kind: 'access-key',
      value: 'AKIANOBODY0000000000',
      ours: false,
      from: null,
      to: null,
      by: null,
      events: 0,
    },
  ],
  accounts: [
    {
      id: '111122223333',
      name: '',
      entered: 'yes',
      by: ['a'],
      first: null,
      last: null,
      regions: ['us-east-1'],
      because: 'calls of the actor',
      gaps: [],
      proof: 'P-bbbbbbbbbbbb',
    },
  ],
  identities: [
    identity('SEED', []),
    identity('KEY1', ['SEED'], { validity: { state: 'active', because: 'nothing ended it' } }),
    identity('KEY2', ['KEY1', 'SEED']),
    identity('LOOP1', ['LOOP2']),
    identity('LOOP2', ['LOOP1']),
  ],
  related: [{ id: 'role/x', relation: 'same-address', events: 4, note: HOSTILE }],
  changes: [change(1, 'reverted'), change(2, 'standing'), change(3, 'unknown')],
  stores: STORES,
  ownersMap: null,
  owners: [],
  unmapped: [],
  calls: [],
  gaps: {},
  assumptions: [],
  requests: [
    {
      id: 'R-000000000001',
      source: 'late',
      command: `aws late ${'y'.repeat(200)}`,
      expires: null,
      because: 'b',
      settles: [],
    },
    {
      id: 'R-000000000002',
      source: 'soon',
      command: 'aws soon',
      expires: '2026-06-22T00:00:00Z',
      because: 'b',
      settles: ['P-000000000050'],
    },
  ],
  volume: { sent: { lower: 54321, upper: null }, distinct: UNBOUNDED, method: '' },
  contradictions: [],
  calibration: { agree: 0, observed: 0 },
  ledger: [],
  duties: [],
  inputs: [],
}

function page(width: number, more: Partial<Page> = {}): Page {
  return { width, paint: painter(false), all: false, program: 'verascope -C CASE', ...more }
}

const COMMAND = /^ +(?:undo: )?aws /

describe('every view', () => {
  const views: readonly (readonly [string, (on: Page) => string])[] = [
    ['scope', (on) => scopeView(SAMPLE, SAMPLE, on)],
    ['trace', (on) => traceView(SAMPLE, lineage(SAMPLE.identities), on)],
    ['change', (on) => changeView(SAMPLE, on)],
  ]
  for (const [name, view] of views) {
    for (const width of [80, 109, 110, 124, 140]) {
      it(`${name}: no line but a command to copy is wider than ${width}`, () => {
        const wide = view(page(width))
          .split('\n')
          .filter((line) => visibleWidth(line) > width && !COMMAND.test(line))
        expect(wide).toEqual([])
      })
    }
    it(`${name}: nothing from the evidence acts on the terminal, and colour adds nothing but colour`, () => {
      const plain = view(page(100, { all: true }))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      const painted = view(page(100, { all: true, paint: painter(true) }))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the painter's own sequences
      expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain)
    })
  }
})

describe('the scope table', () => {
  it('counts every store, once, beside its word', () => {
    const text = scopeView(SAMPLE, SAMPLE, page(140))
    const counts = VERDICTS.map((word) => Number(new RegExp(`^  . ${word} +(\\d+)`, 'm').exec(text)?.[1]))
    expect(counts).toEqual([45, 1, 0, 0])
    expect(text).not.toMatch(/\bsafe\b/i)
  })

  it('says how many alike rows it does not show, and shows them with --all', () => {
    const shown = (text: string): number => STORES.filter((one) => text.includes(one.proof)).length
    const short = scopeView(SAMPLE, SAMPLE, page(140))
    const hidden = Number(/… (\d+) more s3-bucket accessed/.exec(short)?.[1])
    expect(shown(short) + hidden).toBe(STORES.length)
    expect(shown(scopeView(SAMPLE, SAMPLE, page(140, { all: true })))).toBe(STORES.length)
  })

  it('names standing grants before ended ones, and evidence that expires before evidence that does not', () => {
    const text = scopeView(SAMPLE, SAMPLE, page(140))
    expect(text.indexOf('STANDING')).toBeLessThan(text.indexOf('reverted'))
    expect(text.indexOf('R-000000000002')).toBeLessThan(text.indexOf('R-000000000001'))
  })

  it('warns of an indicator that matches nothing and of evidence that was not read', () => {
    const text = scopeView(SAMPLE, SAMPLE, page(140))
    expect(text).toContain('matches no call')
    expect(text).toContain('evidence/rejected.ndjson')
  })

  it('keeps counting the whole when rows were chosen, and says that some are not shown', () => {
    const text = scopeView(SAMPLE, { ...SAMPLE, stores: STORES.slice(0, 5) }, page(140))
    expect(text).toMatch(/accessed +45/)
    expect(text).toContain(`${STORES.length - 5} data stores not shown`)
  })

  it('calls every number that is a lower bound at least', () => {
    expect(scopeView(SAMPLE, SAMPLE, page(140))).toContain('at least 54.3 kB')
  })
})

describe('--plain', () => {
  it('has one line for each row, with the whole id', () => {
    const lines = plainText(scopeRows(SAMPLE)).split('\n')
    const rows = lines.filter((line) => line.startsWith('store\t'))
    expect(rows.map((row) => row.split('\t')[5]).sort()).toEqual(STORES.map((one) => one.id).sort())
    expect(new Set(lines.filter((line) => /^#?store\t/.test(line)).map((line) => line.split('\t').length)).size).toBe(1)
  })

  it('has every identity, related identity and change', () => {
    const text = plainText([...traceRows(SAMPLE, SAMPLE.identities), ...changeRows(SAMPLE)])
    for (const { id } of [...SAMPLE.identities, ...SAMPLE.related, ...SAMPLE.changes])
      expect(text).toContain(`\t${id}\t`)
  })
})

describe('the tree of identities', () => {
  it('shows each identity exactly once, also where parents form a circle', () => {
    const text = traceView(SAMPLE, lineage(SAMPLE.identities), page(100))
    for (const { id } of SAMPLE.identities) expect(text.split(`${id} [`)).toHaveLength(2)
  })

  it('cut to one identity, keeps what led to it and leaves siblings out', () => {
    const shown = branchOf(lineage(SAMPLE.identities), 'KEY2').map((twig) => twig.identity.id)
    expect(shown).toEqual(['SEED', 'KEY1', 'KEY2'])
    expect(branchOf(lineage(SAMPLE.identities), 'NOBODY')).toEqual([])
  })

  it('of a chain of thousands stays as wide as the page, and never cuts its bars', () => {
    const chain = Array.from({ length: 5000 }, (_, at) => identity(`K${at}`, at === 0 ? [] : [`K${at - 1}`]))
    for (const width of [80, 140]) {
      const lines = traceView({ ...SAMPLE, identities: chain, related: [] }, lineage(chain), page(width)).split('\n')
      expect(lines.filter((line) => [...line].length > width)).toEqual([])
      expect(lines.filter((line) => /K\d+ \[/.test(line))).toHaveLength(chain.length)
      expect(lines.length).toBeLessThan(chain.length * 14)
      const facts = lines.filter((line) => line.startsWith('│') && !/[├└]/.test(line))
      expect(facts.every((line) => /^(│ {2}| {3})+ *\S/.test(line))).toBe(true)
    }
  })
})

describe('the list of changes', () => {
  it('has what stands first, and no undo for what is reverted', () => {
    const text = changeView(SAMPLE, { ...page(100), all: true })
    expect(text.indexOf('number 2')).toBeLessThan(text.indexOf('number 3'))
    expect(text.indexOf('number 3')).toBeLessThan(text.indexOf('number 1'))
    expect(text.split('undo:')).toHaveLength(3)
  })

  it('counts what needs no undoing, and lists it when all is asked for', () => {
    const cleaned = { ...SAMPLE, changes: [...SAMPLE.changes, { ...change(4, 'standing'), ownWork: true }] }
    const [short, long] = [changeView(cleaned, page(100)), changeView(cleaned, { ...page(100), all: true })]
    for (const hidden of ['number 1', 'number 4']) {
      expect(short).not.toContain(hidden)
      expect(long).toContain(hidden)
    }
    expect(short).toMatch(/CLEANED UP.*\(1\)/)
    expect(short).toMatch(/REVERTED.*\(1\)/)
  })
})
