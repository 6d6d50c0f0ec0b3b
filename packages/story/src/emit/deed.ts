import type { Json, JsonObject } from '../json.ts'
import type { Alteration } from '../world/history.ts'
import type { Account, Caller, Store, Touch } from '../world/model.ts'

/** One request to a store as the store itself counts it, whatever the record of the call says. Bytes are of the body alone. */
export interface Wire {
  readonly store: Store
  /** In the words of access logs, such as `REST.GET.OBJECT`. */
  readonly operation: string
  readonly key: string | null
  /** What was asked for, as in the first line of the request: the path and the query. */
  readonly uri: string
  readonly sent: number
  readonly received: number
  /** The size of the object; null where the request is about none. */
  readonly size: number | null
  readonly isPartial: boolean
}

/** A mail that a call sent, and what became of it. */
export interface Dispatch {
  readonly messageId: string
  readonly identity: Store
  readonly source: string
  readonly destination: string
  readonly subject: string
  readonly isBounced: boolean
}

/** A call before anybody made it: what its record says about itself, and what it does in the world. */
export interface Deed {
  readonly source: string
  readonly name: string
  readonly version: string
  readonly category: 'Management' | 'Data'
  readonly isReadOnly: boolean
  /** Whose resource it is about: the account and region in which it is recorded. */
  readonly account: Account
  readonly region: string
  readonly request: Json
  readonly response: Json
  readonly extra?: JsonObject
  readonly resources?: readonly JsonObject[]
  /** The host that was spoken to; absent for calls that services make. */
  readonly host?: string
  readonly eventType?: 'AwsApiCall' | 'AwsConsoleSignIn' | 'AwsServiceEvent'
  readonly serviceDetails?: JsonObject
  /** What data selectors look at. */
  readonly selectable?: { readonly type: string; readonly arn: string }
  readonly touches?: readonly Touch[]
  readonly alters?: Alteration
  readonly mints?: Caller
  /** Which key it switches off, or takes away for good. */
  readonly ends?: { readonly keyId: string; readonly isDeleted: boolean }
  readonly wires?: readonly Wire[]
  readonly dispatch?: Dispatch
}

export interface Failure {
  readonly code: string
  readonly message: string
}

export const DENIED: Failure = { code: 'AccessDenied', message: 'Access Denied' }
