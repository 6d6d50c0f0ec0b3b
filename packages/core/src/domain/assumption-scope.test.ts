import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSUMPTION_KINDS, type AssumptionKind } from './assumption.ts'
import { parseAssumption, SCOPE_FORMS, scopeText, windowRefusal } from './assumption-scope.ts'
import { parseInstant } from './instant.ts'

const LOG = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main'
const ROLE = 'arn:aws:iam::111122223333:role/backup'
const SHA = 'ab'.repeat(32)

const at = (text: string) => parseInstant(text) ?? expect.unreachable(text)
const scopeOf = (kind: AssumptionKind, text: string): unknown => {
  const parsed = parseAssumption(kind, text)
  return 'scope' in parsed ? parsed.scope : parsed.because
}

/** Texts of which each kind takes some: pieces that scopes are made of, in any order. */
const PIECES = [
  ...[LOG, ROLE, SHA, 'eu-west-1/main', 'case', 'anonymous', 'a/b.json', 'Boto3/1.9 (x; y)', ''],
  ...['account=111122223333', 'region=eu-west-1', 'address=192.0.2.1', 'address=10.0.0.1', 'endpoint=vpce-1'],
  ...['agent=aws-cli/2 x', 'by=log-in', 'by=SQL over the network', 'at=2026-03-10', 'at=soon', '=', '\t', '\n'],
]
const texts = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }),
  {
    maxLength: 5,
  },
)

/** One scope that each kind takes, so that no kind is left to luck. */
const TAKEN: readonly [AssumptionKind, string[]][] = [
  ['accessor', [ROLE, 'address=192.0.2.1']],
  ['channel', [SHA, 'by=log-in']],
  ['config-constant', [LOG]],
  ['delivery', [LOG, 'region=eu-west-1']],
  ['entry', ['case']],
  ['snapshot-time', [SHA, 'at=2026-03-10']],
]

describe('the scope of an assumption', () => {
  it('is read as it is written, and what is read is written so that it reads the same; nothing throws', () => {
    const taken = new Set<string>()
    fc.assert(
      fc.property(fc.constantFrom(...ASSUMPTION_KINDS), texts, (kind, pieces) => {
        const parsed = parseAssumption(kind, pieces.join(' '))
        if (parsed.kind === 'refused') {
          expect(parsed.because).toMatch(/\S/)
          return
        }
        taken.add(kind)
        expect(parseAssumption(kind, scopeText(parsed))).toEqual(parsed)
      }),
      { numRuns: 3000, examples: TAKEN.map(([kind, pieces]) => [kind, pieces]) },
    )
    expect([...taken].sort()).toEqual([...ASSUMPTION_KINDS].sort())
    expect(Object.keys(SCOPE_FORMS).sort()).toEqual([...ASSUMPTION_KINDS].sort())
  })

  it('of a delivery is a log, and the places whose files it is about', () => {
    const log = { arn: LOG, home: 'eu-west-1', name: 'main' }
    expect(scopeOf('delivery', LOG)).toEqual({ log, account: null, region: null })
    expect(scopeOf('delivery', ' eu-west-1/main  region=us-east-1 account=999900001111 ')).toEqual({
      log: { ...log, arn: null },
      account: '999900001111',
      region: 'us-east-1',
    })
    expect(scopeOf('config-constant', LOG)).toEqual({ log })
  })

  it('of an accessor is a principal and where its uses come from', () => {
    expect(scopeOf('accessor', `${ROLE} agent=aws-cli/2.0 Python/3.8 address=192.0.2.1 address=2001:db8::1`)).toEqual({
      principal: ROLE,
      addresses: ['192.0.2.1', '2001:db8::1'],
      endpoints: [],
      agents: ['aws-cli/2.0 Python/3.8'],
    })
    expect(scopeOf('accessor', `${ROLE} address=10.0.0.1 endpoint=vpce-1`)).toMatchObject({ endpoints: ['vpce-1'] })
  })

  it('of a channel and of the time of an answer keep blanks in names', () => {
    expect(scopeOf('channel', 'arn:x:db by=SQL over the network')).toEqual({
      store: 'arn:x:db',
      by: 'SQL over the network',
    })
    expect(scopeOf('snapshot-time', 'my answers/a.json at=2026-03-10 12:02')).toEqual({
      answer: { kind: 'path', path: 'my answers/a.json' },
      at: at('2026-03-10T12:02:00Z'),
    })
    expect(scopeOf('snapshot-time', `${SHA.toUpperCase()} at=2026-03-10`)).toMatchObject({
      answer: { kind: 'sha256', sha256: SHA },
    })
  })

  const refusals: readonly (readonly [AssumptionKind, string, RegExp])[] = [
    ['delivery', '', /names no log/],
    ['delivery', 'main', /neither/],
    ['delivery', 'eu-west-1/main/x', /neither/],
    ['delivery', 'arn:aws:cloudtrail:eu-west-1::trail/main', /whole ARN/],
    ['delivery', `${LOG} acount=111122223333`, /whole ARN/],
    ['delivery', `${LOG} account=1111`, /twelve digits/],
    ['delivery', `${LOG} account=111122223333 account=999900001111`, /twice/],
    ['entry', 'eu-west-1/main', /whole case/],
    ['accessor', 'backup address=192.0.2.1', /ARN of one principal/],
    ['accessor', 'arn:aws:iam::111122223333:role/* address=192.0.2.1', /ARN of one principal/],
    ['accessor', ROLE, /no address=/],
    ['accessor', `${ROLE} agent=aws-cli/2`, /no address=/],
    ['accessor', `${ROLE} address=192.0.2.0/24`, /ranges/],
    ['accessor', `${ROLE} address=10.0.0.1`, /private/],
    ['accessor', `${ROLE} address=192.0.2.1 address=172.16.0.1`, /private/],
    ['accessor', `${ROLE} address=192.0.2.1 agent=`, /no value/],
    ['channel', 'arn:x:db', /which way in/],
    ['channel', 'by=log-in', /no store/],
    ['channel', 'arn:x:db by=data-call', /record of calls/],
    ['snapshot-time', 'a.json', /at=TIME/],
    ['snapshot-time', 'a.json at=yesterday', /at=TIME/],
    ['snapshot-time', 'at=2026-03-10', /no answer/],
    ['config-constant', 'main', /neither/],
  ]
  it.each(refusals)('of %s is refused as `%s`, with the reason', (kind, text, because) => {
    expect(scopeOf(kind, text)).toMatch(because)
  })
})

describe('the window of an assumption', () => {
  const [early, late] = [at('2026-03-01'), at('2026-03-02')]

  it('does not end before it begins', () => {
    expect(windowRefusal('delivery', { from: late, to: early })).toContain('before it begins')
    expect(windowRefusal('delivery', { from: early, to: early })).toBeNull()
    expect(windowRefusal('channel', { from: null, to: null })).toBeNull()
  })

  it('of an entry is the time before which nobody was in, and of an answer there is none', () => {
    expect(windowRefusal('entry', { from: null, to: late })).toBeNull()
    expect(windowRefusal('entry', { from: null, to: null })).toContain('--to')
    expect(windowRefusal('entry', { from: early, to: late })).toContain('no --from')
    expect(windowRefusal('snapshot-time', { from: null, to: late })).toContain('at=TIME')
  })
})
