import {
  CONFIDENCES,
  isConfidence,
  type Mapping,
  type OwnedThing,
  type Owner,
  type OwnersMap,
} from '@verascope/core/domain/owners-map'
import type { OwnerRow, RejectedRow } from './owner-table.ts'

/** An owner with whom to write to; the contact stays in the case. */
export interface ContactedOwner extends Owner {
  readonly contact: string | null
}

/** An owners map with its contacts. */
export interface ContactedMap extends OwnersMap {
  readonly owners: readonly ContactedOwner[]
}

/** A map, and the rows that are not in it. */
export interface ReadMap {
  readonly map: ContactedMap
  readonly rejected: readonly RejectedRow[]
  /** Lines whose prefix does not end where a name's part ends: it takes in longer names as well. */
  readonly loose: readonly number[]
}

type Refused = { readonly reason: string }

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

function isRefused(value: object): value is Refused {
  return 'reason' in value
}

function tagOf(text: string): OwnedThing | Refused {
  const [, name, value] = /^(?:tag:)?([^=]+)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined)
    return { reason: `\`${text}\` is no tag: it is written tag:NAME=VALUE` }
  return { kind: 'tag', name: name.trim(), value: value.trim() }
}

interface StoreCells {
  readonly store: string
  readonly prefix: string | undefined
  readonly account: string | null
}

function storeOf({ store, prefix, account }: StoreCells): OwnedThing | Refused {
  // Names of objects may hold a star, but whoever writes one hardly ever means it; a prefix that fits nothing would pass for untouched.
  if (`${store}${prefix ?? ''}`.includes('*'))
    return { reason: 'a star stands for itself and for nothing else: a prefix takes in all that begins so' }
  return prefix === undefined ? { kind: 'store', store, account } : { kind: 'prefix', store, account, prefix }
}

function thingOf({ store, prefix, tag, account }: OwnerRow['cells']): OwnedThing | Refused {
  if (account !== undefined && !/^\d{12}$/.test(account))
    return { reason: `\`${account}\` is no account: it has twelve digits` }
  if (prefix !== undefined && store === undefined) return { reason: 'a prefix needs the store it is in' }
  if (tag !== undefined)
    return store === undefined && account === undefined ? tagOf(tag) : { reason: 'a tag stands alone in its row' }
  if (store !== undefined) return storeOf({ store, prefix, account: account ?? null })
  return account === undefined ? { reason: 'it names no store, tag or account' } : { kind: 'account', account }
}

function mappingOf({ cells }: OwnerRow): Mapping | Refused {
  const { owner, categories = '' } = cells
  if (owner === undefined) return { reason: 'it names no owner' }
  if (!ID.test(owner))
    return { reason: `\`${owner}\` is no id: letters, digits, dots, dashes and underscores, at most 64` }
  const confidence = (cells.confidence ?? 'assumed').toLowerCase()
  if (!isConfidence(confidence)) return { reason: `\`${confidence}\` is no confidence: ${CONFIDENCES.join(', ')}` }
  const of = thingOf(cells)
  if (isRefused(of)) return of
  const subjects = categories.split(/[;|]/).map((one) => one.trim())
  return { of, owner, confidence, categories: [...new Set(subjects.filter((one) => one !== ''))].sort() }
}

const SAID = ['name', 'controller', 'processor', 'contact'] as const

interface Said {
  readonly line: number
  readonly text: string
}

/** What is said of each owner, once: a line that says otherwise than an earlier one is refused. */
class Owners {
  readonly #said = new Map<string, Map<(typeof SAID)[number], Said>>()

  /** Takes what a row says of its owner; gives why not. */
  take(owner: string, { line, cells }: OwnerRow): string | null {
    const known = this.#said.get(owner) ?? new Map<(typeof SAID)[number], Said>()
    for (const field of SAID) {
      const [text, before] = [cells[field], known.get(field)]
      if (text !== undefined && before !== undefined && before.text !== text)
        return `the ${field} of \`${owner}\` is another one in line ${before.line}`
    }
    for (const field of SAID) {
      const text = cells[field]
      if (text !== undefined && !known.has(field)) known.set(field, { line, text })
    }
    this.#said.set(owner, known)
    return null
  }

  /** The owner of an id; without a name in any line it is called by its id. */
  owner(id: string): ContactedOwner {
    const text = (field: (typeof SAID)[number]): string | null => this.#said.get(id)?.get(field)?.text ?? null
    return {
      ...{ id, name: text('name') ?? id, controller: text('controller') },
      ...{ processor: text('processor'), contact: text('contact') },
    }
  }
}

/** Makes a map of rows; what cannot be taken is named with its line and reason, and never guessed. */
export function mapOfRows(rows: readonly OwnerRow[]): ReadMap {
  const owners = new Owners()
  const mappings: Mapping[] = []
  const rejected: RejectedRow[] = []
  const loose: number[] = []
  for (const row of rows) {
    const mapping = mappingOf(row)
    const reason = isRefused(mapping) ? mapping.reason : owners.take(mapping.owner, row)
    if (isRefused(mapping) || reason !== null) {
      rejected.push({ line: row.line, reason: reason ?? '' })
      continue
    }
    mappings.push(mapping)
    if (mapping.of.kind === 'prefix' && !mapping.of.prefix.endsWith('/')) loose.push(row.line)
  }
  const ids = [...new Set(mappings.map((one) => one.owner))].sort()
  return { map: { owners: ids.map((id) => owners.owner(id)), mappings }, rejected, loose }
}
