import type { Chance } from '@verascope/story/chance/chance'
import type { Stage } from '@verascope/story/play/stage'
import { HOUR, MINUTE } from '@verascope/story/time'
import type { Flow } from '@verascope/story/world/host'
import type { Mailbox, MailHost, Passage } from '@verascope/story/world/mail'
import { march } from './places.ts'

// What moves over the network of the hosts, and through the mail host.

const TCP = 6
const PACKET = 1200

function flow(at: number, bytes: number, rest: Pick<Flow, 'isOutbound' | 'peer' | 'port' | 'peerPort'>): Flow {
  const packets = Math.max(1, Math.ceil(bytes / PACKET))
  return { at, seconds: 60, protocol: TCP, packets, bytes, isAccepted: true, ...rest }
}

/** Mail of ordinary days: most of it arrives, a little comes back. */
export function passages(stage: Stage, mailboxes: readonly Mailbox[]): readonly Passage[] {
  const chance = stage.chance.fork('passages')
  const found: Passage[] = []
  const { from, to } = stage.settings
  for (let at = from - 2 * HOUR; at < to + 2 * HOUR; at += chance.whole(45, 90) * MINUTE) {
    const outcome = chance.happens(0.08) ? 'bounced' : chance.happens(0.04) ? 'deferred' : 'sent'
    const to = `reader-${chance.whole(10, 99)}@example.net`
    found.push({ at, from: chance.pick(mailboxes).address, to, bytes: chance.whole(2_000, 400_000), outcome })
  }
  return found
}

/** The same mail as the network sees it, and doors that are tried and found shut. */
export function mailFlows(chance: Chance, mail: readonly Passage[]): readonly Flow[] {
  const moved = mail.flatMap(({ at, bytes, outcome }): readonly Flow[] => {
    const inbound = flow(at, bytes + 2_000, {
      isOutbound: false,
      peer: `10.20.1.${chance.whole(10, 60)}`,
      port: 587,
      peerPort: chance.whole(32_768, 60_999),
    })
    const peer = `198.51.100.${chance.whole(1, 250)}`
    const out = flow(at + 1000, outcome === 'deferred' ? 180 : bytes + 1_500, {
      isOutbound: true,
      peer,
      port: chance.whole(32_768, 60_999),
      peerPort: 25,
    })
    return [inbound, out]
  })
  const knocks = Array.from({ length: 50 }, (_, at): Flow => {
    const isThief = at < 8
    const when = isThief ? march(20, '12:10:00') + at * 30_000 : march(19, '06:00:00') + at * 150 * MINUTE
    const peer = isThief ? '203.0.113.66' : `192.0.2.${chance.whole(1, 250)}`
    const rest = { isOutbound: false, peer, port: chance.pick([22, 23, 3389]), peerPort: chance.whole(1025, 65_000) }
    return { ...flow(when, 60, rest), isAccepted: false }
  })
  return [...moved, ...knocks]
}

/** Pages that the web host serves; at night there are hours without a visitor. */
export function webFlows(stage: Stage, chance: Chance): readonly Flow[] {
  const found: Flow[] = []
  const { from, to } = stage.settings
  for (let at = from - 2 * HOUR; at < to + 3 * HOUR; at += HOUR) {
    const hour = new Date(at).getUTCHours()
    if (hour >= 2 && hour < 4) continue
    const rest = { peer: `192.0.2.${chance.whole(1, 250)}`, port: 443, peerPort: chance.whole(32_768, 60_999) }
    const asked = at + chance.whole(0, 50) * MINUTE
    found.push(flow(asked, chance.whole(2_000, 9_000), { ...rest, isOutbound: false }))
    found.push(flow(asked + 1000, chance.whole(40_000, 900_000), { ...rest, isOutbound: true }))
  }
  return found
}

const BOXES = ['help', 'billing', 'press', 'board', 'privacy', 'events']

/** The mailboxes that lie on the disk of the mail host. */
export function mailboxesOf(host: MailHost): readonly Mailbox[] {
  return BOXES.map((name) => ({ address: `${name}@${host.domain}`, host }))
}
