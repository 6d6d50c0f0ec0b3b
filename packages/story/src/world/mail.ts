import type { Account, Store } from './model.ts'

/** A host that moves mail, with the disk on which it keeps it. */
export interface MailHost {
  readonly name: string
  readonly domain: string
  readonly account: Account
  readonly region: string
  readonly instance: string
  readonly disk: Store
}

/** Mail that lies on the disk of a host. */
export interface Mailbox {
  readonly address: string
  readonly host: MailHost
}

/** Mail on its way in one direction, kept as files under a prefix of a bucket, and the identity it is sent as. */
export interface MailFlow {
  readonly name: string
  /** Returned mail comes back to the identity; only of that can somebody else be told. */
  readonly direction: 'outbound' | 'returned'
  readonly store: Store
  readonly prefix: string
  readonly identity: Store
}

/** One mail that a host passed on. */
export interface Passage {
  readonly at: number
  readonly from: string
  readonly to: string
  readonly bytes: number
  readonly outcome: 'sent' | 'bounced' | 'deferred'
}
