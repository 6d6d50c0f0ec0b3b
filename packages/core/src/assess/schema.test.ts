import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Assessment, StoreResult } from './assessment.ts'
import type { OwnerResult } from './owner-assessment.ts'
import { ASSESSMENT_SCHEMA } from './schema.ts'

const RANGE = { lower: 5, upper: null }

const STORE: StoreResult = {
  id: 'arn:aws:s3:::b',
  kind: 's3-bucket',
  account: '111122223333',
  region: '',
  name: 'b',
  owners: [],
  verdict: 'accessed',
  effects: ['read'],
  possibleEffects: [],
  by: [],
  firstAccess: '2026-03-24T02:11:00Z',
  lastAccess: '2026-03-24T02:11:00.250Z',
  because: 'read',
  intervals: [{ from: null, to: null, verdict: 'accessed', because: 'read', kind: 'window' }],
  destinations: [
    {
      effect: 'shared',
      to: '*',
      from: '2026-03-24T02:11:00Z',
      until: null,
      state: 'standing',
      event: 'e',
      endedBy: null,
    },
  ],
  bytes: { sent: { lower: '9007199254740993', upper: null }, distinct: RANGE, size: null, listings: RANGE },
  objects: RANGE,
  parts: [],
  bounds: [{ of: 'sent.lower', by: 'calls', how: 'added up', unless: null }],
  gaps: [],
  assumptions: [],
  proof: 'P-0123456789ab',
}

const SAID = {
  store: 'arn:aws:s3:::b',
  prefix: null,
  verdict: 'accessed',
  effects: ['read'],
  possibleEffects: [],
  bytes: { sent: RANGE, distinct: RANGE },
  objects: RANGE,
  gaps: [],
  assumptions: [],
  because: '',
  proof: 'P-0123456789ab',
} as const

const OWNER: OwnerResult = {
  id: 'o',
  name: 'an owner',
  controller: null,
  processor: 'a processor',
  categories: ['patients'],
  confidence: 'likely',
  verdict: 'accessed',
  effects: ['read'],
  possibleEffects: [],
  bytes: { sent: RANGE, distinct: RANGE },
  objects: RANGE,
  assumptions: ['A-0123456789ab'],
  because: '',
  parts: [
    {
      ...SAID,
      prefix: 'a/',
      kind: 'prefix',
      mappedBy: 'prefix',
      confidence: 'likely',
      categories: ['patients'],
      joint: true,
    },
  ],
  datasets: [
    {
      store: 'arn:aws:s3:::b',
      prefix: 'a/',
      copies: [{ store: 'c', verdict: 'untouched', proof: 'P-0123456789ab' }],
      elsewhere: [],
      verdict: 'accessed',
      gaps: [],
      assumptions: ['A-0123456789ab'],
      because: '',
    },
  ],
}

const SAMPLE: Assessment = {
  schemaVersion: '1.0',
  scopeVersion: 1,
  window: { from: null, to: null },
  evidenceCutoff: null,
  accounting: { read: 2, kept: 1, duplicate: 1, rejected: 0, files: 1, rejectedFiles: 0 },
  indicators: [
    { id: 'I-1', kind: 'access-key', value: 'AKIA', ours: false, from: null, to: null, by: null, events: 1 },
  ],
  accounts: [
    {
      id: '111122223333',
      name: '',
      entered: 'yes',
      by: [],
      first: null,
      last: null,
      regions: [],
      because: '',
      gaps: ['G-0123456789ab'],
      proof: 'P-0123456789ab',
    },
  ],
  identities: [
    {
      id: 'AKIA',
      kind: 'access-key',
      account: '',
      principal: '',
      link: 'seed',
      strict: true,
      derivedFrom: [{ id: 'x', event: 'e' }],
      because: '',
      firstUse: null,
      lastUse: null,
      events: 0,
      validity: { state: 'unknown', because: '' },
      proof: 'P-0123456789ab',
    },
  ],
  related: [{ id: 'r', relation: 'same-address', events: 1, note: '' }],
  changes: [
    {
      id: 'C-0123456789ab',
      kind: 'logging',
      what: '',
      event: 'e',
      at: '2026-03-24T02:11:00Z',
      by: '',
      account: '',
      region: '',
      strict: true,
      state: 'standing',
      revertedBy: null,
      ownWork: false,
      undo: '',
    },
  ],
  stores: [STORE],
  ownersMap: 'a'.repeat(64),
  owners: [OWNER],
  unmapped: [{ ...SAID, kind: 'unnamed' }],
  calls: [
    {
      account: '',
      region: '',
      source: '',
      name: '',
      by: '',
      strict: true,
      events: 1,
      failed: 0,
      first: '2026-03-24T02:11:00Z',
      last: '2026-03-24T02:11:00Z',
    },
  ],
  gaps: {
    'G-0123456789ab': { kind: 'no-record', source: '', from: null, to: null, because: 'no record', settledBy: '' },
  },
  assumptions: [
    {
      id: 'A-0123456789ab',
      kind: 'delivery',
      scope: 'eu-west-1/main',
      from: null,
      to: '2026-03-24T02:11:00Z',
      because: 'the bucket is under object lock',
      by: 'A. Responder',
      at: '2026-03-25T09:00:00Z',
      broken: null,
    },
  ],
  requests: [
    { id: 'R-0123456789ab', source: '', command: '', expires: null, because: '', settles: ['P-0123456789ab'] },
  ],
  volume: { sent: RANGE, distinct: RANGE, method: '' },
  contradictions: [],
  calibration: { agree: 0, observed: 0 },
  ledger: [],
  duties: [],
  inputs: [{ path: 'a.json', sha256: 'a'.repeat(64) }],
}

const validate = new Ajv2020({ strict: true, allErrors: true, strictRequired: false, strictTypes: false }).compile(
  ASSESSMENT_SCHEMA,
)

function withStore(change: object): object {
  return { ...SAMPLE, stores: [{ ...STORE, ...change }] }
}

describe('the schema of the assessment', () => {
  it('takes a whole assessment, also with fields that it does not know', () => {
    expect(validate(SAMPLE), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...SAMPLE, added: 1, stores: [{ ...STORE, added: 1 }] })).toBe(true)
  })

  it('requires every field of the contract', () => {
    expect(ASSESSMENT_SCHEMA['required']).toEqual(Object.keys(SAMPLE))
    for (const key of Object.keys(SAMPLE)) expect(validate({ ...SAMPLE, [key]: undefined }), key).toBe(false)
    for (const key of Object.keys(OWNER))
      expect(validate({ ...SAMPLE, owners: [{ ...OWNER, [key]: undefined }] }), key).toBe(false)
    for (const key of Object.keys(STORE)) expect(validate(withStore({ [key]: undefined })), key).toBe(false)
  })

  const broken: Readonly<Record<string, object>> = {
    'a fifth verdict': withStore({ verdict: 'safe' }),
    'an effect that is none': withStore({ effects: ['stolen'] }),
    'an access without an effect': withStore({ effects: [] }),
    'an access without a first record': withStore({ firstAccess: null }),
    'a doubt without a gap': withStore({ verdict: 'undetermined', firstAccess: null, lastAccess: null, gaps: [] }),
    'a time that is not UTC': withStore({ firstAccess: '2026-03-24T02:11:00+01:00' }),
    'a negative bound': withStore({ objects: { lower: -1, upper: null } }),
    'a bound that is no longer exact': withStore({ objects: { lower: 2 ** 60, upper: null } }),
    'a proof id of another kind': withStore({ proof: 'G-0123456789ab' }),
    'a gap under an id that is none': { ...SAMPLE, gaps: { first: SAMPLE.gaps['G-0123456789ab'] } },
    'an assumption that nobody signed': {
      ...SAMPLE,
      assumptions: SAMPLE.assumptions.map((one) => ({ ...one, by: '' })),
    },
    'an assumption of a seventh kind': {
      ...SAMPLE,
      assumptions: SAMPLE.assumptions.map((one) => ({ ...one, kind: 'hope' })),
    },
    'an owner who is sure in a fourth way': { ...SAMPLE, owners: [{ ...OWNER, confidence: 'certain' }] },
    'another schema version': { ...SAMPLE, schemaVersion: '2.0' },
    'a scope version below one': { ...SAMPLE, scopeVersion: 0 },
    'an input without its hash': { ...SAMPLE, inputs: [{ path: 'a.json', sha256: '' }] },
  }
  for (const [name, assessment] of Object.entries(broken)) {
    it(`refuses ${name}`, () => expect(validate(assessment)).toBe(false))
  }
})
