/** What exists in the small AWS. Everything is a plain value; what changes over time is an Alteration (world/history.ts). */
export interface Account {
  readonly id: string
  readonly name: string
}

export interface User {
  readonly kind: 'user'
  readonly account: Account
  readonly name: string
  readonly id: string
  readonly arn: string
}

export interface Role {
  readonly kind: 'role'
  readonly account: Account
  readonly name: string
  readonly id: string
  readonly arn: string
}

/** What signs a call. */
export type Caller =
  | { readonly kind: 'key'; readonly keyId: string; readonly user: User }
  | {
      readonly kind: 'session'
      readonly keyId: string
      readonly role: Role
      readonly name: string
      readonly since: number
      /** How the credential reached its user: sessions of instances carry it in their records. */
      readonly delivery?: 'ec2'
    }
  | {
      readonly kind: 'user-session'
      readonly keyId: string
      readonly user: User
      readonly since: number
      readonly isConsole: boolean
    }
  | { readonly kind: 'login'; readonly user: User }
  | { readonly kind: 'service'; readonly service: string }
  /** A service that acts with the caller's rights: a consequence, no credential that anybody held. */
  | { readonly kind: 'forwarded'; readonly by: Caller; readonly keyId: string; readonly at: number }
  | { readonly kind: 'anonymous' }
  /** A principal of an account that is not ours. */
  | { readonly kind: 'outsider'; readonly accountId: string; readonly principalId: string }

/** Where calls come from. */
export interface Origin {
  readonly address: string
  readonly agent: string
  readonly endpoint?: string
}

/** Whose calls these are in truth; the records do not say it. */
export type Hand = 'owner' | 'actor' | 'service'

export interface Who {
  readonly caller: Caller
  readonly origin: Origin
  readonly hand: Hand
}

export type StoreKind =
  | 's3-bucket'
  | 'dynamodb-table'
  | 'secret'
  | 'parameter'
  | 'rds-instance'
  | 'rds-snapshot'
  | 'lambda-function'
  | 'ebs-snapshot'
  | 'ebs-volume'
  | 'ses-identity'

export interface StoredObject {
  readonly key: string
  readonly bytes: number
}

export interface Store {
  readonly kind: StoreKind
  readonly arn: string
  readonly account: Account
  readonly region: string
  readonly name: string
  readonly objects: readonly StoredObject[]
  /** The bytes that are set aside for it, where it is a disk or a database: never less than what it holds. */
  readonly capacity?: number
}

const GIBIBYTE = 1024 ** 3

/** As disks and databases are sold. */
export const gibibytes = (bytes: number): number => Math.round(bytes / GIBIBYTE)
export const ofGibibytes = (count: number): number => count * GIBIBYTE

/** A piece of one object, in bytes; the end is no part of it. */
export interface Part {
  readonly from: number
  readonly to: number
}

/** One effect of a call on a store, in the words of the glossary. */
export interface Touch {
  readonly store: Store
  readonly effect:
    | 'listed'
    | 'read'
    | 'written'
    | 'copied-out'
    | 'shared'
    | 'redirected'
    | 'destroyed'
    | 'key-used'
    | 'sent-as'
  readonly bytes: number
  readonly objects: readonly string[]
  /** Which bytes of the one object were read, where that was not all of it. */
  readonly part?: Part
  /** Where content went that the store itself sent on, copied or opened. */
  readonly to?: string
}

export interface KmsKey {
  readonly arn: string
  readonly account: Account
  readonly region: string
}

/** The number of the account a caller belongs to; null for what belongs to none. */
export function accountOf(caller: Caller): string | null {
  switch (caller.kind) {
    case 'key':
    case 'user-session':
    case 'login':
      return caller.user.account.id
    case 'session':
      return caller.role.account.id
    case 'forwarded':
      return accountOf(caller.by)
    case 'outsider':
      return caller.accountId
    case 'service':
    case 'anonymous':
      return null
  }
}

/** The name under which truth and readers know a caller: its key id, or what stands in its place. */
export function identityOf(caller: Caller): string {
  switch (caller.kind) {
    case 'key':
    case 'session':
    case 'user-session':
    case 'forwarded':
      return caller.keyId
    case 'login':
      return caller.user.arn
    case 'service':
      return caller.service
    case 'anonymous':
      return 'anonymous'
    case 'outsider':
      return `${caller.accountId}:${caller.principalId}`
  }
}

/** The principal behind a caller, as an ARN where it has one. */
export function principalOf(caller: Caller): string {
  switch (caller.kind) {
    case 'key':
    case 'user-session':
    case 'login':
      return caller.user.arn
    case 'session':
      return caller.role.arn
    case 'forwarded':
      return principalOf(caller.by)
    default:
      return identityOf(caller)
  }
}
