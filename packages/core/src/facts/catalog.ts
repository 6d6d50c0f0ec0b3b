import type { CallerFacts, CredentialRow } from '../domain/credential-row.ts'
import { oneOrMany } from '../domain/one-or-many.ts'
import type { ServiceRow, StoreKind } from '../domain/service-row.ts'

/** The rows of the catalogue, arranged for looking up by event source and name. */
export interface Catalog {
  readonly services: ReadonlyMap<string, readonly ServiceRow[]>
  readonly credentials: ReadonlyMap<string, readonly CredentialRow[]>
  readonly callerKinds: readonly ((caller: CallerFacts) => string | null)[]
  readonly storeKinds: ReadonlyMap<string, StoreKind>
}

function grouped<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): ReadonlyMap<string, readonly Row[]> {
  const map = new Map<string, Row[]>()
  for (const row of rows) {
    for (const key of keysOf(row)) map.set(key, [...(map.get(key) ?? []), row])
  }
  return map
}

/** Arranges catalogue rows. A store kind that two rows declare is a fault of the catalogue and throws. */
export function arrangeCatalog(services: readonly ServiceRow[], credentials: readonly CredentialRow[]): Catalog {
  const storeKinds = new Map<string, StoreKind>()
  for (const [kind, spec] of services.flatMap((row) => Object.entries(row.stores))) {
    if (storeKinds.has(kind)) throw new Error(`store kind \`${kind}\` is declared twice in the catalogue`)
    storeKinds.set(kind, spec)
  }
  const callerKinds = credentials
    .flatMap((row) => (row.callerKind === undefined ? [] : [row.callerKind]))
    .sort((a, b) => b.rank - a.rank)
    .map((rule) => rule.of)
  return {
    services: grouped(services, (row) => row.sources),
    credentials: grouped(credentials, (row) =>
      row.sources.flatMap((source) => row.names.map((name) => `${source} ${name}`)),
    ),
    callerKinds,
    storeKinds,
  }
}

const DIGIT_ZERO = 0x30
const DIGIT_NINE = 0x39

/** An event name without the API date that some services append: `GetFunction20150331v2` is `GetFunction`. */
export function plainName(name: string): string {
  // Nearly every name ends in a letter, and this runs several times for every record.
  const last = name.charCodeAt(name.length - 1)
  if (last < DIGIT_ZERO || last > DIGIT_NINE) return name
  return name.replace(/\d{8}(?:v\d+)?$/, '')
}

/** What a row says of an event name, exactly or without its API date. */
export function byName<Spec extends object>(
  table: Readonly<Record<string, Spec | readonly Spec[]>>,
  name: string,
): readonly Spec[] {
  const key = Object.hasOwn(table, name) ? name : plainName(name)
  const found = Object.hasOwn(table, key) ? table[key] : undefined
  return found === undefined ? [] : oneOrMany(found)
}

/** Which kind of credential signed a call, by the most specific row that knows it; `unknown` when none does. */
export function callerKindOf(facts: CallerFacts, catalog: Catalog): string {
  for (const rule of catalog.callerKinds) {
    const kind = rule(facts)
    if (kind !== null) return kind
  }
  return 'unknown'
}
