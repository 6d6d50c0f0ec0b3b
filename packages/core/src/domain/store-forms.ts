import type { TextsOf } from './arn-form.ts'
import type { CallEvent } from './call.ts'
import type { FromCall } from './change-spec.ts'
import type { Action, StoreAt, StoreKind } from './service-row.ts'
import type { Effect } from './touch.ts'

/** The texts at the first of the places that has any. */
export function firstOf(...places: readonly TextsOf[]): TextsOf {
  return (call) => places.map((place) => place(call)).find((found) => found.length > 0) ?? []
}

/** The first store of a call, as changes name it. */
export interface StoreRef {
  readonly id: FromCall
  readonly name: FromCall
}

/** The first store of one kind that a call names by these texts. */
export function storeRef(texts: TextsOf, of: StoreKind['name']): StoreRef {
  const found = (call: CallEvent): ReturnType<typeof of> =>
    texts(call)
      .map((text) => of(text, call))
      .find((name) => name !== null) ?? null
  return { id: (call) => found(call)?.id ?? null, name: (call) => found(call)?.name ?? null }
}

/** What a management call does to the one store that it names. */
export function act(effect: Effect, on: StoreAt, more: Partial<Action> = {}): Action {
  return { logged: 'management', on, effect, names: 'one', ...more }
}
