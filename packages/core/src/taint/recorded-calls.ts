import { rows as CREDENTIALS } from '../catalog/credentials/index.generated.ts'
import { rows as EVIDENCE } from '../catalog/evidence/index.generated.ts'
import { rows as SERVICES } from '../catalog/services/index.generated.ts'
import type { JsonObject } from '../domain/json.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { memoryFacts } from '../facts/memory.ts'
import { type Projection, project } from '../facts/project.ts'
import { isStrict } from './held.ts'
import { indicatorKindOf } from './indicator.ts'
import { trace } from './trace.ts'

// Written-out records for tests of the closure over the whole catalogue: production code never imports this.

const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)
/** The account that records are of, unless they say otherwise. */
export const ACCOUNT: string = '111122223333'

let count = 0

function asJson(record: object): JsonObject {
  const parsed: JsonObject = JSON.parse(JSON.stringify(record))
  return parsed
}

/** One record as CloudTrail would write it, and everything that it says. */
export function recorded(event: string, at: string, userIdentity: object, fields: object = {}): Projection {
  count += 1
  const [source = '', eventName] = event.split(':')
  const envelope = {
    ...{ eventVersion: '1.08', eventID: `e-${count}`, eventTime: `2026-03-01T${at}Z`, awsRegion: 'us-east-1' },
    ...{ eventSource: `${source}.amazonaws.com`, eventName, userIdentity, sourceIPAddress: '198.51.100.7' },
    ...{ recipientAccountId: ACCOUNT, ...fields },
  }
  const record = asJson(envelope)
  const read = EVIDENCE.find((row) => row.recognises(record))?.read(record)
  if (read?.kind !== 'event') throw new Error(`the record is not read: ${JSON.stringify(record)}`)
  return project(read.event, { item: 'i', ordinal: count, offset: 0, length: 1 }, `h${count}`, CATALOG)
}

/** A session of a role, and when it began. */
export interface Session {
  readonly role: string
  readonly name: string
  readonly key: string
  readonly created: string
  readonly account?: string
}

/** The caller of a role's session. */
export function session({ role, name, key, created, account = ACCOUNT }: Session): object {
  const issuer = { type: 'Role', arn: `arn:aws:iam::${account}:role/${role}`, principalId: 'AROA', accountId: account }
  return {
    ...{ type: 'AssumedRole', principalId: `AROA:${name}`, accountId: account, accessKeyId: key },
    arn: `arn:aws:sts::${account}:assumed-role/${role.slice(role.lastIndexOf('/') + 1)}/${name}`,
    sessionContext: { sessionIssuer: issuer, attributes: { creationDate: `2026-03-01T${created}Z` } },
  }
}

/** Who is held (`id?` where not for certain), and what they touched, with the standing of the calls. */
export async function traced(
  calls: readonly Projection[],
  value: string,
): Promise<Record<'held' | 'touched', readonly string[]>> {
  const facts = memoryFacts(calls)
  const window = { from: null, to: null }
  const closure = await trace(facts, [
    { id: 'I-1', kind: indicatorKindOf(value), value, window, ours: false, by: null },
  ])
  const touches = await facts.touches(closure.selection)
  return {
    held: [...closure.held.values()].map((held) => (isStrict(held) ? held.caller : `${held.caller}?`)).sort(),
    touched: touches.map(({ store, standing }) => `${store.name} ${standing}`).sort(),
  }
}
