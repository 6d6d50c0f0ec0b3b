import { describe, expect, it } from 'vitest'
import type { EventDraft } from '../domain/evidence-row.ts'
import { type JsonObject, pickText } from '../domain/json.ts'
import type { Action, ServiceExample, ServiceRow, TouchExample } from '../domain/service-row.ts'
import { arrangeCatalog, plainName } from '../facts/catalog.ts'
import { type Projection, project } from '../facts/project.ts'
import { rows as CREDENTIALS } from './credentials/index.generated.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { rows as SERVICES } from './services/index.generated.ts'

const REF = { item: 'item', ordinal: 0, offset: 0, length: 0 }
const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)

/** The fields of a record that an example leaves out because its row does not look at them. */
function filled(record: object): JsonObject {
  const given: JsonObject = JSON.parse(JSON.stringify(record))
  // A record of another log has an envelope of its own, and its example holds it.
  if (given['eventName'] === undefined) return given
  const account = pickText(given, 'recipientAccountId') ?? pickText(given, 'userIdentity.accountId') ?? '123837392027'
  const envelope = {
    eventVersion: '1.08',
    eventTime: '2026-03-24T08:00:00Z',
    eventID: 'e-1',
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.1',
    recipientAccountId: account,
    userIdentity: { type: 'IAMUser', accountId: account, accessKeyId: 'AKIATFQR7NSC8Q4X20BJ', userName: 'bert-jan' },
  }
  return { ...envelope, ...given }
}

function projected(record: object, more: Partial<EventDraft> = {}): Projection {
  const one = filled(record)
  const row = EVIDENCE.find((candidate) => candidate.recognises(one))
  const read = row?.read(one)
  if (read?.kind !== 'event') throw new Error(`the record of the example is not read: ${JSON.stringify(read)}`)
  return project({ ...read.event, ...more }, REF, 'hash', CATALOG)
}

/** The call as it would be recorded had it failed. */
function failed(record: object): Projection {
  return projected({ ...record, errorCode: 'AccessDenied' }, { outcome: 'failed', errorCode: 'AccessDenied' })
}

/** Only what an example states is compared, but every touch has to be stated. */
function touchesOf(projection: Projection, stated: readonly TouchExample[]): readonly object[] {
  return projection.touches.map((touch, position) => {
    const { bytes, object, grantee, grant, effect, store } = touch
    const all = { store: store.id, effect, bytes, object, grantee, grant }
    const keys = Object.keys(stated[position] ?? { store: '', effect: '' })
    return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)))
  })
}

const cases = SERVICES.flatMap((row) =>
  row.examples.map((example) => ({ row, example, name: `${row.service}: ${example.name}` })),
)

const actionsOf = (row: ServiceRow): readonly (readonly [string, Action])[] =>
  Object.entries(row.actions).flatMap(([name, found]) =>
    (Array.isArray(found) ? (found as readonly Action[]) : [found as Action]).map((action) => [name, action] as const),
  )

const namesShown = (row: ServiceRow): ReadonlySet<string> =>
  new Set(
    row.examples.flatMap(({ record }) => {
      const { name } = projected(record).event
      return [name, plainName(name)]
    }),
  )

describe('every service row makes of its examples what they say', () => {
  it.each(cases.filter(({ example }) => example.touches !== undefined))('$name: touches', ({ example }) => {
    expect(touchesOf(projected(example.record), example.touches ?? [])).toEqual(example.touches)
  })

  it.each(cases.filter(({ example }) => example.changes !== undefined))('$name: changes', ({ example }) => {
    expect(projected(example.record).changes.map(({ kind, subject, does }) => ({ kind, subject, does }))).toEqual(
      example.changes,
    )
  })

  it.each(cases.filter(({ example }) => example.states !== undefined))('$name: states', ({ row, example }) => {
    const { statements } = projected(example.record)
    expect(statements).toHaveLength(example.states?.length ?? 0)
    expect(statements).toMatchObject(example.states ?? [])
    expect(statements.every((one) => one.at === projected(example.record).event.at)).toBe(true)
    expect(Object.keys(row.states ?? {})).toContain(nameOf(example))
  })

  it.each(cases)('$name: says something, and is of a source of its row', ({ row, example }) => {
    expect(example.touches ?? example.changes ?? example.states).toBeDefined()
    expect(row.sources).toContain(projected(example.record).event.source)
  })
})

/** The effects that the examples of all rows show on a kind of store, besides naming it. */
const shown = new Set(
  cases.flatMap(({ example }) => projected(example.record).touches.map((touch) => touch.store.kind)),
)

describe('the rows together', () => {
  it('every kind of store is shown by an example', () => {
    expect(SERVICES.flatMap((row) => Object.keys(row.stores)).filter((kind) => !shown.has(kind))).toEqual([])
  })

  it('every kind of store that is named exists', () => {
    const named = SERVICES.flatMap((row) => [
      ...actionsOf(row).map(([name, action]) => `${row.service} ${name}: ${action.on.kind}`),
      ...row.mentions.map((where) => `${row.service} mentions: ${where.kind}`),
    ])
    expect(named.filter((text) => !CATALOG.storeKinds.has(text.split(': ')[1] ?? ''))).toEqual([])
  })

  it('no two rows act on the same kind of store by the same call', () => {
    const acts = SERVICES.flatMap((row) => {
      const own = new Set(actionsOf(row).map(([name, action]) => `${name} ${action.on.kind}`))
      return row.sources.flatMap((source) => [...own].map((act) => `${source} ${act}`))
    })
    expect(acts.filter((act, position) => acts.indexOf(act) !== position)).toEqual([])
  })

  it('every effect of every row is shown by an example', () => {
    const silent = SERVICES.flatMap((row) => {
      const names = namesShown(row)
      const effects = new Set(actionsOf(row).map(([, action]) => `${action.effect} ${action.on.kind}`))
      const seen = new Set(
        actionsOf(row)
          .filter(([name]) => names.has(name))
          .map(([, action]) => `${action.effect} ${action.on.kind}`),
      )
      return [...effects].filter((effect) => !seen.has(effect)).map((effect) => `${row.service}: ${effect}`)
    })
    expect(silent).toEqual([])
  })

  it('in a row whose examples state anything, every call that states is shown by one', () => {
    const silent = SERVICES.flatMap((row) => {
      const shown = row.examples.filter((example) => example.states !== undefined).map(nameOf)
      const all = shown.length === 0 ? [] : Object.keys(row.states ?? {})
      return all.filter((name) => !shown.includes(name)).map((name) => `${row.service}: ${name}`)
    })
    expect(silent).toEqual([])
  })

  it('names are written without the date that some services append', () => {
    const names = SERVICES.flatMap((row) => [
      ...[...Object.keys(row.actions), ...Object.keys(row.changes)],
      ...Object.keys(row.states ?? {}),
    ])
    expect(names.filter((name) => plainName(name) !== name)).toEqual([])
  })
})

describe('evidence is hostile', () => {
  const odd: readonly unknown[] = [
    7,
    'text',
    [],
    [[null]],
    { bucketName: {}, key: 7, secretId: [], name: {}, functionName: 7, keyId: [], tableName: {}, repositoryName: [[]] },
    { eventSelectors: [{ readWriteType: 'constructor', dataResources: [{ type: '__proto__', values: [''] }] }] },
    { advancedEventSelectors: [{ fieldSelectors: [{ field: 'eventCategory', equals: ['toString'] }, 7] }] },
    {
      'x-amz-copy-source': '%',
      policy: '{',
      bucketPolicy: [],
      Rule: [[]],
      requestItems: [],
      imageIds: 'x',
      filters: [7, {}],
    },
  ]

  it('odd types in place of parameters, answers and resources do not throw', () => {
    for (const { example } of cases) {
      for (const value of odd) {
        const fields = {
          requestParameters: value,
          responseElements: value,
          additionalEventData: value,
          resources: value,
        }
        for (const [field, one] of Object.entries(fields)) {
          expect(() => projected({ ...example.record, [field]: one })).not.toThrow()
        }
        expect(() => projected({ ...example.record, ...fields })).not.toThrow()
      }
    }
  })

  it('a call that failed changes nothing, states nothing, opens nothing that could stand, and mentions nothing', () => {
    for (const { example } of cases) {
      const { touches, changes, statements } = failed(example.record)
      expect(changes).toEqual([])
      expect(statements).toEqual([])
      expect(touches.filter((touch) => touch.outcome !== 'failed')).toEqual([])
    }
  })

  it('a store that is only mentioned is not put into the inventory by a failed call', () => {
    const mentions = cases.filter(({ row, example }) => !actionsOf(row).some(([name]) => nameOf(example) === name))
    expect(mentions.length).toBeGreaterThan(0)
    for (const { example } of mentions) {
      expect(failed(example.record).touches).toEqual([])
    }
  })

  it('the undoing of a change never lets a name out of its quotes', () => {
    const bad = "x'; rm -rf / #`id`$(id)\u001b]0;x\u0007"
    for (const { example } of cases) {
      const record = JSON.parse(JSON.stringify(example.record), (key, value: unknown) =>
        typeof value === 'string' && NAMES.has(key) ? `${value}${bad}` : value,
      )
      for (const { undo } of projected(record).changes) {
        expect(unquoted(undo)).not.toMatch(/; rm|`id|\$\(/)
        expect([...undo].some((letter) => letter < ' ')).toBe(false)
      }
    }
  })
})

const NAMES: ReadonlySet<string> = new Set([
  'statementId',
  'key',
  'grantId',
  'replicaRegion',
  'streamArn',
  'uUID',
  'policyId',
  'region',
  'attributeName',
])

/** A command without its quoted words. */
function unquoted(command: string): string {
  return command.replace(/'(?:[^']|'\\'')*'/g, "''")
}

function nameOf(example: ServiceExample): string {
  return plainName(projected(example.record).event.name)
}
