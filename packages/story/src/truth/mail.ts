import type { Played } from '../play/played.ts'
import { iso } from '../time.ts'
import type { Store } from '../world/model.ts'
import { type Deed, distinctBytes, readsOf, total } from './taken.ts'

/** Mail that was truly sent in somebody's name. Using an identity reads nothing. */
export interface TrueSender {
  readonly identity: string
  readonly isUsed: boolean
  readonly messages: readonly string[]
  /** Where mail that comes back was sent on to, by the actor. */
  readonly redirectedTo: readonly string[]
}

/** Mail that lies on the disk of a host: whoever has a copy of the disk has all of it. */
export interface TrueMailbox {
  readonly address: string
  readonly host: string
  readonly isRead: boolean
  readonly how: readonly string[]
  readonly isRedirected: boolean
}

/** Mail on its way, kept as files. */
export interface TrueFlow {
  readonly name: string
  readonly store: string
  readonly prefix: string
  readonly files: number
  readonly filesRead: number
  readonly bytesRead: number
  readonly isRedirected: boolean
}

export interface TrueMail {
  readonly senders: readonly TrueSender[]
  readonly mailboxes: readonly TrueMailbox[]
  readonly flows: readonly TrueFlow[]
}

const redirections = (deeds: readonly Deed[], identity: Store): readonly string[] =>
  deeds
    .filter(({ touch }) => touch.store === identity && touch.effect === 'redirected')
    .flatMap(({ touch }) => touch.to ?? [])

function senderOf(identity: Store, deeds: readonly Deed[]): TrueSender {
  const sent = deeds.filter(({ touch }) => touch.store === identity && touch.effect === 'sent-as')
  return {
    identity: identity.arn,
    isUsed: sent.length > 0,
    messages: sent.flatMap(({ touch }) => touch.objects),
    redirectedTo: redirections(deeds, identity),
  }
}

/** How the content of a disk came to the actor, in words: through copies that were shared, or read piece by piece. */
function waysOut(disk: Store, deeds: readonly Deed[]): readonly string[] {
  const made = deeds.filter(({ touch }) => touch.store === disk && touch.effect === 'copied-out')
  const copies = new Set(made.flatMap(({ touch }) => touch.to ?? []))
  return deeds
    .filter(({ touch }) => copies.has(touch.store.arn) && ['shared', 'read'].includes(touch.effect))
    .map(({ touch, call }) => ({ at: call.at, what: `${touch.effect} ${touch.store.name}` }))
    .filter(({ what }, at, all) => all.findIndex((one) => one.what === what) === at)
    .map(({ at, what }) => `${what} from ${iso(at)}`)
}

/** What the actor truly did to mail, by sender, mailbox and flow. */
export function mailOf({ stage }: Played, deeds: readonly Deed[]): TrueMail {
  const { mailboxes, flows } = stage.particulars
  const identities = stage.stores.filter(({ kind }) => kind === 'ses-identity')
  return {
    senders: identities.map((identity) => senderOf(identity, deeds)),
    mailboxes: mailboxes.map(({ address, host }) => {
      const how = waysOut(host.disk, deeds)
      return { address, host: host.instance, isRead: how.length > 0, how, isRedirected: false }
    }),
    flows: flows.map(({ name, direction, store, prefix, identity }) => {
      const isOwn = (key: string): boolean => key.startsWith(prefix)
      const read = [...distinctBytes(readsOf(deeds, store))].filter(([key]) => isOwn(key))
      return {
        name,
        store: store.arn,
        prefix,
        files: store.objects.filter(({ key }) => isOwn(key)).length,
        filesRead: read.length,
        bytesRead: total(read.map(([, bytes]) => bytes)),
        isRedirected: direction === 'returned' && redirections(deeds, identity).length > 0,
      }
    }),
  }
}
