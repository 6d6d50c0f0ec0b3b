import { parseArn, partitionOf } from './arn.ts'
import { SAVE_THE_COMMAND } from './asked-subject.ts'
import { type Asked, type Beside, type EvidenceRow, NOTHING_BESIDE, type ReadRecord } from './evidence-row.ts'
import { type Json, type JsonObject, pickText } from './json.ts'
import type { StoreName } from './touch.ts'

/** What an inventory names, without its kind; null for what names no store. */
export type InventoryName = (entry: Json, asked: Asked | null) => Omit<StoreName, 'kind'> | null

/** How an answer lists the stores of a kind. */
export interface Inventory {
  /** The key under which the list stands. */
  readonly list: string
  /** What tells an entry of this list from those of others; the list may be empty. */
  readonly isEntry: (entry: Json) => boolean
  /** Other keys that the answer may have. */
  readonly beside?: readonly string[]
  readonly kind: string
  readonly name: InventoryName
}

function entriesOf(record: JsonObject, list: string): readonly Json[] | null {
  const found = record[list]
  return Array.isArray(found) ? found : null
}

/** A store that is named by its ARN alone. */
export function byArn(
  entry: Json,
  field: string,
  nameOf: (resource: string) => string,
): Omit<StoreName, 'kind'> | null {
  const id = pickText(entry, field)
  const arn = id === null ? null : parseArn(id)
  return id === null || arn === null
    ? null
    : { id, account: arn.account, region: arn.region, name: nameOf(arn.resource) }
}

/** A store that is named in the account and region that were asked; null where nobody knows which those were. */
export function byPlace(
  name: string | null,
  asked: Asked | null,
  resource: (name: string) => readonly [service: string, resource: string],
): Omit<StoreName, 'kind'> | null {
  const { account, region } = asked ?? { account: null, region: null }
  if (name === null || account === null || region === null) return null
  const [service, path] = resource(name)
  return { id: `arn:${partitionOf(region)}:${service}:${region}:${account}:${path}`, account, region, name }
}

/** Recognises and reads an inventory. What lists stores that cannot be named is rejected: they would be missed by nobody. */
export function inventory({
  list,
  isEntry,
  beside = [],
  kind,
  name,
}: Inventory): Pick<EvidenceRow, 'recognises' | 'read'> {
  const known = new Set([list, 'NextToken', 'ResponseMetadata', ...beside])
  const read = (record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord => {
    const entries = entriesOf(record, list) ?? []
    const stores = entries.map((entry) => name(entry, asked)).filter((one) => one !== null)
    if (stores.length < entries.length)
      return {
        kind: 'rejected',
        reason: `it lists stores and does not say of which account and region: ${SAVE_THE_COMMAND}`,
      }
    const at = asked?.at ?? null
    return {
      kind: 'statements',
      statements: stores.map((store) => ({ topic: 'store-listed' as const, at, says: { ...store, kind } })),
    }
  }
  return {
    recognises: (record) =>
      entriesOf(record, list)?.every(isEntry) === true && Object.keys(record).every((key) => known.has(key)),
    read,
  }
}
