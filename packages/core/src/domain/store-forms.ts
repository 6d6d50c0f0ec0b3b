import { formatArn, parseArn, partitionOf } from './arn.ts'
import type { CallEvent } from './call.ts'
import type { FromCall } from './change-spec.ts'
import type { Action, StoreAt, StoreKind } from './service-row.ts'
import type { Effect } from './touch.ts'

/** Texts that are read from a call: names, ids or ARNs of stores. */
export type Texts = (call: CallEvent) => readonly string[]

/** How the ARN of a kind of store is built: `arn:partition:service:region:account:`, the prefix, the name. */
export interface ArnShape {
  readonly service: string
  readonly prefix: string
  readonly pattern: RegExp
}

/**
 * Reads names of a kind of store whose ARNs end in its name: an ARN names the account and region, a bare name is of those of the
 * call. What is the ARN of something else, or no name at all, is no such store.
 */
export function storeNamed({ service, prefix, pattern }: ArnShape): StoreKind['name'] {
  return (value, call) => {
    const arn = parseArn(value)
    const isOther = arn !== null && (arn.service !== service || !arn.resource.startsWith(prefix))
    const name = arn === null ? value : arn.resource.slice(prefix.length)
    if (isOther || !pattern.test(name)) return null
    const { region, account } = arn ?? call
    const partition = arn?.partition ?? partitionOf(region)
    const id = formatArn({ partition, service, region, account, resource: `${prefix}${name}` })
    return { id, account: account || null, region: region || null, name }
  }
}

/** The texts at the first of the places that has any. */
export function firstOf(...places: readonly Texts[]): Texts {
  return (call) => places.map((place) => place(call)).find((found) => found.length > 0) ?? []
}

/** The first store of a call, as changes name it. */
export interface StoreRef {
  readonly id: FromCall
  readonly name: FromCall
}

/** The first store of one kind that a call names by these texts. */
export function storeRef(texts: Texts, of: StoreKind['name']): StoreRef {
  const found = (call: CallEvent): ReturnType<typeof of> =>
    texts(call)
      .map((text) => of(text, call))
      .find((name) => name !== null) ?? null
  return { id: (call) => found(call)?.id ?? null, name: (call) => found(call)?.name ?? null }
}

/** The id, or what stands for it where the record does not name the thing: nothing else can seem to end a change under it. */
export function orUnnamed(id: FromCall): FromCall {
  return (call) => id(call) ?? `unnamed ${call.eventId}`
}

/** What a management call does to the one store that it names. */
export function act(effect: Effect, on: StoreAt, more: Partial<Action> = {}): Action {
  return { logged: 'management', on, effect, names: 'one', ...more }
}
