import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assessment } from '@verascope/core/assess/assessment'
import { ASSESSMENT_SCHEMA } from '@verascope/core/assess/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, runBuilt } from './built-program.ts'

// Logs that others published, in whatever shape: the program must read or reject each file with a reason, and must not invent.

const DATA = process.env['VERASCOPE_SHARED_DATA'] ?? ''
const validate = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(ASSESSMENT_SCHEMA)

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-public-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, words)
}

/** A case of its own for some evidence, assessed for one indicator. */
function assessed(name: string, path: string, indicator: string): Assessment {
  expect(verascope('init', name, '--no-input').exit).toBe(0)
  const read = verascope('-C', name, 'ingest', path)
  expect([0, 3], read.err).toContain(read.exit)
  expect(verascope('-C', name, 'indicator', 'add', indicator).exit).toBe(0)
  const scope = verascope('-C', name, 'scope', '--json')
  expect(scope.exit, scope.err).toBe(0)
  return JSON.parse(scope.out)
}

function checkHonest(a: Assessment): void {
  expect(validate(a), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
  const { read, kept, duplicate, rejected } = a.accounting
  expect(read).toBe(kept + duplicate + rejected)
  expect(a.stores.filter((one) => one.verdict === 'untouched' || one.verdict === 'unreachable')).toEqual([])
}

describe('opensearch-catalog, for a key that nobody there has', () => {
  let a: Assessment
  beforeAll(() => {
    a = assessed('benign', join(DATA, 'opensearch-catalog'), 'AKIAZZZZZZZZZZZZZZZZ')
  })

  it('finds no access, no change and no identity but the one that was named', () => {
    checkHonest(a)
    expect(a.accounting.kept).toBeGreaterThan(800)
    expect(a.stores.length).toBeGreaterThan(10)
    expect(
      a.stores.filter((one) => one.verdict === 'accessed' || one.effects.length > 0 || one.possibleEffects.length > 0),
    ).toEqual([])
    expect(a.identities.map((one) => [one.id, one.events])).toEqual([['AKIAZZZZZZZZZZZZZZZZ', 0]])
    expect([a.changes, a.related, a.calls]).toEqual([[], [], []])
  })

  it('calls no account free of the actor, because nothing proves it', () => {
    expect(a.accounts.length).toBeGreaterThan(0)
    for (const one of a.accounts) expect(one.entered).toBe('undetermined')
  })
})

describe('every published set', () => {
  it.each(
    DATA === ''
      ? []
      : readdirSync(DATA, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => entry.name),
  )('%s is read or rejected with reasons, and nothing about it is called untouched', (name) => {
    checkHonest(assessed(`set-${name}`, join(DATA, name), '192.0.2.255'))
  })
})

describe('stratus-detonation-logs, from the address of each', () => {
  const folder = join(DATA, 'stratus-detonation-logs')
  const found = (file: string, address: string): Assessment =>
    assessed(`stratus-${file}`, join(folder, `${file}.json`), address)

  it.each([
    ['aws.exfiltration.ec2-share-ebs-snapshot', 'ebs-snapshot'],
    ['aws.exfiltration.rds-share-snapshot', 'rds-snapshot'],
    ['aws.exfiltration.ec2-share-ami', 'ami'],
  ])('%s shares a store', (file, kind) => {
    const records: readonly { readonly sourceIPAddress: string; readonly userIdentity: { readonly arn?: string } }[] =
      JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'))
    const principal = records.find((one) => one.userIdentity.arn !== undefined)?.userIdentity.arn ?? ''
    const shared = found(file, principal).stores.filter((one) => one.effects.includes('shared'))
    expect(shared.map((one) => one.kind)).toContain(kind)
    expect(shared.flatMap((one) => one.destinations).length).toBeGreaterThan(0)
  })
})

describe('otrf-goldensaml-mail, for the user whose token was forged', () => {
  let a: Assessment
  beforeAll(() => {
    a = assessed('golden-saml', join(DATA, 'otrf-goldensaml-mail'), 'PGustavo@simulandlabs.com')
  }, 120_000)

  it('reads the mailbox, and the right of an application to read every mailbox that came before it', () => {
    checkHonest(a)
    const accessed = a.stores
      .filter((one) => one.verdict === 'accessed')
      .map(({ kind, effects, objects }) => [kind, effects, objects.lower])
    expect(accessed).toEqual([
      ['mailbox', ['read'], 6],
      ['mailbox-set', ['shared'], 0],
    ])
    const [set] = a.stores.filter((one) => one.kind === 'mailbox-set')
    expect(set?.destinations).toMatchObject([
      { to: 'application 0d2f5969-011b-460d-ac74-3291d227d49f', state: 'standing' },
    ])
  })

  it('counts a record once that a query of a log store gave twice, and lists the changes', () => {
    expect([a.accounting.kept, a.accounting.duplicate]).toEqual([4, 1])
    expect(a.changes.map(({ kind, state, what }) => [kind, state, what])).toEqual([
      [
        'persistence',
        'standing',
        'gave application `0d2f5969-011b-460d-ac74-3291d227d49f` rights (User.Read Mail.ReadWrite)',
      ],
      [
        'persistence',
        'standing',
        'changed the secrets or certificates of application `11b49e19-2326-4be6-93cb-7f37439bbd81`',
      ],
    ])
  })
})
