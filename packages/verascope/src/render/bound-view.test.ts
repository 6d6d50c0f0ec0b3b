import { SETTLED_BY, type StoreBounds } from '@verascope/core/assess/volume-bounds'
import { describe, expect, it } from 'vitest'
import { type BoundPage, boundRows, boundView } from './bound-view.ts'
import { type Page, painter } from './page.ts'
import { plainText } from './plain.ts'
import { visibleWidth } from './text.ts'

const OPEN = { lower: 0, upper: null }
const HOSTILE = 'x\u001b[2J\u202e\nnext'

function store(at: number, more: Partial<StoreBounds> = {}): StoreBounds {
  return {
    id: `arn:of:${at}`,
    kind: 'secret',
    account: '1',
    region: '',
    name: `${HOSTILE}-${at}`,
    verdict: 'accessed',
    sent: OPEN,
    distinct: OPEN,
    size: null,
    objects: { lower: 1, upper: null },
    listings: OPEN,
    methods: [],
    waysNotCounted: [],
    records: [`P-${at}`],
    proof: `P-of-${at}`,
    ...more,
  }
}

const METHODS = [
  { of: 'sent.lower', by: 'calls', how: 'added up', unless: null },
  { of: 'sent.upper', by: 'meter', how: 'all bytes', unless: 'the meter missed some' },
] as const
const NOTHING = { lower: 0, upper: 0 }
const BYTES = { lower: 321_000_000_000, upper: 398_040_000_000 }

const PAGE: BoundPage = {
  scopeVersion: 7,
  window: { from: null, to: null },
  method: 'lower bounds',
  narrowed: false,
  stores: [
    store(0, {
      kind: 'bucket',
      sent: BYTES,
      distinct: { lower: 5, upper: 5 },
      waysNotCounted: ['shared'],
      methods: METHODS,
    }),
    ...Array.from({ length: 9 }, (_, at) => store(at + 1)),
    store(10, { verdict: 'undetermined', objects: OPEN, records: [] }),
    ...[11, 12].map((at) => store(at, { verdict: 'untouched', sent: NOTHING, distinct: NOTHING, records: [] })),
  ],
  sum: {
    sent: BYTES,
    distinct: OPEN,
    size: null,
    objects: { lower: '99999999999999999', upper: null },
    listings: OPEN,
  },
  settledBy: SETTLED_BY,
  claim: {
    text: `350GB${HOSTILE}`,
    least: 349_500_000_000,
    most: 376_346_509_312,
    form: 'raw',
    finding: 'not-testable',
    tests: [{ measure: 'sent', finding: 'not-testable', because: 'room', settledBy: 'metrics' }],
    understated: ['sent'],
    assumptions: ['it is raw'],
  },
}

function view(width: number, more: Partial<Page> = {}): string {
  return boundView(PAGE, { width, paint: painter(false), all: false, program: 'verascope', ...more })
}

describe('the view of bounds', () => {
  it('says of each amount which bound it has, and never turns a missing one into a number', () => {
    const text = view(140).replaceAll(/\s+/g, ' ')
    expect(text).toContain('bytes sent at least 321 GB, at most 398.1 GB')
    expect(text).toContain('distinct content nothing recorded, no upper bound')
    expect(text).toContain('objects at least 99,999,999,999,999,999, no upper bound')
    expect(text).toContain('size of stores unknown')
    expect(text).toContain(`distinct content: ${SETTLED_BY.distinct}`)
    expect(text).not.toContain(SETTLED_BY.sent)
    expect(text).not.toContain('null')
  })

  it('shows every store or counts it', () => {
    expect(view(140)).toContain('6 more secret accessed')
    expect(view(140)).toContain('1 more data store with no recorded amount. That is not zero')
    expect(view(140)).toContain('2 more data stores of which exactly nothing was taken')
    expect(view(140)).toContain('; at least by calls, at most by meter; not counted: what was shared;')
    const all = view(140, { all: true })
    for (const { proof } of PAGE.stores) expect(all).toContain(proof)
    expect(all).not.toContain('…')
  })

  it('fits its width, with nothing that acts on a terminal', () => {
    for (const width of [80, 100, 140]) {
      for (const all of [false, true]) {
        const text = view(width, { all })
        for (const line of text.split('\n')) expect(visibleWidth(line), line).toBeLessThanOrEqual(width)
        for (const acting of ['\u001b', '\u202e']) expect(text).not.toContain(acting)
      }
    }
  })

  it('says what came of the claim, on what it rests, and that it tells too little', () => {
    const text = view(80)
    expect(text).toMatch(/CLAIM of 350GB.*: NOT TESTABLE/)
    expect(text).toContain('settled by metrics')
    expect(text).toContain('assuming that it is raw')
    expect(text).toContain('records prove more than is claimed: bytes sent')
    expect(
      boundView({ ...PAGE, claim: null }, { width: 80, paint: painter(false), all: false, program: 'v' }),
    ).not.toContain('CLAIM')
  })

  it('has one line a row with --plain', () => {
    const text = plainText(boundRows(PAGE))
    expect(text.match(/^store\t/gm)).toHaveLength(PAGE.stores.length)
    expect(text).toContain(
      '321000000000..398040000000\t5..5\tunknown\t1..unbounded\t0..unbounded\tshared\tsent.lower=calls,sent.upper=meter\tP-0\tP-of-0',
    )
    expect(text).toMatch(/^claim\t350GB.*\tnot-testable\tsent$/m)
  })
})
