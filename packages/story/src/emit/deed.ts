import type { Json, JsonObject } from '../json.ts'
import type { Alteration } from '../world/history.ts'
import type { Account, Caller, Touch } from '../world/model.ts'

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
}

export interface Failure {
  readonly code: string
  readonly message: string
}

export const DENIED: Failure = { code: 'AccessDenied', message: 'Access Denied' }
