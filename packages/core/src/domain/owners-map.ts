/** How sure it is that something is an owner's. */
export type Confidence = 'confirmed' | 'likely' | 'assumed'

/** The words of confidence, surest first. */
export const CONFIDENCES: readonly Confidence[] = ['confirmed', 'likely', 'assumed']

/** Whether a text is one of the words of confidence. */
export function isConfidence(text: string): text is Confidence {
  return CONFIDENCES.some((word) => word === text)
}

/** A store by its id or name and, where the map says so, the account that holds it. */
interface OwnedStore {
  readonly store: string
  readonly account: string | null
}

/** What a line of an owners map is about: a store, names in it that begin in one way, stores with a tag, an account. */
export type OwnedThing =
  | (OwnedStore & { readonly kind: 'prefix'; readonly prefix: string })
  | (OwnedStore & { readonly kind: 'store' })
  | { readonly kind: 'tag'; readonly name: string; readonly value: string }
  | { readonly kind: 'account'; readonly account: string }

/** Whose data is held: an organisation or a part of one, in the words of the map. Whom to write to is not among them (need to know). */
export interface Owner {
  /** Short and stable: what other lists name the owner by. */
  readonly id: string
  readonly name: string
  /** Who decides on purposes and means, and who works for them; null where the map does not say. */
  readonly controller: string | null
  readonly processor: string | null
}

/** One line of an owners map: something and whose it is. */
export interface Mapping {
  readonly of: OwnedThing
  /** Id of the owner. */
  readonly owner: string
  /** Categories of data subjects. */
  readonly categories: readonly string[]
  readonly confidence: Confidence
}

/** Whose data stands where, as a named person says. */
export interface OwnersMap {
  readonly owners: readonly Owner[]
  readonly mappings: readonly Mapping[]
}

/** What a line is about, in the words of the map. */
export function ownedText(of: OwnedThing): string {
  switch (of.kind) {
    case 'prefix':
    case 'store':
      return of.store
    case 'tag':
      return `tag:${of.name}=${of.value}`
    case 'account':
      return `account:${of.account}`
  }
}

/** The less sure of two. */
export function lessSure(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) > CONFIDENCES.indexOf(b) ? a : b
}
