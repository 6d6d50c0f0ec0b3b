import type { CallerFacts, CredentialRow } from '../domain/credential-row.ts'
import { oneOrMany } from '../domain/one-or-many.ts'
import type { Action, Governed, ServiceRow, StoreKind } from '../domain/service-row.ts'

/** The rows of the catalogue, arranged for looking up by event source and name. */
export interface Catalog {
  readonly services: ReadonlyMap<string, readonly ServiceRow[]>
  readonly credentials: ReadonlyMap<string, readonly CredentialRow[]>
  readonly callerKinds: readonly ((caller: CallerFacts) => string | null)[]
  readonly storeKinds: ReadonlyMap<string, StoreKind>
  /** By kind of store: the event sources whose management calls act on it, those of its own service among them. */
  readonly managedBy: ReadonlyMap<string, readonly string[]>
  /** The event sources whose calls set what verdicts rest on. */
  readonly governing: ReadonlyMap<Governed, readonly string[]>
  /** Where calls of global services are recorded, by event source and partition. */
  readonly recordedIn: ReadonlyMap<string, Readonly<Record<string, string>>>
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

/** The kinds of stores that calls of a row act on as management calls, and those that it declares. */
function managedKinds(row: ServiceRow): readonly string[] {
  const actions = Object.values(row.actions).flatMap((one) => oneOrMany<Action>(one))
  // The use of a key on content shows that the content was fetched, which is recorded for itself.
  const acted = actions.flatMap(({ logged, on, effect }) =>
    logged === 'management' && effect !== 'key-used' ? [on.kind] : [],
  )
  return [...new Set([...Object.keys(row.stores), ...acted])]
}

/** The event sources of rows, by something that the rows are about. */
function sourcesBy<Key extends string>(
  services: readonly ServiceRow[],
  keysOf: (row: ServiceRow) => readonly Key[],
): ReadonlyMap<Key, readonly string[]> {
  const map = new Map<Key, readonly string[]>()
  for (const row of services)
    for (const key of keysOf(row)) map.set(key, [...new Set([...(map.get(key) ?? []), ...row.sources])].sort())
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
    managedBy: sourcesBy(services, managedKinds),
    governing: sourcesBy(services, (row) => row.governs ?? []),
    recordedIn: new Map(
      services.flatMap(({ sources, recordedIn }) =>
        recordedIn === undefined ? [] : sources.map((source) => [source, recordedIn] as const),
      ),
    ),
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
