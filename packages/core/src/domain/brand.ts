/** A string that was checked to be one kind of name. The brand exists only for the compiler. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name }

/** The caller of a recorded call: an access key id, a principal's ARN, a service's name or `anonymous`. */
export type CallerId = Brand<string, 'CallerId'>

/** Names a text as a caller. The text comes from evidence and is compared literally, never interpreted. */
export function callerId(text: string): CallerId {
  return text as CallerId
}

/** A list that has at least one member. */
export type NonEmpty<T> = readonly [T, ...T[]]

/** Whether a list has a first member. */
export function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0
}
