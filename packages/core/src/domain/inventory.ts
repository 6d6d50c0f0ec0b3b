import { formatArn, parseArn, partitionOf } from './arn.ts'
import { regionAsked, SAVE_THE_COMMAND } from './asked-subject.ts'
import { type Asked, type Beside, type EvidenceRow, NOTHING_BESIDE, type ReadRecord } from './evidence-row.ts'
import { type Json, type JsonObject, pickText } from './json.ts'
import type { StoreName } from './touch.ts'

type Name = Omit<StoreName, 'kind'>

/** What an inventory names, without its kind; null for what names no store. */
export type InventoryName = (entry: Json, asked: Asked | null) => Name | null

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
  /** Whether an entry's name is complete only with the account and the region that were asked. */
  readonly isByPlace?: true
  /** Whether an entry is a store of somebody's who was not asked: some lists show what everybody may use. */
  readonly isOthers?: (entry: Json, asked: Asked) => boolean
}

/** How the ARNs of a kind of store are written: `own` is the store's part of what follows `head`. */
export interface InventoryArn {
  readonly service: string
  /** What stands before the name in the resource: `table/`. */
  readonly head: string
  /** The store's own part where an ARN goes on to a part of it, or may be spelled in another way. */
  readonly own?: (rest: string) => string
  /** The name that people know, where that is not the own part. */
  readonly known?: (own: string) => string
}

function entriesOf(record: JsonObject, list: string): readonly Json[] | null {
  const found = record[list]
  return Array.isArray(found) ? found : null
}

/** The store of an ARN; null for the ARN of anything else, and for one without account or region. */
export function namedByArn(text: string | null, { service, head, own, known }: InventoryArn): Name | null {
  const arn = text === null ? null : parseArn(text)
  if (arn === null || arn.service !== service || !arn.resource.startsWith(head)) return null
  const rest = arn.resource.slice(head.length)
  const name = own?.(rest) ?? rest
  if (name === '' || !/^\d{12}$/.test(arn.account) || arn.region === '') return null
  const id = formatArn({ ...arn, resource: `${head}${name}` })
  return { id, account: arn.account, region: arn.region, name: known?.(name) ?? name }
}

/** A store that is named in the account and region that were asked; null where nobody knows which those were. */
export function namedInPlace(name: string | null, asked: Asked | null, form: InventoryArn): Name | null {
  const [account, region] = [asked?.account ?? null, regionAsked(asked)]
  if (name === null || account === null || region === null) return null
  const { service, head } = form
  return namedByArn(
    formatArn({ partition: partitionOf(region), service, region, account, resource: head + name }),
    form,
  )
}

/** Entries that hold the ARN of their store under a field. */
export function byArn(field: string, form: InventoryArn): Pick<Inventory, 'isEntry' | 'name'> {
  return {
    isEntry: (entry) => pickText(entry, field) !== null,
    name: (entry) => namedByArn(pickText(entry, field), form),
  }
}

/** Entries that anybody may use and that therefore are not all of the account that was asked: told by the account in a field. */
export function othersBy(ownerOf: (entry: Json) => string | null): NonNullable<Inventory['isOthers']> {
  return (entry, { account }) => {
    const owner = ownerOf(entry)
    return account !== null && owner !== null && owner !== account
  }
}

const NOWHERE = `it lists stores and does not say of which account and region: ${SAVE_THE_COMMAND}`
const NAMELESS = 'it lists something that is no store of this kind by its name: ask for the whole list again'
const ALL_OTHERS =
  'it lists stores of other accounts only: ask for what the account itself owns, or correct the account'

/** The stores of an answer, or why they cannot be named, in words. */
function storesOf(of: Inventory, entries: readonly Json[], asked: Asked | null): readonly Name[] | string {
  const { name, isOthers } = of
  const own = asked === null || isOthers === undefined ? entries : entries.filter((entry) => !isOthers(entry, asked))
  if (own.length === 0 && entries.length > 0) return ALL_OTHERS
  const stores = own.map((entry) => name(entry, asked)).filter((one) => one !== null)
  if (stores.length === own.length) return stores
  const isPlaced = (asked?.account ?? null) !== null && regionAsked(asked) !== null
  return of.isByPlace === true && !isPlaced ? NOWHERE : NAMELESS
}

/** Recognises and reads an inventory. What lists stores that cannot be named is rejected: they would be missed by nobody. */
export function inventory(of: Inventory): Pick<EvidenceRow, 'recognises' | 'read'> {
  const { list, isEntry, beside = [], kind } = of
  const keys = new Set([list, 'NextToken', 'ResponseMetadata', ...beside])
  const read = (record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord => {
    const found = storesOf(of, entriesOf(record, list) ?? [], asked)
    if (typeof found === 'string') return { kind: 'rejected', reason: found }
    const at = asked?.at ?? null
    return {
      kind: 'statements',
      statements: found.map((store) => ({ topic: 'store-listed' as const, at, says: { ...store, kind } })),
    }
  }
  return {
    recognises: (record) =>
      entriesOf(record, list)?.every(isEntry) === true && Object.keys(record).every((key) => keys.has(key)),
    read,
  }
}
